package org.telnyx4j.benchmarks.concurrency;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.OutgoingMessage;

/**
 * Sends from 64 threads for minutes or hours, in a process of its own with a small heap. Prints each minute what it has, and
 * ends with 1 if the last minute has more than the first, or a message failed.
 */
public final class SoakRun {
    private static final int CALLERS = 64;
    private static final int MORE_MEGABYTES = 8;
    private static final int MORE_THREADS = 8;
    private static final int MORE_FILES = 16;

    private final Telnyx telnyx;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicBoolean isOver = new AtomicBoolean();

    private SoakRun(Telnyx telnyx) {
        this.telnyx = telnyx;
    }

    /**
     * Runs.
     *
     * @param args the protocol, the address of the server, its certificate, and the minutes
     */
    public static void main(String[] args) throws Exception {
        HttpOptions http = HttpOptions.builder()
                .protocol(HttpOptions.Protocol.valueOf(args[0]))
                .trustedCertificates(Path.of(args[2]))
                .build();
        System.out.println(
                args[0] + ", " + CALLERS + " threads, " + Runtime.getRuntime().maxMemory() / 1_048_576 + " MB of heap");
        boolean isFine;
        try (Telnyx telnyx = Telnyx.builder()
                .baseUrl(args[1])
                .apiKey("key")
                .from("+14165550199")
                .timeout(Duration.ofSeconds(30))
                .http(http)
                .build()) {
            isFine = new SoakRun(telnyx).run(Integer.parseInt(args[3]));
        }
        System.exit(isFine ? 0 : 1);
    }

    /**
     * What the process has.
     *
     * @param heap after a garbage collection, in MB
     * @param threads how many there are
     * @param files how many are open, with sockets
     */
    private record State(double heap, int threads, long files) {
        private static State now() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                    ? unix.getOpenFileDescriptorCount()
                    : 0;
            return new State(
                    (runtime.totalMemory() - runtime.freeMemory()) / 1_048_576.0,
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    files);
        }

        private boolean isMoreThan(State before) {
            return heap > before.heap + MORE_MEGABYTES
                    || threads > before.threads + MORE_THREADS
                    || files > before.files + MORE_FILES;
        }
    }

    private boolean run(int minutes) throws Exception {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Thread caller = new Thread(this::send, "caller");
            callers.add(caller);
            caller.start();
        }
        State first = null;
        State last = null;
        for (int minute = 1; minute <= minutes; minute++) {
            TimeUnit.MINUTES.sleep(1);
            last = State.now();
            first = first == null ? last : first;
            System.out.printf(
                    Locale.ROOT,
                    "minute %-4d %9d sent, %d failed, %5.1f MB of heap after GC, %d threads, %d open files, %d MB of memory%n",
                    minute,
                    sent.get(),
                    failed.get(),
                    last.heap(),
                    last.threads(),
                    last.files(),
                    Memory.megabytes());
        }
        isOver.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
        return failed.get() == 0 && first != null && last != null && !last.isMoreThan(first);
    }

    private void send() {
        while (!isOver.get()) {
            String text = "text-" + number.getAndIncrement();
            try {
                boolean isRight = telnyx.messages()
                        .send(OutgoingMessage.builder()
                                .to("+14165550123")
                                .text(text)
                                .build())
                        .id()
                        .equals(text);
                (isRight ? sent : failed).incrementAndGet();
            } catch (TelnyxException e) {
                if (failed.getAndIncrement() == 0) {
                    System.out.println(e);
                }
            }
        }
    }
}
