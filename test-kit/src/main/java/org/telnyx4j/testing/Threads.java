package org.telnyx4j.testing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Calls on threads of their own, and waiting for what must come without guessing when. */
public final class Threads {
    /**
     * How long anything is waited for that must come: a thousand times what it takes, as a machine may be busy, and less
     * than the deadlines of the clients under test, which would bring an end as well.
     */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int STUCK = 50;

    private Threads() {}

    /** A call on a thread of its own. */
    public static final class Running {
        private final Thread thread;
        private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        private final AtomicBoolean interruptedAfterwards = new AtomicBoolean();
        private final CountDownLatch over = new CountDownLatch(1);

        private Running(Callable<?> call) {
            thread = daemon("caller", () -> {
                try {
                    call.call();
                } catch (Throwable e) {
                    thrown.set(e);
                } finally {
                    interruptedAfterwards.set(Thread.currentThread().isInterrupted());
                    over.countDown();
                }
            });
            thread.start();
        }

        public Thread thread() {
            return thread;
        }

        /** Interrupts the caller, and waits until its call is over. */
        public Running interrupt() throws InterruptedException {
            thread.interrupt();
            return join();
        }

        public Running join() throws InterruptedException {
            if (!over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The call has not ended: " + List.of(thread.getStackTrace()));
            }
            return this;
        }

        /** Returns what the call threw. */
        public <T extends Throwable> T thrown(Class<T> type) {
            Throwable error = thrown.get();
            if (!type.isInstance(error)) {
                throw new AssertionError("The call was to throw " + type.getName() + ", and threw " + error, error);
            }
            return type.cast(error);
        }

        public boolean succeeded() {
            return thrown.get() == null;
        }

        public boolean interruptedAfterwards() {
            return interruptedAfterwards.get();
        }
    }

    /** Returns a thread that does not keep the JVM alive, not started yet. */
    static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Starts a call. */
    public static Running start(Callable<?> call) {
        return new Running(call);
    }

    /** Waits until something is so, which is checked every few milliseconds, for {@link #PATIENCE} at most. */
    public static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Never came true: " + what);
            }
            Thread.sleep(2);
        }
    }

    /** Waits until the JVM has a stack frame of a class on a thread, so that the thread is known to be within it. */
    public static void awaitWithin(Thread thread, String className) throws InterruptedException {
        await(thread + " within " + className, () -> {
            for (StackTraceElement frame : thread.getStackTrace()) {
                if (frame.getClassName().contains(className)) {
                    return true;
                }
            }
            return false;
        });
    }

    /**
     * Waits until a thread waits for something, with a limit of time, in a method of a class. What comes before the wait
     * is done then, which {@link #awaitWithin} does not promise.
     */
    public static void awaitWaitingWithin(Thread thread, String className) throws InterruptedException {
        await(thread + " waiting within " + className, () -> thread.getState() == Thread.State.TIMED_WAITING);
        awaitWithin(thread, className);
    }

    /**
     * Waits until a thread has been within a class for so long that it is stuck there.
     *
     * @param name of the thread
     * @param className what it is within
     */
    public static void awaitStuckWithin(String name, String className) throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        await(name + " stuck within " + className, () -> {
            boolean isWithin = Thread.getAllStackTraces().entrySet().stream()
                    .anyMatch(entry -> entry.getKey().getName().equals(name)
                            && List.of(entry.getValue()).toString().contains(className));
            times.set(isWithin ? times.get() + 1 : 0);
            return times.get() == STUCK;
        });
    }

    /** Returns the names of all live threads of the library. */
    public static List<String> ofTheLibrary() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("telnyx4j") || name.contains("idle-connection-evictor"))
                .sorted()
                .toList();
    }
}
