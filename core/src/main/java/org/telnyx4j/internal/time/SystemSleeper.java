package org.telnyx4j.internal.time;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sleeps for real. */
final class SystemSleeper implements Sleeper {
    static final SystemSleeper INSTANCE = new SystemSleeper();

    private final SuspensionClock clock = new SuspensionClock(System::nanoTime, System::currentTimeMillis);

    private SystemSleeper() {}

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Nanos.of(duration));
    }

    @Override
    public boolean sleep(Duration duration, CountDownLatch end) throws InterruptedException {
        return end.await(Nanos.of(duration), TimeUnit.NANOSECONDS);
    }

    @Override
    public long nanoTime() {
        return clock.nanoTime();
    }
}
