package org.telnyx4j.benchmarks.outbox;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Worker processes, each of which is started again when it has ended, as a service manager does. Thread-safe.
 */
final class Fleet implements AutoCloseable {
    /** What makes a short life of a JVM short. */
    private static final List<String> JVM =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final WorkerOrder order;
    private final List<Map<String, String>> environments;
    private final List<WorkerProcess> workers = new ArrayList<>();
    private final Thread keeper = new Thread(this::keep, "fleet");
    private int started;
    private volatile boolean closing;

    /**
     * Starts them.
     *
     * @param order what each does
     * @param environments what each has in its environment
     */
    Fleet(WorkerOrder order, List<Map<String, String>> environments) throws IOException {
        this.order = order;
        this.environments = List.copyOf(environments);
        for (int slot = 0; slot < environments.size(); slot++) {
            workers.add(start(slot));
        }
        keeper.setDaemon(true);
        keeper.start();
    }

    private WorkerProcess start(int slot) throws IOException {
        started++;
        return WorkerProcess.start("worker-" + slot + "-" + started, order, JVM, environments.get(slot));
    }

    private void keep() {
        try {
            while (!closing) {
                synchronized (this) {
                    for (int slot = 0; slot < workers.size() && !closing; slot++) {
                        if (workers.get(slot).hasEnded()) {
                            workers.set(slot, start(slot));
                        }
                    }
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("A worker could not be started: " + e.getMessage());
        }
    }

    /** Returns one that sends, by the random numbers, or empty where none does. */
    synchronized Optional<WorkerProcess> anyUp(Random random) {
        List<WorkerProcess> up = workers.stream().filter(WorkerProcess::isUp).toList();
        return up.isEmpty() ? Optional.empty() : Optional.of(up.get(random.nextInt(up.size())));
    }

    /** Returns the one of a name, if it lives. */
    synchronized Optional<WorkerProcess> find(String name) {
        return workers.stream().filter(worker -> worker.name().equals(name)).findFirst();
    }

    synchronized int up() {
        return (int) workers.stream().filter(WorkerProcess::isUp).count();
    }

    /** Returns how many processes were started. */
    synchronized int started() {
        return started;
    }

    /** Ends all as an operator does; returns how many had to be killed. */
    int stop(Duration atMost) throws InterruptedException {
        closing = true;
        List<WorkerProcess> all;
        synchronized (this) {
            all = List.copyOf(workers);
        }
        all.forEach(WorkerProcess::terminate);
        int killed = 0;
        for (WorkerProcess worker : all) {
            killed += worker.stop(atMost) ? 0 : 1;
        }
        return killed;
    }

    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            workers.forEach(WorkerProcess::close);
        }
    }
}
