package org.telnyx4j.internal.exchange;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiClient;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallGuard;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.call.CallTarget;
import org.telnyx4j.internal.call.PathParameters;
import org.telnyx4j.internal.call.SpanDetails;
import org.telnyx4j.internal.call.TelemetryAttributes;
import org.telnyx4j.internal.errors.BodyProblem;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.telemetry.ActiveOperation;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.Nanos;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.Stopwatch;

/**
 * The client as the application, or one of its tenants, uses it. The facade and the generated API classes send with it.
 * Immutable, opens nothing, and is created in no time; safe for use by any number of threads.
 */
public final class TelnyxClient implements ApiClient {
    private final ClientResources resources;
    private final CallStep chain;
    private final CallTarget target;
    private final CallSettings settings;
    private final SpanDetails spanDetails;
    /** What its calls are steps of, which was let in already; null for calls that stand for themselves. */
    private final @Nullable ActiveOperation within;
    /** When its calls began to count, and let in already; null for calls that begin when they are made. */
    private final @Nullable CallStart start;

    /**
     * Creates a client.
     *
     * @param resources what the client and all its tenants share
     * @param settings the merged settings: tenant, client, built-in
     * @param tenant the name of the tenant, or null for the client itself
     */
    public TelnyxClient(ClientResources resources, CallSettings settings, @Nullable String tenant) {
        this(resources, resources.chain(), resources.target(tenant), settings, SpanDetails.NONE, null, null);
    }

    private TelnyxClient(
            ClientResources resources,
            CallStep chain,
            CallTarget target,
            CallSettings settings,
            SpanDetails spanDetails,
            @Nullable ActiveOperation within,
            @Nullable CallStart start) {
        this.resources = resources;
        this.chain = chain;
        this.target = target;
        this.settings = settings;
        this.spanDetails = spanDetails;
        this.within = within;
        this.start = start;
    }

    @Override
    @SuppressWarnings("unchecked") // The response belongs to this very request.
    public <T> ApiResponse<T> call(ApiRequest<T> request) {
        String name = target.name() == null ? request.operation().name() : target.name();
        ActiveOperation operation = begin(name);
        Call call = null;
        try {
            call = newCall(request, operation);
            ApiResponse<T> response = (ApiResponse<T>) send(call);
            describe(operation, call, response);
            operation.end(null);
            return response;
        } catch (Throwable e) {
            describe(operation, call, null);
            operation.end(e);
            throw e;
        }
    }

    private ApiResponse<?> send(Call call) {
        long now = sleeper().nanoTime();
        Attempt first = Attempt.first(call, begin(now), now);
        enter(call.name());
        try {
            return chain.send(call, first);
        } finally {
            leave();
        }
    }

    /** A call within a composite operation of the same name is a part of it; one with another name is a step below. */
    private ActiveOperation begin(String name) {
        return resources.telemetry().begin(name, target.tenant(), within);
    }

    private void describe(ActiveOperation operation, @Nullable Call call, @Nullable ApiResponse<?> response) {
        if (call == null || !operation.isObserved()) {
            return;
        }
        try {
            operation.commandId(call.correlationIds().commandId());
            operation.callControlId(PathParameters.value(call.request(), "call_control_id"));
            spanDetails.add(operation, call.request(), response);
        } catch (RuntimeException e) {
            // What was sent must not turn into an exception because it could not be described.
        }
    }

    private boolean isLetIn() {
        return within != null || start != null;
    }

    /** Steps begin when they begin; what stands for itself began when it was called, perhaps on another thread. */
    private long begin(long now) {
        return within == null && start != null ? start.nanos() : now;
    }

    private void enter(String operation) {
        if (!isLetIn() && !resources.admission().enter()) {
            throw errors().clientClosed(operation);
        }
    }

    private void leave() {
        if (!isLetIn()) {
            resources.admission().leave();
        }
    }

    private Call newCall(ApiRequest<?> request, TelemetryAttributes operation) {
        CallSettings merged = CallSettings.merge(CallSettings.of(request.options()), settings);
        return new Call(request, target, merged, operation);
    }

    /**
     * Returns the same client with options for all its calls.
     *
     * @param options the options, which win over the client's own
     * @return a client
     * @throws TelnyxException if they have a correlation token, which belongs to one call
     */
    public TelnyxClient with(RequestOptions options) {
        return with(options, Objects.requireNonNullElse(target.name(), "telnyx"));
    }

    private TelnyxClient with(RequestOptions options, String operation) {
        if (Objects.requireNonNull(options, "options").correlationToken().isPresent()) {
            throw errors().localCheck(
                            operation, "correlationToken", "is for one send of a message, and for no other call");
        }
        CallSettings own = CallSettings.of(options);
        return own.isEmpty()
                ? this
                : new TelnyxClient(
                        resources, chain, target, CallSettings.merge(own, settings), spanDetails, within, start);
    }

