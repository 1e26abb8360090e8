package org.telnyx4j.pacing;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Ends a wait before its time: the client is closed, for example. For one wait. */
final class End {
    private final AtomicBoolean over = new AtomicBoolean();
    private final Consumer<Runnable> registry;

    /**
     * Creates it.
     *
     * @param registry takes what is to be run when it is over
     */
    End(Consumer<Runnable> registry) {
        this.registry = registry;
    }

    boolean isOver() {
        return over.get();
    }

    /** Wakes who waits. */
    void onEnd(Runnable wake) {
        registry.accept(() -> {
            over.set(true);
            wake.run();
        });
    }
}
