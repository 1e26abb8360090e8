package org.telnyx4j.internal.time;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * The sleeper of one client. When the client is closed, all who sleep wake up, and nobody falls asleep any more. Their
 * threads are not interrupted for that, since the flag is the application's. Safe for use by any number of threads.
 */
public final class ClientSleeper implements Sleeper, AutoCloseable {
    private final Sleeper sleeper;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Action> onClose = ConcurrentHashMap.newKeySet();

    /**
     * Creates the sleeper of a client.
     *
     * @param sleeper waits and measures
     */
    public ClientSleeper(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /**
     * Waits, unless the client is closed before or meanwhile: see {@link #isClosed()}.
     *
     * @param duration how long, zero or more
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        sleeper.sleep(duration, closed);
    }

    @Override
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public long nanoTime() {
        return sleeper.nanoTime();
    }

    @Override
    public Registration onClose(Runnable action) {
        Action registered = new Action(action);
        onClose.add(registered);
        if (isClosed()) {
            // It came too late to be seen by close().
            registered.run();
        }
        return () -> onClose.remove(registered);
    }

    /** Wakes all who sleep. */
    @Override
    public void close() {
        closed.countDown();
        onClose.forEach(Action::run);
    }

    /** Runs once, and is equal to itself alone, however often the same one is registered. */
    private final class Action {
        private final Runnable action;

        Action(Runnable action) {
            this.action = action;
        }

        void run() {
            if (onClose.remove(this)) {
                action.run();
            }
        }
    }
}
