package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.TelemetryAttributes;
import org.telnyx4j.telemetry.OperationListener;

/**
 * Reports the operations and requests of a client and its tenants to the application's listeners, and to OpenTelemetry.
 * Whatever these do, no method throws and no call changes. As long as there is no OpenTelemetry, none of its classes is
 * loaded. Safe for use by any number of threads.
 */
public final class Telemetry {
    /** An operation that nobody listens to. */
    public static final ActiveOperation UNOBSERVED = new UnobservedOperation();

    private final @Nullable OpenTelemetry given;
    private final boolean httpSpans;
    private final List<OperationListener> listeners;
    private final GlobalLookup global = new GlobalLookup();
    private final AtomicBoolean reported = new AtomicBoolean();
    private final @Nullable Listeners ownAlone;
    private final AtomicReference<@Nullable Listeners> withOpenTelemetry = new AtomicReference<>();

    /**
     * Creates the telemetry of a client.
     *
     * @param given the OpenTelemetry to report to, or null for the global one, which is looked for with each operation
     *     until it is there
     * @param httpSpans whether OpenTelemetry gets requests, besides operations; null for: unless its agent reports them
     * @param listeners the application's listeners
     */
    public Telemetry(@Nullable OpenTelemetry given, @Nullable Boolean httpSpans, List<OperationListener> listeners) {
        this.given = given;
        this.httpSpans = httpSpans != null ? httpSpans : !Agent.reportsHttpClient();
        this.listeners = List.copyOf(listeners);
        this.ownAlone = this.listeners.isEmpty() ? null : new Listeners(this.listeners, reported);
    }

    /**
     * Begins an operation.
     *
     * @param name its name, such as {@code messages.send}
     * @param tenant the tenant's name, or null
     * @param within the operation that it is a step of, or null. If that has the same name and tenant, this is a part of
     *     it, and not reported by itself
     * @return the operation, to be ended by the same thread
     */
    public ActiveOperation begin(String name, @Nullable String tenant, @Nullable TelemetryAttributes within) {
        Listeners active = lookUp();
        if (active == null) {
            return global.isFirstUnderWay() ? new UnobservedOperation.First(global) : UNOBSERVED;
        }
        OperationRun known = run(within);
        OperationRun parent = known != null && known.isUnderWay() ? known : null;
        if (parent != null && parent.includes(name, tenant)) {
            return new JoinedOperation(parent);
        }
        OperationRun operation = new OperationRun(active, global, parent, name, tenant);
        active.started(operation);
        return operation;
    }

    /**
     * Begins one HTTP request.
     *
     * @param call the call
     * @param attempt the request
     * @return the attempt, to be ended by the same thread
     */
    public ActiveAttempt attempt(Call call, Attempt attempt) {
        OperationRun operation = run(call.telemetry());
        return operation == null ? ActiveAttempt.UNOBSERVED : RequestRun.begin(operation, call, attempt);
    }

    /**
     * Notes that a call has sent a request once more, on another thread.
     *
     * @param call the call, on the thread that began it
     * @param response the response to that request if it is the one which is taken, or null
     */
    public void noteHedge(Call call, @Nullable RawResponse response) {
        OperationRun operation = run(call.telemetry());
        if (operation != null && operation.isUnderWay()) {
            operation.retried();
            operation.responded(response);
        }
    }

    /**
     * Takes along to another thread what is current on this one for OpenTelemetry.
     *
     * @param task what that thread will do
     * @return what it is to do instead
     */
    public Runnable carried(Runnable task) {
        // Looked up, since it may be the first thing that this client is asked for.
        lookUp();
        return withOpenTelemetry.get() == null ? task : OpenTelemetryListener.carried(task);
    }

    private static @Nullable OperationRun run(@Nullable TelemetryAttributes operation) {
        if (operation instanceof JoinedOperation joined) {
            return joined.whole();
        }
        return operation instanceof OperationRun run ? run : null;
    }

    private @Nullable Listeners lookUp() {
        Listeners known = withOpenTelemetry.get();
        if (known != null) {
            return known;
        }
        try {
            OpenTelemetry found = given != null ? given : global.find();
            if (found == null) {
                return ownAlone;
            }
            List<OperationListener> all = new ArrayList<>();
            all.add(new OpenTelemetryListener(found, httpSpans));
            all.addAll(listeners);
            withOpenTelemetry.compareAndSet(null, new Listeners(all, reported));
            return withOpenTelemetry.get();
        } catch (Throwable broken) {
            return ownAlone;
        }
    }
}
