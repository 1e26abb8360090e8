package org.telnyx4j.internal.time;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sleeps for real. */
enum SystemSleeper implements Sleeper {
    INSTANCE;

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }

    @Override
    public boolean sleep(Duration duration, CountDownLatch end) throws InterruptedException {
        return end.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}
