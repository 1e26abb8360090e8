package org.telnyx4j.pacing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that send by a pacer in simulated time, and what they sent when. */
final class Fleet {
    /**
     * A message that was let go.
     *
     * @param at nanoseconds since the start
     */
    record Sent(String tenant, String sender, long at) {}

    interface Work {
        void run(Sender sender) throws InterruptedException;
    }

    interface Sender {
        /** Returns whether it was let go. */
        boolean send(String tenant, String from, Duration longest) throws InterruptedException;
    }

    private final SimulatedTime time;
    private final PacingCore core;
    private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<Work> works = new ArrayList<>();

    Fleet(SimulatedTime time, PacingCore core) {
        this.time = time;
        this.core = core;
    }

    Fleet threads(int number, Work work) {
        return threads(number, core, work);
    }

    /** Adds threads of another process. */
    Fleet threads(int number, PacingCore process, Work work) {
        Sender sender = (tenant, from, longest) -> send(process, tenant, from, longest);
        works.addAll(Collections.nCopies(number, ignored -> work.run(sender)));
        return this;
    }

    List<Sent> run() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        time.expect(works.size());
        List<Future<?>> all = new ArrayList<>();
        try {
            for (Work work : works) {
                all.add(threads.submit(() -> {
                    try {
                        work.run((tenant, from, longest) -> send(core, tenant, from, longest));
                    } finally {
                        time.leave();
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        return List.copyOf(sent);
    }

    private boolean send(PacingCore process, String tenant, String from, Duration longest) throws InterruptedException {
        boolean admitted = enter(process, message(tenant, from), longest).admitted() != null;
        if (admitted) {
            sent.add(new Sent(tenant, from, time.nanoTime()));
        }
        return admitted;
    }

    /** Asks for a client that is not closed meanwhile. */
    static PacingCore.Answer enter(PacingCore core, PacedMessage message, Duration longest)
            throws InterruptedException {
        return core.enter(message, longest, new End(wake -> {}));
    }

    static PacedMessage message(String tenant, String from) {
        return new PacedMessage(tenant, "main", from, null, List.of("+12125550123"), 1, false, false);
    }

    /** Returns the most that went in any window of this length, wherever it begins. */
    static int mostIn(Duration window, List<Sent> sent) {
        List<Long> times = sent.stream().map(Sent::at).sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (times.get(last) - times.get(first) >= window.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
