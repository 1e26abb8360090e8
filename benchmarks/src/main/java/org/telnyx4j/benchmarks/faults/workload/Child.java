package org.telnyx4j.benchmarks.faults.workload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.benchmarks.faults.ledger.Entry;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;

/** A child process that sends, as its parent sees it. For one thread. */
public final class Child implements AutoCloseable {
    private final ChildOrder order;
    private final Process process;
    private final BufferedReader lines;
    private final Map<String, Entry> said = new HashMap<>();
    private final @Nullable Path errors;

    private Child(ChildOrder order, Process process, @Nullable Path errors) {
        this.order = order;
        this.process = process;
        this.errors = errors;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a process.
     *
     * @param order what it is to send
     * @param options of its JVM
     * @param atMost when it is ended at the latest
     */
    public static Child start(ChildOrder order, List<String> options, Duration atMost) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildSender.class.getName()));
        command.addAll(order.arguments());
        Path errors = order.setup() == ChildOrder.Setup.LOGGED ? Files.createTempFile("telnyx4j-proof", ".log") : null;
        Process process = new ProcessBuilder(command)
                .redirectError(
                        errors == null ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.to(errors.toFile()))
                .start();
        CompletableFuture.delayedExecutor(atMost.toMillis(), TimeUnit.MILLISECONDS)
                .execute(process::destroyForcibly);
        return new Child(order, process, errors);
    }

    /** Waits until all its callers are about to send. */
    public void awaitBegun() throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(ChildSender.BEGUN)) {
            read(line);
            line = lines.readLine();
        }
    }

    /**
     * Sends it a signal.
     *
     * @param name such as STOP
     * @return false if this machine cannot
     */
    public boolean signal(String name) throws InterruptedException {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return kill.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns what each of its callers was told, once it has ended. */
    public List<Entry> entries() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read(line);
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < order.count(); i++) {
            Entry missing =
                    new Entry(order.token(i), order.fault().words(), Said.of(Report.NOTHING), order.deadline(), true);
            entries.add(said.getOrDefault(order.token(i), missing));
        }
        return entries;
    }

    private void read(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length == 6 && parts[0].equals(ChildSender.SAID)) {
            Said report = new Said(Report.valueOf(parts[2]), parts[3].isEmpty() ? null : parts[3]);
            Duration waited = Duration.ofNanos(Long.parseLong(parts[4]));
            boolean late = Boolean.parseBoolean(parts[5]);
            said.put(parts[1], new Entry(parts[1], order.fault().words(), report, waited, late));
        }
    }

    /** Returns what it has logged and thrown, once it has ended; nothing unless it was to be logged. */
    public List<String> log() throws IOException {
        return errors == null ? List.of() : Files.readAllLines(errors);
    }

    /** Returns what must be in no line of the log: key, numbers and texts. */
    public static List<String> privateValues() {
        return List.of(
                ChildSender.KEY, ChildSender.SENDER.substring(1), ChildSender.RECIPIENT.substring(1), "text of child");
    }

    /** Ends the process, if it has not ended. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        if (errors != null) {
            Files.deleteIfExists(errors);
        }
    }
}
