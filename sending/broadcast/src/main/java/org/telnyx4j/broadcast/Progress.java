package org.telnyx4j.broadcast;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Shows how far something is: a bar, the rate of the last half minute, and when it will be done. For one thread. */
final class Progress {
    private static final long WINDOW_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int LONGEST_BAR = 30;

    private final Output out;
    private final String what;
    private final long total;
    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long done) {}

    /**
     * Creates a progress.
     *
     * @param what is counted, such as {@code sent}
     * @param total how many there will be
     */
    Progress(Output out, String what, long total) {
        this.out = out;
        this.what = what;
        this.total = total;
    }

    /**
     * Shows how many are done.
     *
     * @param nanos the time, as {@link System#nanoTime()} has it
     * @param more what else there is to show, or nothing
     */
    void show(long nanos, long done, String more) {
        samples.addLast(new Sample(nanos, done));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
        out.progress(words(done, more), done == total);
    }

    private String words(long done, String more) {
        double rate = rate();
        StringBuilder words = new StringBuilder();
        if (out.isTerminal()) {
            words.append(bar(done)).append(' ');
        }
        words.append(String.format(Locale.ROOT, "%,d of %,d %s", done, total, what));
        if (rate > 0 && done < total) {
            words.append(String.format(Locale.ROOT, ", %,.1f/s, %s left", rate, time((total - done) / rate)));
        }
        return words + (more.isEmpty() ? "" : ", " + more);
    }

    private String bar(long done) {
        int length = Math.min(LONGEST_BAR, out.width() / 4);
        int full = total == 0 ? length : (int) (length * Math.min(done, total) / total);
        return "[" + "=".repeat(full) + " ".repeat(length - full) + "]";
    }

    /** Returns how many a second, or 0 where that is not known yet. */
    private double rate() {
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        long nanos = last.nanos() - first.nanos();
        return nanos <= 0 ? 0 : (last.done() - first.done()) * 1e9 / nanos;
    }

    static String time(double seconds) {
        long whole = Math.round(Math.ceil(seconds));
        if (whole < 120) {
            return whole + " s";
        }
        long minutes = (whole + 59) / 60;
        return minutes < 120 ? minutes + " min" : String.format(Locale.ROOT, "%d h %d min", minutes / 60, minutes % 60);
    }
}
