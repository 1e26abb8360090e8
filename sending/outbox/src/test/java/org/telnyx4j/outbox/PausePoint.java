package org.telnyx4j.outbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Holds a worker at one point, as if its machine were suspended there. With a heartbeat of hours, others take it for dead; it
 * comes back when it is released, or never.
 */
final class PausePoint implements Seams {
    private final Point point;
    private final AtomicBoolean used = new AtomicBoolean();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch back = new CountDownLatch(1);

    PausePoint(Point point) {
        this.point = point;
    }

    @Override
    public void reached(Point at) {
        if (at == point && used.compareAndSet(false, true)) {
            reached.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new Killed();
            } finally {
                back.countDown();
            }
        }
    }

    void awaitReached() throws InterruptedException {
        if (!reached.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The worker has not come to " + point);
        }
    }

    void release() throws InterruptedException {
        released.countDown();
        back.await();
    }

    /** Ends the worker's thread at this point. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