    /**
     * Returns the same client with another deadline for each call, for a step of something longer.
     *
     * @param time how long a call may take; anything below a millisecond counts as one
     * @return a client
     */
    public TelnyxClient within(Duration time) {
        return new TelnyxClient(resources, chain, target, settings.within(time), spanDetails, within, start);
    }

    /**
     * Returns the same client under whose name errors and telemetry report each call.
     *
     * @param operation the name, such as {@code phone_numbers.buy}, in place of that of the specification
     * @return a client
     */
    public TelnyxClient named(String operation) {
        return new TelnyxClient(resources, chain, target.named(operation), settings, spanDetails, within, start);
    }

    /**
     * Returns the same client for operations whose result is the data of the response: a success without data is then a
     * failure of the call, and telemetry shows it as one. Off unless set.
     *
     * @param needed whether data are needed
     * @return a client
     */
    public TelnyxClient needingData(boolean needed) {
        return new TelnyxClient(resources, chain, target.needingData(needed), settings, spanDetails, within, start);
    }

    /**
     * Returns the same client with something to add to the span of each call.
     *
     * @param details adds attributes
     * @return a client
     */
    public TelnyxClient describedBy(SpanDetails details) {
        Objects.requireNonNull(details, "details");
        return new TelnyxClient(resources, chain, target, settings, details, within, start);
    }

    /**
     * Returns the same client whose calls are guarded.
     *
     * @param guard is asked after the checks of each call, before it goes out
     * @return a client
     */
    public TelnyxClient guardedBy(CallGuard guard) {
        return new TelnyxClient(resources, resources.chain(guard), target, settings, spanDetails, within, start);
    }

    /**
     * Returns the merged settings.
     *
     * @return the settings of calls without options
     */
    public CallSettings settings() {
        return settings;
    }

    /**
     * Returns what builds the exceptions.
     *
     * @return the factory
     */
    public ErrorFactory errors() {
        return resources.errors();
    }

    /**
     * Returns what waits and measures.
     *
     * @return the sleeper, which wakes up when the client is closed
     */
    public Sleeper sleeper() {
        return resources.sleeper();
    }

    /**
     * Runs an operation of several steps under one span and with one deadline. Its code sends with the {@link
     * Composite#client() client} that it is given; a call of another name than the operation's has a span of its own
     * below.
     *
     * @param name what errors and telemetry call the operation
     * @param options options for all of it; its timeout is that of the whole
     * @param body its code, run on this thread
     * @return what the code returns
     */
    public <T> T operation(String name, RequestOptions options, Function<Composite, T> body) {
        ActiveOperation active = begin(name);
        try {
            TelnyxClient own = with(options, name).within(active);
            Duration timeout = Objects.requireNonNull(own.settings.timeout(), "the built-in timeout");
            Stopwatch watch = new Stopwatch(sleeper(), timeout, begin(sleeper().nanoTime()));
            T result = runAdmitted(name, body, new Composite(name, own, active, watch));
            active.end(null);
            return result;
        } catch (Throwable e) {
            active.end(e);
            throw e;
        }
    }

    private <T> T runAdmitted(String name, Function<Composite, T> body, Composite operation) {
        enter(name);
        try {
            return body.apply(operation);
        } finally {
            leave();
        }
    }

    /** Returns the same client for a call that was let in, and whose deadline counts from then on. */
    TelnyxClient startedAt(CallStart begun) {
        return new TelnyxClient(resources, chain, target, settings, spanDetails, within, begun);
    }

    /** Returns what the client shares with others. */
    ClientResources resources() {
        return resources;
    }

    /** Reports an operation that ended before it began. */
    void report(String operation, TelnyxException failure) {
        begin(operation).end(failure);
    }

    private TelnyxClient within(ActiveOperation operation) {
        return new TelnyxClient(resources, chain, target, settings, spanDetails, operation, start);
    }

    /**
     * Runs the checks of an operation before its call, or those of one that sends nothing yet, such as a list. Telemetry
     * shows the operation only if they fail, since what follows is shown when it happens.
     *
     * @param name what errors and telemetry call the operation
     * @param checks its checks, run on this thread
     * @return what the checks return
     */
    public <T> T checked(String name, Supplier<T> checks) {
        try {
            return checks.get();
        } catch (TelnyxException e) {
            begin(name).end(e);
            throw e;
        }
    }

    /**
     * Asks for the API key.
     *
     * @param operation the name of the operation
     * @return a key that can be sent
     * @throws TelnyxException if there is none
     */
    public String apiKey(String operation) {
        Duration timeout = Objects.requireNonNull(settings.timeout(), "the built-in timeout");
        return resources.authorization().apiKey(operation, settings.apiKey(), Nanos.of(timeout), timeout);
    }

