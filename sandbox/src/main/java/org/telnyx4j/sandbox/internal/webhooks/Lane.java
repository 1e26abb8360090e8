package org.telnyx4j.sandbox.internal.webhooks;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The order of what goes to one URL: a job starts when the one before is done, or some time after that has started, so that
 * a slow receiver holds up nothing for long. Safe for concurrent use.
 */
final class Lane {
    static final Duration LONGEST_WAIT = Duration.ofMillis(250);

    private final Executor pool;
    private final ScheduledExecutorService timer;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    Lane(Executor pool, ScheduledExecutorService timer) {
        this.pool = pool;
        this.timer = timer;
    }

    synchronized void add(Runnable job) {
        if (busy) {
            waiting.add(job);
        } else {
            start(job);
        }
    }

    private void start(Runnable job) {
        busy = true;
        AtomicBoolean passedOn = new AtomicBoolean();
        pool.execute(() -> {
            // From its start on, as the pool may have had no thread for it.
            ScheduledFuture<?> patience =
                    timer.schedule(() -> passOn(passedOn), LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            try {
                job.run();
            } finally {
                patience.cancel(false);
                passOn(passedOn);
            }
        });
    }

    private synchronized void passOn(AtomicBoolean passedOn) {
        if (passedOn.compareAndSet(false, true)) {
            Runnable next = waiting.poll();
            busy = false;
            if (next != null) {
                start(next);
            }
        }
    }
}
