package org.telnyx4j.benchmarks.faults.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.telnyx4j.benchmarks.faults.ledger.Entry;
import org.telnyx4j.benchmarks.faults.ledger.Said;
import org.telnyx4j.benchmarks.faults.ledger.Said.Report;

/**
 * Runs calls on many threads, and writes down what each caller was told and how long it took.
 *
 * @param threads how many callers there are at once
 * @param seed of the order of the calls
 */
public record Runner(int threads, long seed) {
    /**
     * What a call may take beyond its bound, and beyond what this machine kept a thread waiting that had nothing to wait
     * for, before it is called late.
     */
    private static final Duration SOON = Duration.ofMillis(250);

    private static final Duration AROUND = Duration.ofSeconds(2);

    /**
     * What it may take before it is called lost. All of it is for the machine: this process has callers, client and
     * server in it, and others may want the same processors.
     */
    private static final Duration SLACK = Duration.ofSeconds(10);

    /** Runs all calls and returns when each has ended, or has had far too much time. */
    public List<Entry> run(Workload workload) throws InterruptedException {
        List<LogicalCall> calls = workload.calls();
        List<LogicalCall> shuffled = shuffled(calls, workload.together());
        Map<String, Entry> entries = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        CountDownLatch running = new CountDownLatch(threads);
        List<Thread> callers = new ArrayList<>();
        PauseMeter pauses = PauseMeter.measure();
        for (int i = 0; i < threads; i++) {
            Thread caller = new Thread(
                    () -> {
                        for (int at = next.getAndIncrement(); at < shuffled.size(); at = next.getAndIncrement()) {
                            LogicalCall call = shuffled.get(at);
                            entries.put(call.token(), run(call, pauses));
                        }
                        running.countDown();
                    },
                    "caller-" + i);
            caller.setDaemon(true);
            callers.add(caller);
        }
        callers.forEach(Thread::start);
        await(running, entries, calls);
        pauses.close();
        return complete(calls, entries);
    }

    /** Calls that belong together stay together. */
    private List<LogicalCall> shuffled(List<LogicalCall> calls, int together) {
        List<List<LogicalCall>> groups = new ArrayList<>();
        for (int from = 0; from < calls.size(); from += together) {
            groups.add(calls.subList(from, Math.min(calls.size(), from + together)));
        }
        Collections.shuffle(groups, new Random(seed));
        return groups.stream().flatMap(List::stream).toList();
    }

    private static Entry run(LogicalCall call, PauseMeter pauses) {
        long start = System.nanoTime();
        Said said;
        try {
            said = call.work().call();
        } catch (Exception | Error e) {
            said = new Said(Report.NOTHING, e.toString());
        }
        long end = System.nanoTime();
        Duration waited = Duration.ofNanos(end - start);
        boolean lost = waited.compareTo(call.bound().plus(SLACK)) > 0;
        boolean late = isLate(call.bound(), start, end, pauses);
        return new Entry(call.token(), call.fault().words(), lost ? Said.of(Report.NOTHING) : said, waited, late);
    }

    /** Tells whether a call ended clearly after its bound, and not because of the machine. */
    static boolean isLate(Duration bound, long startNanos, long endNanos, PauseMeter pauses) {
        Duration beyond = Duration.ofNanos(endNanos - startNanos).minus(bound);
        if (beyond.compareTo(SOON) <= 0) {
            return false;
        }
        // Where many threads want a processor, each waits at another moment: so the longest pause around it counts,
        // too.
        Duration meanwhile = pauses.within(startNanos + bound.toNanos(), endNanos);
        Duration longest = pauses.longestWithin(startNanos - AROUND.toNanos(), endNanos);
        return beyond.minus(meanwhile.compareTo(longest) > 0 ? meanwhile : longest)
                        .compareTo(SOON)
                > 0;
    }

    /** Gives up when for the time of the longest call nothing has ended. */
    private static void await(CountDownLatch running, Map<String, Entry> entries, List<LogicalCall> calls)
            throws InterruptedException {
        Duration longest = calls.stream()
                .map(LogicalCall::bound)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plus(SLACK.multipliedBy(2));
        int ended = -1;
        while (ended != entries.size()) {
            ended = entries.size();
            if (running.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** In the order of the calls; a call that has never come back has an entry that says so. */
    private static List<Entry> complete(List<LogicalCall> calls, Map<String, Entry> entries) {
        Map<String, Entry> ended = new HashMap<>(entries);
        return calls.stream()
                .map(call -> ended.getOrDefault(
                        call.token(),
                        new Entry(call.token(), call.fault().words(), Said.of(Report.NOTHING), call.bound(), true)))
                .toList();
    }
}