    /**
     * Insists on what a response must have.
     *
     * @param response the response, a success of this client
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
     * @param response the response, a success of this client
     * @return the exception
     */
    public TelnyxException withoutData(ApiResponse<?> response) {
        return errors().unusableSuccess(
                        newCall(response.request(), Telemetry.UNOBSERVED), response, BodyProblem.NO_DATA, null);
    }

    /**
     * Runs work while no other thread of this client, whatever its tenant, runs work on the same thing.
     *
     * @param operation the name of the operation
     * @param thing what the work is on, such as an account and a name; compared by {@code equals}
     * @param watch the time that the operation has; it waits no longer than that
     * @param work the work
     * @return what the work returns
     * @throws TelnyxException if the thread is interrupted while it waits, or the time is up; nothing was sent then
     */
    public <T> T oneAtATime(String operation, Object thing, Stopwatch watch, Supplier<T> work) {
        try {
            return resources.locks().run(thing, watch.left(), work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw errors().notBegun(
                            operation,
                            NetworkFailure.INTERRUPTED,
                            "the calling thread was interrupted while another call was at work on the same thing");
        } catch (TimeoutException e) {
            throw errors().notBegun(
                            operation,
                            NetworkFailure.DEADLINE,
                            "its deadline of " + Nanos.toMillis(watch.total())
                                    + " ms passed while another call was at work on the same thing");
        }
    }

    /**
     * Notes that the creation of something is unconfirmed: the response was lost, and it has not shown up.
     *
     * @param thing what it is, with its account; compared by {@code equals}
     */
    public void noteUnconfirmed(Object thing) {
        resources.unconfirmed().add(thing, sleeper().nanoTime());
    }

    /**
     * Returns for how long an unconfirmed creation, by whatever tenant of this client, may yet be carried out.
     *
     * @param thing what it is, with its account; compared by {@code equals}
     * @return the remaining time, or empty where nothing is unconfirmed
     */
    public Optional<Duration> unconfirmed(Object thing) {
        return resources.unconfirmed().remaining(thing, sleeper().nanoTime());
    }

    /**
     * Notes that something was created or changed, for the next five minutes or until a thousand other things were.
     *
     * @param thing what it is, with its account; compared by {@code equals}
     * @param state what it is now; immutable
     */
    public void noteWritten(Object thing, Object state) {
        resources.recentWrites().put(thing, state, sleeper().nanoTime());
    }

    /**
     * Returns what something was when this client, by whatever tenant, last created or changed it. Others may have
     * changed or removed it since.
     *
     * @param thing what it is, with its account; compared by {@code equals}
     * @return its state then, or empty where nothing was noted lately
     */
    public Optional<Object> written(Object thing) {
        return resources.recentWrites().get(thing, sleeper().nanoTime());
    }

    /**
     * Forgets what was noted.
     *
     * @param thing what it is, with its account; compared by {@code equals}
     */
    public void forgetWritten(Object thing) {
        resources.recentWrites().remove(thing);
    }

    /** Shows the tenant's name; all else is private. */
    @Override
    public String toString() {
        return "TelnyxClient[" + (target.tenant() == null ? "" : target.tenant()) + "]";
    }

    /** An operation of several steps under way. For the thread that runs it. */
    public static final class Composite {
        private final String name;
        private final TelnyxClient client;
        private final TelemetryAttributes attributes;
        private final Stopwatch watch;

        private Composite(String name, TelnyxClient client, TelemetryAttributes attributes, Stopwatch watch) {
            this.name = name;
            this.client = client;
            this.attributes = attributes;
            this.watch = watch;
        }

        /**
         * Returns the operation's name.
         *
         * @return what errors and telemetry call it
         */
        public String name() {
            return name;
        }

        /**
         * Returns the time that the operation has.
         *
         * @return the stopwatch, started with the operation
         */
        public Stopwatch watch() {
            return watch;
        }

        /**
         * Returns the attributes of the operation's span.
         *
         * @return the attributes
         */
        public TelemetryAttributes attributes() {
            return attributes;
        }

        /**
         * Returns a client for the step with which the operation begins, and which may take all of its time.
         *
         * @return a client with the operation's options
         */
        public TelnyxClient firstClient() {
            return client;
        }

        /**
         * Returns a client for the next step, which may take all the time that is left. Ask for it when the step begins,
         * and give the call no options: they are the client's already, and a timeout of its own would win.
         *
         * @return a client with the operation's options
         */
        public TelnyxClient client() {
            return client.within(watch.left());
        }

        /**
         * Returns a client for the next step.
         *
         * @param atMost how long the step may take, as long as there is that much time
         * @return a client with the operation's options
         */
        public TelnyxClient client(Duration atMost) {
            Duration left = watch.left();
            return client.within(atMost.compareTo(left) < 0 ? atMost : left);
        }
    }
}
