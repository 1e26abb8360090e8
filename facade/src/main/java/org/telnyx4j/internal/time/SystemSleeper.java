package org.telnyx4j.internal.time;

import java.time.Duration;

/** Sleeps for real. */
enum SystemSleeper implements Sleeper {
    INSTANCE;

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}
