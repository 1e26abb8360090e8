package org.telnyx4j.broadcast;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether somebody wants the command to end. Safe for use by any number of threads. */
final class Interruption {
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean isAtQuestion;

    /** Asks the command to end as soon as what is on its way has ended. */
    void ask() {
        asked.countDown();
    }

    /** Sets whether the command waits for a person, and so has nothing on its way that must end first. */
    void atQuestion(boolean isAtQuestion) {
        this.isAtQuestion = isAtQuestion;
    }

    boolean isAtQuestion() {
        return isAtQuestion;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits for a while, or until the command is asked to end. */
    void pause(Duration atMost) {
        try {
            if (asked.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ask();
        }
    }
}
