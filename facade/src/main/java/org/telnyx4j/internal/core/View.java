package org.telnyx4j.internal.core;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.invoker.ApiClient;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.errors.BodyProblem;
import org.telnyx4j.internal.errors.CallContext;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.errors.ResponseHead;
import org.telnyx4j.internal.telemetry.ActiveOperation;
import org.telnyx4j.internal.telemetry.OperationFacts;

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
     * Runs work while no other thread of this client, whatever its view, runs work on the same thing of the same account.
     *
     * @param operation the operation
     * @param merged what holds for the call
     * @param thing what the work is on, such as a name
     * @param work the work
     * @return what the work returns
     * @throws TelnyxException if the thread is interrupted while it waits
     */
    public <T> T oneAtATime(Operation operation, SettingsLayer merged, String thing, Supplier<T> work) {
        @Nullable Supplier<String> apiKey = merged.apiKey();
        String account = apiKey == null ? null : apiKey.get();
        try {
            return core.locks().run(Objects.hash(account, thing), work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CallContext call = CallContext.of(operation.name(), operation.repeatability());
            throw errors().interrupted(call, FailureStage.LEASE, e);
        }
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
     * Builds the error for a success whose body has nothing under {@code data}.
     *
     * @param operation the operation
     * @param response the answer
     * @return the exception
     */
    public TelnyxException withoutData(Operation operation, ApiResponse<?> response) {
        CallContext call = CallContext.of(operation.name(), operation.repeatability());
        ResponseHead head = new ResponseHead(response.status(), response::header);
        return errors().unusableBody(call, head, BodyProblem.NOT_UNDERSTOOD, null);
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
        @Nullable Supplier<String> apiKey = key == null ? null : () -> key;
        return apiKey == null && timeout == null
                ? SettingsLayer.EMPTY
                : new SettingsLayer(apiKey, null, null, null, null, timeout);
    }
}
