package org.telnyx4j.internal.numbers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.telnyx4j.internal.time.Sleeper;

/** Time that passes only by sleeping, and then at once. */
final class FakeSleeper implements Sleeper {
    final List<Duration> sleeps = new ArrayList<>();
    private long nanos = 17;
    private int interruptAt = -1;

    /** Interrupts the sleep with this index, counted from 0. */
    FakeSleeper interruptAt(int index) {
        interruptAt = index;
        return this;
    }

    Duration slept() {
        return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted() || sleeps.size() == interruptAt) {
            throw new InterruptedException("by the test");
        }
        sleeps.add(duration);
        nanos += duration.toNanos();
    }

    @Override
    public long nanoTime() {
        return nanos;
    }
}
