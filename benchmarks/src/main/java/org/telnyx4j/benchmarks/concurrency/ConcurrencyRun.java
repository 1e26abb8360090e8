package org.telnyx4j.benchmarks.concurrency;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.client.HttpOptions;

/**
 * One run in a process of its own: sends, and prints what came of it. Ends with 1 if a call has another's result or a
 * carrier was pinned. Its last line is for {@link ConcurrencyBenchmark}.
 */
public final class ConcurrencyRun {
    /** Some calls are sent and not responded to in time, others never get a connection. */
    private static final Duration SHORT = Duration.ofMillis(60);

    private static final String PINNED = "jdk.VirtualThreadPinned";

    private ConcurrencyRun() {}

    /**
     * Runs.
     *
     * @param args the address of the server and its certificate ({@code -} for none, without TLS), the same of a server to
     *     warm up with, the calls, the connections, the threads of the pool (0 for virtual ones), the milliseconds that a
     *     call may take, and whether to cancel
     */
    public static void main(String[] args) throws Exception {
        ManyCalls.Load load = new ManyCalls.Load(
                args[0],
                Integer.parseInt(args[4]),
                Duration.ofMillis(Long.parseLong(args[7])),
                Boolean.parseBoolean(args[8]));
        HttpOptions http = http(args[1], Integer.parseInt(args[5]));
        AsyncOptions async = async(Integer.parseInt(args[6]));
        warmUp(args[2], http(args[3], 50), async);
        boolean isPinned;
        long memory;
        ManyCalls.Results results;
        Path file = Files.createTempFile("telnyx4j", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
            recording.start();
            long begin = System.nanoTime();
            results = ManyCalls.run(load, http, async);
            long took = System.nanoTime() - begin;
            // Before anything else needs memory.
            memory = Memory.mostMegabytes();
            recording.stop();
            recording.dump(file);
            print("calls with their own result", results.right() + " of " + load.calls());
            print("calls with another's", results.wrong());
            print("calls that were not sent", results.notSent());
            print("calls whose outcome is unknown", results.unknown());
            if (!results.failure().isEmpty()) {
                print("one of the failures", results.failure());
            }
            print("the longest call", results.longestMillis() + " ms");
            print("time", took / 1_000_000 + " ms");
            print("heap that it may use", Runtime.getRuntime().maxMemory() / 1_048_576 + " MB");
            print("memory of the process, most", memory < 0 ? "not known here" : memory + " MB");
            print("platform threads, most", ManagementFactory.getThreadMXBean().getPeakThreadCount());
            isPinned = printPinned(file);
        } finally {
            Files.deleteIfExists(file);
        }
        System.out.println("RESULTS " + results.right() + " " + results.notSent() + " " + results.unknown() + " "
                + memory + " " + results.longestMillis());
        System.exit(results.wrong() == 0 && !isPinned ? 0 : 1);
    }

    /**
     * A thread that waits for a class to be loaded pins its carrier. That is over once calls have succeeded, some of them
     * after others had ended, and others have failed and were cancelled.
     */
    private static void warmUp(String baseUrl, HttpOptions http, AsyncOptions async) {
        ManyCalls.Results unused = ManyCalls.run(ManyCalls.Load.of(baseUrl, 2_000), http, async);
        unused = ManyCalls.run(new ManyCalls.Load(baseUrl, 500, SHORT, false), http, async);
        unused = ManyCalls.run(new ManyCalls.Load(baseUrl, 500, ManyCalls.LONG, true), http, async);
    }

    /** Without a certificate it is HTTP/1.1 in clear, else HTTP/2. */
    static HttpOptions http(String pem, int connections) {
        HttpOptions.Builder http = HttpOptions.builder().maxConnections(connections);
        if (!pem.equals("-")) {
            http.protocol(HttpOptions.Protocol.HTTP_2).trustedCertificates(Path.of(pem));
        }
        return http.build();
    }

    private static AsyncOptions async(int threads) {
        return threads == 0
                ? AsyncOptions.builder().build()
                : AsyncOptions.builder()
                        .virtualThreads(false)
                        .maxThreads(threads)
                        .build();
    }

    private static boolean printPinned(Path file) throws IOException {
        Map<String, Integer> places = new TreeMap<>();
        int count = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals(PINNED)) {
                count++;
                places.merge(place(event), 1, Integer::sum);
            }
        }
        print("times that a carrier was pinned", count);
        places.forEach((place, times) -> System.out.println("  " + times + " x " + place));
        return count > 0;
    }

    private static String place(RecordedEvent event) {
        StringBuilder place = new StringBuilder();
        if (event.hasField("pinnedReason")) {
            place.append(event.getString("pinnedReason")).append(", ");
        }
        if (event.getStackTrace() != null) {
            for (RecordedFrame frame : event.getStackTrace().getFrames()) {
                String type = frame.getMethod().getType().getName();
                place.append(type.substring(type.lastIndexOf('.') + 1))
                        .append('.')
                        .append(frame.getMethod().getName())
                        .append(" < ");
                if (type.startsWith("org.telnyx4j")) {
                    break;
                }
            }
        }
        return place.toString();
    }

    private static void print(String what, Object value) {
        System.out.printf("%-34s %s%n", what, value);
    }
}
