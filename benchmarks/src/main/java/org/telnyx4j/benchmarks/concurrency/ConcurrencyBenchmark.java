package org.telnyx4j.benchmarks.concurrency;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Has ten thousand asynchronous sends in flight in 512 MB of heap: all at once on virtual threads where there are any, and
 * outstanding on a pool of 200 threads. Ends with 1 if one is lost, sent twice, or has another's result, or if a carrier was
 * pinned.
 */
public final class ConcurrencyBenchmark {
    private static final int DEFAULT_CALLS = 10_000;
    private static final int POOL = 200;

    private ConcurrencyBenchmark() {}

    /**
     * Runs.
     *
     * @param args the number of calls, and the heap of the client as {@code -Xmx} takes it; both may be left out
     */
    public static void main(String[] args) throws Exception {
        int calls = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_CALLS;
        String heap = args.length > 1 ? args[1] : "512m";
        boolean isFine = true;
        if (Runtime.version().feature() >= 21) {
            System.out.println("Virtual threads, " + calls + " connections; the server responds when all are there");
            isFine = run(calls, heap, calls, true, 0, calls);
            System.out.println();
        }
        System.out.println("A pool of " + POOL + " threads and connections; the server takes 200 ms");
        isFine &= run(calls, heap, POOL, false, 200, 0);
        System.exit(isFine ? 0 : 1);
    }

    private static boolean run(int calls, String heap, int connections, boolean virtual, int delayMillis, int holdUntil)
            throws Exception {
        Process server =
                java("256m", PatientServer.class, delayMillis, holdUntil).start();
        try (BufferedReader fromServer = server.inputReader(StandardCharsets.UTF_8)) {
            String baseUrl = fromServer.readLine();
            Process client = java(heap, ConcurrencyRun.class, baseUrl, calls, connections, virtual)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            int status = client.waitFor();
            server.getOutputStream().close();
            String counted = String.valueOf(fromServer.readLine());
            int[] counts = Arrays.stream(counted.split(" ", -1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            System.out.printf("%-34s %s%n", "requests at the server", counts[0]);
            System.out.printf("%-34s %s%n", "different messages there", counts[1]);
            System.out.printf("%-34s %s%n", "at once, most", counts[2]);
            boolean isConcurrent = counts[2] >= holdUntil;
            boolean isFine = status == 0 && counts[0] == calls && counts[1] == calls && isConcurrent;
            System.out.println(isFine ? "none lost, none twice" : "NOT AS IT SHOULD BE");
            return isFine;
        } finally {
            server.destroy();
        }
    }

    private static ProcessBuilder java(String heap, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
