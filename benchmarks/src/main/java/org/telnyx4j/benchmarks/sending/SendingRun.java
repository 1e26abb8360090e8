package org.telnyx4j.benchmarks.sending;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One measurement, in a JVM of its own. Prints what it measured on one line. */
public final class SendingRun {
    private SendingRun() {}

    /** Takes the way to send, the base URL, and for a warm run the numbers of threads and of texts for each thread. */
    public static void main(String[] args) throws Exception {
        if (args.length == 2) {
            try (Sender sender = Sender.of(args[0], args[1])) {
                System.out.println("sent " + sender.send());
            }
            return;
        }
        warm(args[0], args[1], Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }

    private static void warm(String way, String baseUrl, int threads, int sends) throws Exception {
        ThreadMXBean allocation = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (Sender sender = Sender.of(way, baseUrl)) {
            run(workers, threads, () -> send(sender, allocation, 20_000 / threads + 200));
            long cpu = machine.getProcessCpuTime();
            long start = System.nanoTime();
            long bytes = run(workers, threads, () -> send(sender, allocation, sends));
            double seconds = (System.nanoTime() - start) / 1e9;
            double total = (double) threads * sends;
            System.out.printf(
                    Locale.ROOT,
                    "%.3f %.0f %.0f%n",
                    (machine.getProcessCpuTime() - cpu) / 1e9 / total * 10_000,
                    total / seconds,
                    bytes / total);
        } finally {
            workers.shutdownNow();
        }
    }

    private static long run(ExecutorService workers, int threads, Callable<Long> work) throws Exception {
        List<Future<Long>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(workers.submit(work));
        }
        long sum = 0;
        for (Future<Long> each : running) {
            sum += each.get();
        }
        return sum;
    }

    private static long send(Sender sender, ThreadMXBean allocation, int sends) throws IOException {
        long before = allocation.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < sends; i++) {
            sender.send();
        }
        return allocation.getCurrentThreadAllocatedBytes() - before;
    }
}
