package org.telnyx4j.internal.telemetry;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.ObservedRequest;
import org.telnyx4j.telemetry.OperationListener;
import org.telnyx4j.telemetry.OperationResult;
import org.telnyx4j.telemetry.RequestResult;

/**
 * Calls all listeners, whatever one of them throws. The first to be called at a start is the last at an end, so that what
 * it makes current on the thread is so for the others too. Safe for use by any number of threads.
 */
final class Listeners {
    private final OperationListener[] all;
    private final AtomicBoolean reported;

    /**
     * Creates the group.
     *
     * @param all the listeners
     * @param reported whether a listener that throws was reported yet
     */
    Listeners(List<OperationListener> all, AtomicBoolean reported) {
        this.all = all.toArray(new OperationListener[0]);
        this.reported = reported;
    }

    void started(ObservedOperation operation) {
        for (OperationListener listener : all) {
            try {
                listener.started(operation);
            } catch (Throwable e) {
                report(listener, e);
            }
        }
    }

    void requestStarted(ObservedRequest request) {
        for (OperationListener listener : all) {
            try {
                listener.requestStarted(request);
            } catch (Throwable e) {
                report(listener, e);
            }
        }
    }

    void requestEnded(ObservedRequest request, RequestResult result) {
        for (int i = all.length - 1; i >= 0; i--) {
            try {
                all[i].requestEnded(request, result);
            } catch (Throwable e) {
                report(all[i], e);
            }
        }
    }

    void ended(ObservedOperation operation, OperationResult result, @Nullable Throwable failure) {
        for (int i = all.length - 1; i >= 0; i--) {
            try {
                if (failure == null) {
                    all[i].succeeded(operation, result);
                } else {
                    all[i].failed(operation, result, failure);
                }
            } catch (Throwable e) {
                report(all[i], e);
            }
        }
    }

    /** The class alone: what is thrown can have anything in its message. */
    private void report(OperationListener listener, Throwable failure) {
        if (listener instanceof OpenTelemetryListener || !reported.compareAndSet(false, true)) {
            return;
        }
        FailSafe.run(() -> System.getLogger("org.telnyx4j.telemetry")
                .log(
                        System.Logger.Level.WARNING,
                        "The listener " + listener.getClass().getName() + " has thrown "
                                + failure.getClass().getName()
                                + ". No call is changed by that, and it is logged only once."));
    }
}
