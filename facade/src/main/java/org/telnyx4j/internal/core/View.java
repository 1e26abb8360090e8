package org.telnyx4j.internal.core;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.RetryOptions;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.invoker.ApiClient;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.errors.BodyProblem;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.telemetry.ActiveOperation;
import org.telnyx4j.internal.telemetry.OperationFacts;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.Stopwatch;

/**
 * A client as one tenant sees it, or as it is without a tenant. Immutable, opens nothing, and is made in no time; safe
 * for use by any number of threads.
 */
public final class View {
    private final ClientCore core;
    private final SettingsLayer settings;
    private final @Nullable String tenant;

    /**
     * Makes a view.
     *
     * @param core what all views share
     * @param settings the tenant's, the client's and the built-in settings, merged
     * @param tenant the tenant's name, or null for the client itself
     */
    public View(ClientCore core, SettingsLayer settings, @Nullable String tenant) {
        this.core = core;
        this.settings = settings;
        this.tenant = tenant;
    }

    /**
     * Returns what holds for a call.
     *
     * @param call what the call itself says
     * @param options the call's options
     * @return the merged settings
     */
    public SettingsLayer merge(SettingsLayer call, RequestOptions options) {
        return SettingsLayer.merge(call, layer(options), settings);
    }

    /**
     * Returns what builds the exceptions.
     *
     * @return the factory
     */
    public ErrorFactory errors() {
        return core.errors();
    }

    /**
     * Notes that something may yet come to be, since the answer to a request for it was lost and it has not shown.
     *
     * @param thing what it is, with its account
     * @param nanoTime the time by the sleeper of the operation
     */
    public void doubt(Object thing, long nanoTime) {
        core.doubts().add(thing, nanoTime);
    }

    /**
     * Tells for how long something may yet come to be that this client, whatever its view, has asked for.
     *
     * @param thing what it is, with its account
     * @param nanoTime the time by the sleeper of the operation
     * @return the time that is left, or empty where there is no doubt
     */
    public Optional<Duration> doubtAbout(Object thing, long nanoTime) {
        return core.doubts().about(thing, nanoTime);
    }

    /**
     * Returns what waits and measures.
     *
     * @return the sleeper
     */
    public Sleeper sleeper() {
        return core.sleeper();
    }

    /**
     * Runs the code of an operation as a whole: local checks, requests, reading the results. Telemetry shows it as one
     * span. A {@link #call} within it that has the same operation is part of it; one that has another is a step of it,
     * with a span of its own below. Needed only by an operation of several steps, or with facts to tell.
     *
     * @param operation the operation
     * @param body its code, given where to note what telemetry should know, and run on this thread
     * @return what the code returns
     */
    public <T> T operation(Operation operation, Function<OperationFacts, T> body) {
        ActiveOperation active = core.telemetry().begin(operation.name(), tenant);
        try {
            T result = body.apply(active);
            active.end(null);
            return result;
        } catch (Throwable e) {
            active.end(e);
            throw e;
        }
    }

    /**
     * Runs the checks of an operation that sends nothing yet, such as a list. Telemetry shows it only if they fail, since
     * what follows is shown when it happens.
     *
     * @param operation the operation
     * @param checks its checks, run on this thread
     */
    public void check(Operation operation, Runnable checks) {
        try {
            checks.run();
        } catch (TelnyxException e) {
            operation(operation, facts -> {
                throw e;
            });
        }
    }

    /**
     * Sends one request of an operation. Unless {@link #operation} runs the operation, this is it.
     *
     * @param operation the operation
     * @param merged what holds for the call
     * @param options the call's options
     * @param privateTexts what the request says that no exception may quote
     * @param request sends the request with the generated client
     * @return the answer
     */
    public <T> ApiResponse<T> call(
            Operation operation,
            SettingsLayer merged,
            RequestOptions options,
            List<String> privateTexts,
            Function<ApiClient, ApiResponse<T>> request) {
        return operation(
                operation,
                facts -> request.apply(client(new CallTransport(core, merged, operation, privateTexts), options)));
    }

