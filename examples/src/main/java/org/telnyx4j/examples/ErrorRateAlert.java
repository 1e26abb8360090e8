package org.telnyx4j.examples;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.OperationListener;
import org.telnyx4j.telemetry.OperationResult;

/**
 * Alerts when too many operations fail: at least twenty in the last minute, and more than a quarter of them failed. Alerts
 * once, and again only after the rate was right in between. What the application did wrong itself, such as a number that is
 * none, does not count. Safe for use by any number of threads.
 */
final class ErrorRateAlert implements OperationListener {
    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int FEWEST = 20;

    private final LongSupplier nanoTime;
    private final Consumer<String> alert;
    private final Deque<Ended> recent = new ArrayDeque<>();
    private int failures;
    private boolean alerted;

    private record Ended(long nanos, boolean failed) {}

    /**
     * Creates the alert.
     *
     * @param nanoTime such as {@code System::nanoTime}
     * @param alert gets a sentence; must not block
     */
    ErrorRateAlert(LongSupplier nanoTime, Consumer<String> alert) {
        this.nanoTime = nanoTime;
        this.alert = alert;
    }

    @Override
    public void succeeded(ObservedOperation operation, OperationResult result) {
        ended(operation, false);
    }

    @Override
    public void failed(ObservedOperation operation, OperationResult result, Throwable failure) {
        if (!result.errorType().orElse("").equals("validation")) {
            ended(operation, true);
        }
    }

    private void ended(ObservedOperation operation, boolean failed) {
        // A step counts with the operation that it is a step of.
        if (operation.parent().isEmpty()) {
            String report = note(failed);
            if (report != null) {
                alert.accept(report);
            }
        }
    }

    private synchronized @Nullable String note(boolean failed) {
        long now = nanoTime.getAsLong();
        recent.add(new Ended(now, failed));
        failures += failed ? 1 : 0;
        while (now - recent.element().nanos() > WINDOW_NANOS) {
            failures -= recent.remove().failed() ? 1 : 0;
        }
        boolean tooMany = recent.size() >= FEWEST && failures * 4 > recent.size();
        boolean isNews = tooMany && !alerted;
        alerted = tooMany;
        return isNews ? failures + " of the last " + recent.size() + " operations on Telnyx have failed" : null;
    }
}
