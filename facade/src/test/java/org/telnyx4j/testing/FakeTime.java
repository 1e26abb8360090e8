package org.telnyx4j.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.telnyx4j.internal.time.Sleeper;
import org.telnyx4j.internal.time.TimeSource;

/** Time that passes by itself as it does, and by sleeping at once; chance that always draws the same. */
public final class FakeTime extends Clock implements Sleeper {
    private final AtomicLong slept = new AtomicLong();
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private volatile Instant timeOfDay = Instant.parse("2026-03-04T05:06:07Z");
    private volatile Consumer<Duration> onSleep = duration -> {};
    private volatile double drawn = 0.5;

    public TimeSource source() {
        return new TimeSource(this, this, () -> drawn);
    }

    /** Sets what each draw gives. */
    public FakeTime drawing(double value) {
        drawn = value;
        return this;
    }

    /** Does something within each sleep. */
    public FakeTime onSleep(Consumer<Duration> action) {
        onSleep = action;
        return this;
    }

    /** Sets the time of day, which must change nothing. */
    public void setTimeOfDay(Instant instant) {
        timeOfDay = instant;
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        slept.addAndGet(duration.toNanos());
    }

    public List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        sleeps.add(duration);
        onSleep.accept(duration);
        if (Thread.interrupted()) {
            throw new InterruptedException("by the test");
        }
        pass(duration);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() + slept.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return timeOfDay;
    }
}
