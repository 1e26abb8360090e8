package org.telnyx4j.benchmarks.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A worker process, as its parent sees it. Thread-safe. */
final class WorkerProcess implements AutoCloseable {
    private final String name;
    private final Process process;
    private volatile boolean up;

    private WorkerProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param name what it is called in the database
     * @param order what it does
     * @param jvm further options of its JVM
     * @param environment what it has in its environment besides the usual
     */
    static WorkerProcess start(String name, WorkerOrder order, List<String> jvm, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        Class<?> main = order.naive() ? NaiveWorker.class : OutboxWorker.class;
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(order.arguments(name));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        WorkerProcess worker = new WorkerProcess(name, builder.start());
        Thread reader = new Thread(worker::read, "reads " + name);
        reader.setDaemon(true);
        reader.start();
        return worker;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                up |= line.equals(OutboxWorker.UP);
            }
        } catch (IOException ended) {
            // So has what is to be read.
        }
    }

    String name() {
        return name;
    }

    /** Whether it sends. */
    boolean isUp() {
        return up && process.isAlive();
    }

    boolean hasEnded() {
        return !process.isAlive();
    }

    /** Sends it SIGTERM, and does not wait. */
    void terminate() {
        process.destroy();
    }

    /** Ends it with SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends it a signal, such as STOP; false if this machine cannot. */
    boolean signal(String signal) throws InterruptedException {
        try {
            return new ProcessBuilder("kill", "-" + signal, "" + process.pid())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    /** Returns the processor time that it has used. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it with SIGTERM, as an operator does; false if it has not ended in time, and was killed. */
    boolean stop(Duration atMost) throws InterruptedException {
        process.destroy();
        if (process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        kill();
        return false;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
