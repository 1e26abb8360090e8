package org.telnyx4j.internal.retry;

import java.time.Duration;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.TimeSource;

/**
 * Carries calls out, with as many requests as it takes and is allowed. The one place that decides whether a request is
 * sent again. What belongs to a call is kept with the call; what all calls of a client share is the budget. Safe for use
 * by any number of threads.
 */
public final class RetryEngine implements AutoCloseable {
    private final ErrorFactory errors;
    private final TimeSource time;
    private final RetryBudget budget;
    private final HedgeThreads hedgeThreads = new HedgeThreads();

    /**
     * Makes an engine.
     *
     * @param errors builds the exceptions
     * @param time measures, waits, and draws lots
     */
    public RetryEngine(ErrorFactory errors, TimeSource time) {
        this.errors = errors;
        this.time = time;
        this.budget = new RetryBudget(time.sleeper()::nanoTime);
    }

    /**
     * Carries a call out.
     *
     * @param call the call
     * @return the answer, a success, and how many requests it took
     * @throws TelnyxException if there is none
     */
    public Answered run(RetryableCall call) {
        return new CallRun(this, call).run();
    }

    /** Ends the threads of hedged calls. */
    @Override
    public void close() {
        hedgeThreads.close();
    }

    ErrorFactory errors() {
        return errors;
    }

    Sleeper sleeper() {
        return time.sleeper();
    }

    RetryBudget budget() {
        return budget;
    }

    HedgeThreads hedgeThreads() {
        return hedgeThreads;
    }

    /** A wait between nothing and a longest one. */
    Duration drawn(Duration longest) {
        return Duration.ofNanos((long) (longest.toNanos() * time.random().getAsDouble()));
    }
}
