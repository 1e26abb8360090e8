package org.telnyx4j.internal.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;

/**
 * Reports the operations and requests of a client and its tenants. Whatever OpenTelemetry does, no method throws and no
 * call changes. As long as there is no OpenTelemetry, none of its classes is loaded. Safe for use by any number of
 * threads.
 */
public final class Telemetry {
    private final @Nullable OpenTelemetry given;
    private final boolean httpSpans;
    private final GlobalLookup global = new GlobalLookup();
    private final AtomicReference<@Nullable Instruments> instruments = new AtomicReference<>();

    /**
     * Creates the telemetry of a client.
     *
     * @param given what to report to, or null for the global one, which is looked for with each operation until it is
     *     there
     * @param httpSpans whether requests are reported, besides operations
     */
    public Telemetry(@Nullable OpenTelemetry given, boolean httpSpans) {
        this.given = given;
        this.httpSpans = httpSpans;
    }

    /**
     * Begins an operation, which becomes the parent of what this thread does until it ends. If one of the same name and
     * tenant is under way on this thread, this is a part of it.
     *
     * @param operation its name, such as {@code messages.send}
     * @param tenant the tenant's name, or null
     * @return the operation, to be ended by the same thread
     */
    public ActiveOperation begin(String operation, @Nullable String tenant) {
        Instruments found = lookUp();
        if (found == null) {
            return global.isFirstUnderWay() ? new UnobservedOperation.First(global) : UnobservedOperation.INSTANCE;
        }
        try {
            return found.begin(operation, tenant);
        } catch (Throwable broken) {
            return UnobservedOperation.INSTANCE;
        }
    }

    /**
     * Begins one HTTP request of the operation that is under way on this thread.
     *
     * @param call the call
     * @param attempt the request
     * @return the attempt, to be ended by the same thread
     */
    public ActiveAttempt attempt(Call call, Attempt attempt) {
        Instruments found = instruments.get();
        if (found == null) {
            return ActiveAttempt.UNOBSERVED;
        }
        try {
            return found.attempt(call, attempt);
        } catch (Throwable broken) {
            return ActiveAttempt.UNOBSERVED;
        }
    }

    /**
     * Returns whether anything is reported, so that what would only be reported need not be collected.
     *
     * @return false as long as no OpenTelemetry was found
     */
    public boolean isObserved() {
        return instruments.get() != null;
    }

    /**
     * Takes along to another thread the context of this one.
     *
     * @param task what that thread will do
     * @return what it is to do instead
     */
    public Runnable carried(Runnable task) {
        Instruments found = instruments.get();
        return found == null ? task : found.carried(task);
    }

    /**
     * Notes that the operation that is under way on this thread has sent a request once more, on another thread.
     *
     * @param response its response if that is the one which is taken, or null
     */
    public void noteHedge(@Nullable RawResponse response) {
        Instruments found = instruments.get();
        if (found != null) {
            FailSafe.run(() -> found.noteHedge(response));
        }
    }

    private @Nullable Instruments lookUp() {
        Instruments known = instruments.get();
        if (known != null) {
            return known;
        }
        try {
            OpenTelemetry found = given != null ? given : global.find();
            if (found == null) {
                return null;
            }
            // One for all: an operation and its parts know each other by it.
            instruments.compareAndSet(null, new Instruments(found, httpSpans));
            return instruments.get();
        } catch (Throwable broken) {
            return null;
        }
    }
}
