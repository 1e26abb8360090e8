package org.telnyx4j.webhooks.internal;

import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Reports the first time that handling took longer than Telnyx waits for a response: it delivers such an event again,
 * which looks like a fault of Telnyx to who does not know. Safe for use by any number of threads.
 */
public final class SlowHandling {
    private static final long LONGEST_SECONDS = 2;

    private final System.Logger logger;
    private final LongSupplier nanoTime;
    private final AtomicBoolean reported = new AtomicBoolean();

    /**
     * Creates one that has reported nothing.
     *
     * @param logger takes the report, at the level WARNING
     * @param nanoTime a clock as {@link System#nanoTime()}
     */
    public SlowHandling(System.Logger logger, LongSupplier nanoTime) {
        this.logger = logger;
        this.nanoTime = nanoTime;
    }

    /**
     * Starts the time of one webhook.
     *
     * @return what {@link #end} needs
     */
    public long start() {
        return nanoTime.getAsLong();
    }

    /**
     * Ends the time of one webhook, and reports where it was too long and none was reported before.
     *
     * @param start what {@link #start} returned
     */
    public void end(long start) {
        long nanos = nanoTime.getAsLong() - start;
        if (nanos > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS) && reported.compareAndSet(false, true)) {
            // A number as text: a logger would write a number with the separators of the machine's language.
            logger.log(
                    Level.WARNING,
                    "Handling a webhook took {0} ms. Telnyx waits 2 s for the response and then delivers the event again: "
                            + "respond first, and let another thread do what takes longer. This is reported once",
                    Long.toString(TimeUnit.NANOSECONDS.toMillis(nanos)));
        }
    }
}