    /**
     * Runs work while no other thread of this client, whatever its view, runs work on the same thing.
     *
     * @param operation the operation
     * @param thing what the work is on, such as an account and a name; compared by {@code equals}
     * @param watch the time that the operation has; it waits no longer than that
     * @param work the work
     * @return what the work returns
     * @throws TelnyxException if the thread is interrupted while it waits, or the time is up; nothing was sent then
     */
    public <T> T oneAtATime(Operation operation, Object thing, Stopwatch watch, Supplier<T> work) {
        try {
            return core.locks().run(thing, watch.left(), work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw errors().notBegun(
                            operation.name(),
                            NetworkFailure.INTERRUPTED,
                            "the calling thread was interrupted while another call was at work on the same thing");
        } catch (TimeoutException e) {
            throw errors().notBegun(
                            operation.name(),
                            NetworkFailure.DEADLINE,
                            "its deadline of " + watch.total().toMillis()
                                    + " ms passed while another call was at work on the same thing");
        }
    }

    /**
     * Asks for the API key.
     *
     * @param operation the operation
     * @param merged what holds for the call
     * @return a key that can be sent
     * @throws TelnyxException if there is none
     */
    public String apiKey(Operation operation, SettingsLayer merged) {
        return new CallTransport(core, merged, operation, null).apiKey();
    }

    /**
     * Returns the generated client for calls that the facade does not wrap.
     *
     * @param options options for all its calls
     * @return a client that is safe for use by any number of threads
     */
    public ApiClient rawClient(RequestOptions options) {
        SettingsLayer merged = merge(SettingsLayer.EMPTY, options);
        return client(new CallTransport(core, merged, null, null), options);
    }

    /**
     * Refuses an id that cannot be one.
     *
     * @param operation the operation
     * @param field what the argument is called
     * @param id the id
     * @throws TelnyxException if it is blank, or would make the path that of another operation
     */
    public void requireId(Operation operation, String field, String id) {
        Objects.requireNonNull(id, field);
        if (id.isBlank() || id.equals(".") || id.equals("..")) {
            throw errors().localCheck(operation.name(), field, "must be the id of something, was blank or dots");
        }
    }

    /**
     * Insists on what an answer must have.
     *
     * @param response the answer, a success
     * @param data what it has, or null
     * @return the data
     * @throws TelnyxException if there is none
     */
    public <D> D data(ApiResponse<?> response, @Nullable D data) {
        if (data == null) {
            throw withoutData(response);
        }
        return data;
    }

    /**
     * Builds the error for a success whose body lacks what the operation is about.
     *
     * @param response the answer
     * @return the exception
     */
    public TelnyxException withoutData(ApiResponse<?> response) {
        return CallTransport.unusable(errors(), response.raw(), BodyProblem.NOT_UNDERSTOOD, null);
    }

    /**
     * Reads a generated model as another one, field by field.
     *
     * @param model the model
     * @param type the other one's class
     * @return a new object
     */
    public <T> T convert(Object model, Class<T> type) {
        return core.client().mapper().convertValue(model, type);
    }

    private ApiClient client(CallTransport call, RequestOptions options) {
        ApiClient.Builder builder =
                core.client().toBuilder().transport(call).failureHandler(call).apiKey(call::apiKey);
        options.headers().forEach(builder::header);
        return builder.build();
    }

    private static SettingsLayer layer(RequestOptions options) {
        Objects.requireNonNull(options, "options");
        String key = options.apiKey().orElse(null);
        Duration timeout = options.timeout().orElse(null);
        RetryOptions retries = options.retries().orElse(null);
        @Nullable Supplier<String> apiKey = key == null ? null : () -> key;
        return apiKey == null && timeout == null && retries == null
                ? SettingsLayer.EMPTY
                : new SettingsLayer(apiKey, null, null, null, null, null, timeout, retries);
    }
}
