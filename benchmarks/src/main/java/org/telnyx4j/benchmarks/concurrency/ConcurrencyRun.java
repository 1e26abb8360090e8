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

/** One run in a process of its own: sends, and prints what came of it. Ends with 1 if a call was lost or a carrier pinned. */
public final class ConcurrencyRun {
    private static final String PINNED = "jdk.VirtualThreadPinned";

    private ConcurrencyRun() {}

    public static void main(String[] args) throws IOException {
        String baseUrl = args[0];
        int calls = Integer.parseInt(args[1]);
        int connections = Integer.parseInt(args[2]);
        AsyncOptions async = AsyncOptions.builder()
                .virtualThreads(Boolean.parseBoolean(args[3]))
                .build();
        warmUp(async);
        boolean isPinned;
        ManyCalls.Outcome outcome;
        Path file = Files.createTempFile("telnyx4j", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
            recording.start();
            long begin = System.nanoTime();
            outcome = ManyCalls.run(baseUrl, calls, connections, async);
            long took = System.nanoTime() - begin;
            recording.stop();
            recording.dump(file);
            print("calls with their own result", outcome.right() + " of " + calls);
            print("calls with another's", outcome.wrong());
            print("calls that failed", outcome.failed() + (outcome.failed() > 0 ? ": " + outcome.failure() : ""));
            print("time", took / 1_000_000 + " ms");
            print("heap that it may use", Runtime.getRuntime().maxMemory() / 1_048_576 + " MB");
            print("platform threads, most", ManagementFactory.getThreadMXBean().getPeakThreadCount());
            isPinned = printPinned(file);
        } finally {
            Files.deleteIfExists(file);
        }
        System.exit(outcome.right() == calls && !isPinned ? 0 : 1);
    }

    /** A thread that waits for a class to be loaded pins its carrier, which is over after the first calls. */
    private static void warmUp(AsyncOptions async) throws IOException {
        try (PatientServer server = PatientServer.start(Duration.ofMillis(20), 0)) {
            ManyCalls.Outcome unused = ManyCalls.run(server.baseUrl(), 100, 50, async);
        }
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
