package org.telnyx4j.benchmarks.cost;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One measurement of one way, in a JVM of its own. Prints what it measured on one line. */
public final class BenchRun {
    private static final int WARM_UP_SENDS = 20_000;
    private static final int MOST_WARM_UPS = 20;

    /** A JVM that compiles for no longer than this while so many texts are sent is warm. */
    private static final int WARM_MILLIS = 100;

    /** A method of ours takes the compiler less than this on a machine that does nothing else. */
    private static final int COMPILER_PAUSE_MILLIS = 700;

    private static final int LISTS = 30;
    private static final int WARM_UP_EACH = 40;

    private BenchRun() {}

    /**
     * Takes what to measure, the way and the base URL; for several threads, their number and the texts of each; for a slow
     * server also the texts of each before (40, so that the JVM is warm, as in the other measurements).
     */
    public static void main(String[] args) throws Exception {
        try (Way way = Ways.create(args[1], args[2])) {
            switch (args[0]) {
                case "first" -> {
                    way.send();
                    System.out.println("0");
                }
                case "warm" -> warm(way, Integer.parseInt(args[3]), Integer.parseInt(args[4]));
                case "slow" -> {
                    int before = args.length > 5 ? Integer.parseInt(args[5]) : WARM_UP_EACH;
                    slow(way, Integer.parseInt(args[3]), Integer.parseInt(args[4]), before);
                }
                case "list" -> list(way);
                default -> throw new IllegalArgumentException("Unknown measurement: " + args[0]);
            }
        }
    }

    private static void warm(Way way, int threads, int sends) throws Exception {
        ThreadMXBean allocation = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            warmUp(() -> run(workers, threads, () -> send(way, allocation, WARM_UP_SENDS / threads)));
            long cpu = machine.getProcessCpuTime();
            long start = System.nanoTime();
            List<Long> bytes = run(workers, threads, () -> send(way, allocation, sends));
            double seconds = (System.nanoTime() - start) / 1e9;
            double total = (double) threads * sends;
            System.out.printf(
                    Locale.ROOT,
                    "%.4f %.1f %.1f%n",
                    (machine.getProcessCpuTime() - cpu) / 1e9 / total * 10_000,
                    total / seconds,
                    bytes.stream().mapToLong(Long::longValue).sum() / total);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Otherwise the compiler's time counts as that of the calls, and more of it on a busy machine. */
    private static void warmUp(Callable<?> work) throws Exception {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        for (int i = 0; i < MOST_WARM_UPS; i++) {
            long before = compiler.getTotalCompilationTime();
            work.call();
            awaitCompiler(compiler);
            if (i > 0 && compiler.getTotalCompilationTime() - before <= WARM_MILLIS) {
                return;
            }
        }
    }

    /**
     * What is being compiled is counted once it is done, and with more threads than processors that takes seconds: they do
     * nothing until it is.
     */
    private static void awaitCompiler(CompilationMXBean compiler) throws InterruptedException {
        long before = -1;
        while (compiler.getTotalCompilationTime() != before) {
            before = compiler.getTotalCompilationTime();
            Thread.sleep(COMPILER_PAUSE_MILLIS);
        }
    }

    private static long send(Way way, ThreadMXBean allocation, int sends) throws IOException {
        long before = allocation.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < sends; i++) {
            way.send();
        }
        return allocation.getCurrentThreadAllocatedBytes() - before;
    }

    private static void slow(Way way, int threads, int sends, int before) throws Exception {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            run(workers, threads, () -> timed(way, before));
            long cpu = machine.getProcessCpuTime();
            long start = System.nanoTime();
            List<long[]> times = run(workers, threads, () -> timed(way, sends));
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%.1f %.2f %.4f%n",
                    all.length / seconds,
                    all[(int) (all.length * 0.99)] / 1e6,
                    (machine.getProcessCpuTime() - cpu) / 1e9 / all.length * 10_000);
        } finally {
            workers.shutdownNow();
        }
    }

    private static long[] timed(Way way, int sends) throws IOException {
        long[] nanos = new long[sends];
        for (int i = 0; i < sends; i++) {
            long start = System.nanoTime();
            way.send();
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    private static void list(Way way) throws Exception {
        ThreadMXBean allocation = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        warmUp(() -> lists(way));
        long before = allocation.getCurrentThreadAllocatedBytes();
        long[] nanos = lists(way);
        double bytes = allocation.getCurrentThreadAllocatedBytes() - before;
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%.2f %.0f%n", nanos[LISTS / 2] / 1e6, bytes / LISTS);
    }

    /** Returns how long each of some listings took. */
    private static long[] lists(Way way) throws IOException {
        long[] nanos = new long[LISTS];
        for (int i = 0; i < LISTS; i++) {
            long start = System.nanoTime();
            int listed = way.list();
            if (listed != BenchServer.NUMBERS) {
                throw new IOException("Listed " + listed);
            }
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    private static <T> List<T> run(ExecutorService workers, int threads, Callable<T> work) throws Exception {
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(workers.submit(work));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            results.add(each.get());
        }
        return results;
    }
}
