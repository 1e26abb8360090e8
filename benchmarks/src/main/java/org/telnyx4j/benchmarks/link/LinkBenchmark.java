package org.telnyx4j.benchmarks.link;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.telnyx4j.Telnyx;
import org.telnyx4j.benchmarks.link.LinkServer.LinkKind;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.HttpOptions.Protocol;
import org.telnyx4j.generated.model.OutgoingMessage;

/**
 * Sends texts over HTTP/1.1 and over HTTP/2, in turns, with several numbers of callers and over several links, to one
 * server in a process of its own. Prints medians, and first the ratio of HTTP/2 to HTTP/1.1.
 */
public final class LinkBenchmark {
    private static final int[] CALLERS = {1, 16, 256};
    private static final List<Protocol> PROTOCOLS = List.of(Protocol.HTTP_1_1, Protocol.HTTP_2);
    private static final int ROUNDS = 5;
    private static final int SECONDS = 4;
    /** What Jetty and nginx allow unless set. */
    private static final int STREAMS = 128;

    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;

    private final int rounds;
    private final Duration time;
    private final int streams;

    private LinkBenchmark(int rounds, Duration time, int streams) {
        this.rounds = rounds;
        this.time = time;
        this.streams = streams;
    }

    /** Takes the number of rounds, the seconds of each measurement, and how many streams the server allows at once. */
    public static void main(String[] args) throws Exception {
        if (args.length > 3 || Arrays.stream(args).anyMatch(arg -> !arg.matches("[1-9][0-9]{0,3}"))) {
            System.err.println("Usage: bench-http2 [ROUNDS [SECONDS [STREAMS]]]");
            System.exit(2);
        }
        new LinkBenchmark(
                        number(args, 0, ROUNDS), Duration.ofSeconds(number(args, 1, SECONDS)), number(args, 2, STREAMS))
                .run();
    }

    private static int number(String[] args, int at, int otherwise) {
        return args.length > at ? Integer.parseInt(args[at]) : otherwise;
    }

    private void run() throws Exception {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LinkServer.class.getName(),
                        Integer.toString(streams))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            Path pem = Path.of(Objects.requireNonNull(out.readLine(), "The server did not start"));
            System.out.printf(
                    Locale.ROOT,
                    "JVM %s, %d processors, medians of %d rounds of %d s, %d streams; HTTP/2 : HTTP/1.1%n",
                    System.getProperty("java.vm.version"),
                    Runtime.getRuntime().availableProcessors(),
                    rounds,
                    time.toSeconds(),
                    streams);
            for (LinkKind link : LinkKind.values()) {
                String baseUrl = "https://localhost:" + out.readLine() + "/v2";
                for (int callers : CALLERS) {
                    compare(link, callers, baseUrl, pem);
                }
            }
        } finally {
            server.destroy();
        }
    }

    private void compare(LinkKind link, int callers, String baseUrl, Path pem) throws Exception {
        Map<Protocol, List<Measured>> all = new EnumMap<>(Protocol.class);
        Map<Protocol, Telnyx> clients = new EnumMap<>(Protocol.class);
        try {
            for (Protocol protocol : PROTOCOLS) {
                clients.put(protocol, client(protocol, baseUrl, pem));
                all.put(protocol, new ArrayList<>());
                // Connections are open then, and the code is warm.
                measure(Objects.requireNonNull(clients.get(protocol)), callers, time.dividedBy(2));
            }
            for (int round = 0; round < rounds; round++) {
                for (Protocol protocol : PROTOCOLS) {
                    Measured measured = measure(Objects.requireNonNull(clients.get(protocol)), callers, time);
                    Objects.requireNonNull(all.get(protocol)).add(measured);
                }
            }
        } finally {
            clients.values().forEach(Telnyx::close);
        }
        print(link, callers, all);
    }

    private static Telnyx client(Protocol protocol, String baseUrl, Path pem) {
        return Telnyx.builder()
                .apiKey("key")
                .baseUrl(baseUrl)
                .from("+14165550199")
                .http(HttpOptions.builder()
                        .protocol(protocol)
                        .maxConnections(300)
                        .trustedCertificates(pem)
                        .build())
                .build();
    }

    /**
     * One measurement.
     *
     * @param perSecond texts per second
     * @param median milliseconds of half of the texts
     * @param tail milliseconds that 1 % of them exceed
     * @param cpu seconds of processor time for 10,000 texts, of the client alone
     * @param failed how many were not sent
     */
    private record Measured(double perSecond, double median, double tail, double cpu, int failed) {}

    private static Measured measure(Telnyx telnyx, int callers, Duration time) throws Exception {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        AtomicInteger failed = new AtomicInteger();
        long cpu = machine.getProcessCpuTime();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Future<List<Long>>> running = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            running.add(threads.submit(() -> send(telnyx, end, failed)));
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> each : running) {
            all.addAll(each.get());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = (machine.getProcessCpuTime() - cpu) / 1e9;
        threads.shutdown();
        long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Measured(
                sorted.length / seconds,
                millis(sorted, MEDIAN),
                millis(sorted, TAIL),
                used / Math.max(1, sorted.length) * 10_000,
                failed.get());
    }

    private static double millis(long[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * part)] / 1e6;
    }

    private static List<Long> send(Telnyx telnyx, long end, AtomicInteger failed) {
        OutgoingMessage text = OutgoingMessage.builder()
                .to("+14165550123")
                .text("Your order has left the warehouse and will be with you tomorrow before noon.")
                .build();
        List<Long> took = new ArrayList<>();
        long begin = System.nanoTime();
        while (begin - end < 0) {
            try {
                telnyx.messages().send(text);
                took.add(System.nanoTime() - begin);
            } catch (RuntimeException e) {
                failed.incrementAndGet();
            }
            begin = System.nanoTime();
        }
        return took;
    }

    private static void print(LinkKind link, int callers, Map<Protocol, List<Measured>> all) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-26s %4d callers", link.words(), callers));
        add(line, "texts/s", all, Measured::perSecond);
        add(line, "median ms", all, Measured::median);
        add(line, "p99 ms", all, Measured::tail);
        add(line, "CPU s/10,000", all, Measured::cpu);
        int failed = all.values().stream()
                .flatMap(List::stream)
                .mapToInt(Measured::failed)
                .sum();
        System.out.println(line + (failed == 0 ? "" : "  NOT SENT: " + failed));
    }

    private static void add(
            StringBuilder line, String title, Map<Protocol, List<Measured>> all, ToDoubleFunction<Measured> figure) {
        double old = median(Objects.requireNonNull(all.get(Protocol.HTTP_1_1)), figure);
        double streams = median(Objects.requireNonNull(all.get(Protocol.HTTP_2)), figure);
        line.append(
                String.format(Locale.ROOT, "  %s x%.2f (%s : %s)", title, streams / old, number(streams), number(old)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    private static double median(List<Measured> values, ToDoubleFunction<Measured> figure) {
        double[] sorted = values.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
