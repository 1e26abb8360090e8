package org.telnyx4j.internal.telemetry;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.call.TelemetryAttributes;

/** One operation under way, from {@link Telemetry#begin} to {@link #end}. No method throws. */
public interface ActiveOperation extends TelemetryAttributes {
    /**
     * Returns whether anybody is interested, so that what would only be reported need not be collected.
     *
     * @return false for an operation that nobody listens to
     */
    boolean isObserved();

    /**
     * Ends it, on the thread that began it.
     *
     * @param failure what it threw, or null
     */
    void end(@Nullable Throwable failure);
}
