package org.telnyx4j.benchmarks.concurrency;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Has ten thousand asynchronous sends in flight in 512 MB: over HTTP/1.1 all at once on virtual threads where there are any,
 * and outstanding on a pool; over HTTP/2, as many at once as the server allows streams. Then with deadlines that pass, and
 * cancelled. Ends with 1 if one is lost, sent twice, has another's result or a wrong outcome, if a carrier was pinned, or if
 * the process needed more memory.
 */
public final class ConcurrencyBenchmark {
    private static final int DEFAULT_CALLS = 10_000;
    private static final int POOL = 200;
    private static final String DEFAULT_HEAP = "384m";
    private static final int MOST_MEGABYTES = 512;
    private static final long SHORT_MILLIS = 10_000;
    private static final long LATE_MILLIS = 1_000;
    private static final long LONG_MILLIS = ManyCalls.LONG.toMillis();
    private static final boolean HAS_VIRTUAL_THREADS = Runtime.version().feature() >= 21;

    private final int calls;
    private final String heap;
    private boolean isFine = true;

    private ConcurrencyBenchmark(int calls, String heap) {
        this.calls = calls;
        this.heap = heap;
    }

    /**
     * Runs.
     *
     * @param args {@code --soak} and the minutes; or the number of calls, and the heap of the client as {@code -Xmx} takes
     *     it, which may both be left out
     */
    public static void main(String[] args) throws Exception {
        boolean isFine;
        if (args.length > 0 && args[0].equals("--soak")) {
            isFine = soak(args.length > 1 ? args[1] : "10");
        } else {
            isFine = new ConcurrencyBenchmark(
                            args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_CALLS,
                            args.length > 1 ? args[1] : DEFAULT_HEAP)
                    .run();
        }
        System.exit(isFine ? 0 : 1);
    }

    private boolean run() throws Exception {
        if (HAS_VIRTUAL_THREADS) {
            System.out.println(
                    "HTTP/1.1, virtual threads, " + calls + " connections; the server responds when all are there");
            Ran ran = run(PatientServer.class, List.of(0, calls), calls, 0, LONG_MILLIS, false);
            check("none lost, none twice, all at once", ran.isEach(calls) && ran.most() == calls);
        }
        System.out.println("HTTP/1.1, a pool of " + POOL + " threads and connections; the server takes 200 ms");
        Ran pooled = run(PatientServer.class, List.of(200, 0), POOL, POOL, LONG_MILLIS, false);
        check("none lost, none twice", pooled.isEach(calls));

        int threads = HAS_VIRTUAL_THREADS ? 0 : POOL;
        String where = HAS_VIRTUAL_THREADS ? "virtual threads" : "a pool of " + POOL + " threads";
        String streams = "HTTP/2, " + where + "; the server allows " + StreamServer.STREAMS + " streams";
        System.out.println(streams + " and takes 50 ms");
        Ran ran = run(StreamServer.class, List.of(50), POOL, threads, LONG_MILLIS, false);
        check("none lost, none twice", ran.isEach(calls) && ran.most() <= StreamServer.STREAMS);

        System.out.println(streams + " and takes 2 s; a call may take 10 s");
        Ran late = run(StreamServer.class, List.of(2_000), POOL, threads, SHORT_MILLIS, false);
        check(
                "each outcome is true, each deadline held",
                late.isTrue(calls) && late.notSent() > 0 && late.longest() < SHORT_MILLIS + LATE_MILLIS);

        System.out.println(streams + " and takes 500 ms; all are cancelled when the first has its result");
        Ran cancelled = run(StreamServer.class, List.of(500), POOL, threads, LONG_MILLIS, true);
        check("each outcome is true", cancelled.isTrue(calls) && cancelled.notSent() > 0);
        return isFine;
    }

    private void check(String what, boolean holds) {
        System.out.println(holds ? what : "NOT AS IT SHOULD BE: " + what);
        System.out.println();
        isFine &= holds;
    }

