package org.telnyx4j.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Time in which a sleep takes none, a time of day and a source of random numbers, for tests of waits. Its methods have
 * the shape of what the library takes, so that a few lines adapt it. Safe for concurrent use.
 */
public final class FakeTime {
    private final boolean realTimePasses;
    private final AtomicLong passed = new AtomicLong(17);
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private final FakeClock clock = new FakeClock(Instant.parse("2026-03-04T05:06:07Z"));
    private volatile Consumer<Duration> onSleep = duration -> {};
    private volatile int interruptAt = -1;
    private volatile double random = 0.5;

    private FakeTime(boolean realTimePasses) {
        this.realTimePasses = realTimePasses;
    }

    /** Returns time that passes by sleeping and, besides, as it really does. */
    public static FakeTime passing() {
        return new FakeTime(true);
    }

    /** Returns time that passes by sleeping alone. */
    public static FakeTime frozen() {
        return new FakeTime(false);
    }

    /** Sets the value of every random number; 0.5 at first. */
    public FakeTime withRandom(double value) {
        random = value;
        return this;
    }

    /** Does something within each sleep. */
    public FakeTime onSleep(Consumer<Duration> action) {
        onSleep = action;
        return this;
    }

    /** Interrupts the sleep with this index, counted from 0. */
    public FakeTime interruptAt(int index) {
        interruptAt = index;
        return this;
    }

    /** Lets time pass; the time of day stays as it is. */
    public void pass(Duration duration) {
        passed.addAndGet(duration.toNanos());
    }

    /** Returns all sleeps that were not interrupted before they began, in order. */
    public List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    /** Returns how long all sleeps were together. */
    public Duration slept() {
        return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the time of day, which no sleep moves. */
    public FakeClock clock() {
        return clock;
    }

    /** Returns the number that was set. */
    public double nextRandom() {
        return random;
    }

    /** Passes at once. */
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted() || sleeps.size() == interruptAt) {
            throw new InterruptedException("by the test");
        }
        sleeps.add(duration);
        onSleep.accept(duration);
        if (Thread.interrupted()) {
            throw new InterruptedException("by the test");
        }
        pass(duration);
    }

    /** Returns nanoseconds since some moment in the past. */
    public long nanoTime() {
        return passed.get() + (realTimePasses ? System.nanoTime() : 0);
    }
}