    /**
     * What one run came to.
     *
     * @param isClean whether no call had another's result, no carrier was pinned, and it took as little memory as it may
     * @param longest how many milliseconds the longest call took
     */
    private record Ran(
            boolean isClean, int right, int notSent, int unknown, int longest, int requests, int texts, int most) {
        private boolean isEach(int calls) {
            return isTrue(calls) && right == calls && requests == calls;
        }

        /** What was reported as not sent never came to the server, and what has a result came once. */
        private boolean isTrue(int calls) {
            return isClean
                    && right + notSent + unknown == calls
                    && requests == texts
                    && right <= requests
                    && requests <= right + unknown;
        }
    }

    private Ran run(
            Class<?> serverClass,
            List<Integer> serverArguments,
            int connections,
            int threads,
            long timeoutMillis,
            boolean isCancelled)
            throws Exception {
        Process server = java("256m", serverClass, serverArguments.toArray()).start();
        Process warmUp = java("256m", serverClass, 20, 0).start();
        try (BufferedReader fromServer = server.inputReader(StandardCharsets.UTF_8);
                BufferedReader fromWarmUp = warmUp.inputReader(StandardCharsets.UTF_8)) {
            String[] address = line(fromServer).split(" ", -1);
            String[] warmUpAddress = line(fromWarmUp).split(" ", -1);
            Process client = java(
                            heap,
                            ConcurrencyRun.class,
                            address[0],
                            address[1],
                            warmUpAddress[0],
                            warmUpAddress[1],
                            calls,
                            connections,
                            threads,
                            timeoutMillis,
                            isCancelled)
                    .start();
            int[] results = new int[5];
            try (BufferedReader fromClient = client.inputReader(StandardCharsets.UTF_8)) {
                for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                    if (line.startsWith("RESULTS ")) {
                        results = numbers(line.substring("RESULTS ".length()));
                    } else {
                        System.out.println(line);
                    }
                }
            }
            int status = client.waitFor();
            server.getOutputStream().close();
            int[] counts = numbers(line(fromServer));
            System.out.printf("%-34s %s%n", "requests at the server", counts[0]);
            System.out.printf("%-34s %s%n", "different messages there", counts[1]);
            System.out.printf("%-34s %s%n", "at once, most", counts[2]);
            System.out.printf("%-34s %s%n", "connections", counts[3]);
            boolean isSmall = results[3] <= MOST_MEGABYTES;
            System.out.println(isSmall ? "" : "MORE THAN " + MOST_MEGABYTES + " MB OF MEMORY");
            return new Ran(
                    status == 0 && isSmall,
                    results[0],
                    results[1],
                    results[2],
                    results[4],
                    counts[0],
                    counts[1],
                    counts[2]);
        } finally {
            server.destroy();
            warmUp.destroy();
        }
    }

    private static String line(BufferedReader reader) throws IOException {
        return Objects.requireNonNull(reader.readLine(), "The server did not start, or ended early");
    }

    private static int[] numbers(String line) {
        return Arrays.stream(line.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private static boolean soak(String minutes) throws Exception {
        boolean isFine = true;
        for (String protocol : List.of("HTTP_1_1", "HTTP_2")) {
            Process server = java("256m", StreamServer.class, 0).start();
            try (BufferedReader fromServer = server.inputReader(StandardCharsets.UTF_8)) {
                String[] address = line(fromServer).split(" ", -1);
                int status = java("64m", SoakRun.class, protocol, address[0], address[1], minutes)
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor();
                server.getOutputStream().close();
                int[] counts = numbers(line(fromServer));
                System.out.printf("%d requests at the server, %d different messages%n", counts[0], counts[1]);
                isFine &= status == 0 && counts[0] == counts[1];
            } finally {
                server.destroy();
            }
        }
        System.out.println(isFine ? "nothing grew, none lost, none twice" : "NOT AS IT SHOULD BE");
        return isFine;
    }

    private static ProcessBuilder java(String heap, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
