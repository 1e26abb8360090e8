package org.telnyx4j.broadcast;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.telnyx4j.outbox.JobInfo;
import org.telnyx4j.outbox.JobQuery;
import org.telnyx4j.outbox.JobReason;
import org.telnyx4j.outbox.JobState;
import org.telnyx4j.outbox.Outbox;
import org.telnyx4j.outbox.OutboxException;
import org.telnyx4j.outbox.OutboxStatus;

/** Watches an outbox that sends, and shows how far it is. For one thread. */
final class Watch {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE_WITH_DATABASE = Duration.ofMinutes(2);
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ROOT);

    private final Outbox outbox;
    private final Output out;
    private final Interruption interruption;
    private final boolean hasWebhooks;
    private final boolean hasQuietHours;
    private final Duration waitAtEnd;

    Watch(Outbox outbox, Output out, Interruption interruption, boolean hasWebhooks, BroadcastOptions options) {
        this.outbox = outbox;
        this.out = out;
        this.interruption = interruption;
        this.hasWebhooks = hasWebhooks;
        this.hasQuietHours = options.quietHours() != null;
        this.waitAtEnd = options.waitAtEnd();
    }

    /**
     * Shows the progress until no message waits any more.
     *
     * @return false if that was interrupted, or the database has been away for too long
     */
    boolean untilSent() {
        Progress progress = null;
        long away = 0;
        while (!interruption.isAsked()) {
            long begin = System.nanoTime();
            try {
                OutboxStatus status = outbox.status();
                away = 0;
                long open = status.count(JobState.READY) + status.count(JobState.SENDING);
                long all = status.counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                progress = progress == null ? new Progress(out, "done", all) : progress;
                progress.show(System.nanoTime(), all - open, others(status) + quiet(open));
                if (open == 0) {
                    return true;
                }
            } catch (OutboxException e) {
                away = away == 0 ? begin : away;
                if (System.nanoTime() - away > PATIENCE_WITH_DATABASE.toNanos()) {
                    out.line("broadcast: the database is away: %s", e.getMessage());
                    return false;
                }
                out.progress("the database is away, and is tried again", false);
            }
            interruption.pause(pauseAfter(begin));
        }
        return false;
    }

    /** Returns until when a message waits for the day of its recipient, or nothing. */
    private String quiet(long open) {
        if (open == 0 || !hasQuietHours) {
            return "";
        }
        return outbox
                .query(JobQuery.builder()
                        .states(JobState.READY)
                        .reason(JobReason.QUIET_HOURS)
                        .limit(1)
                        .build())
                .stream()
                .findFirst()
                .flatMap(JobInfo::nextAt)
                .map(at -> ", quiet hours, such as until " + UNTIL.format(at.atZone(ZoneId.systemDefault())))
                .orElse("");
    }

    /** Counting reads all rows, so with many of them it is done less often: it must not take the time of the sends. */
    private static Duration pauseAfter(long begin) {
        Duration slow = Duration.ofNanos(20 * (System.nanoTime() - begin));
        return slow.compareTo(SHORTEST_PAUSE) > 0 ? slow : SHORTEST_PAUSE;
    }

    private static String others(OutboxStatus status) {
        long failed = status.count(JobState.DISCARDED) + status.count(JobState.DELIVERY_FAILED);
        long open = status.count(JobState.UNKNOWN) + status.count(JobState.PARKED);
        return String.format(Locale.ROOT, "%,d delivered", status.count(JobState.DELIVERED))
                + (failed == 0 ? "" : String.format(Locale.ROOT, ", %,d failed", failed))
                + (open == 0 ? "" : String.format(Locale.ROOT, ", %,d unknown or parked", open));
    }

    /**
     * Waits for what webhooks and detail records report of messages that are sent.
     *
     * @return false if that was interrupted
     */
    boolean untilReported() {
        long end = System.nanoTime() + waitAtEnd.toNanos();
        while (!interruption.isAsked()) {
            long begin = System.nanoTime();
            long open = notReported(outbox.status());
            if (open == 0 || begin - end >= 0) {
                return true;
            }
            String left = Progress.time((end - begin) / 1e9);
            out.progress(
                    String.format(Locale.ROOT, "%,d are not reported as delivered yet, waiting %s at most", open, left),
                    false);
            interruption.pause(pauseAfter(begin));
        }
        return false;
    }

    private long notReported(OutboxStatus status) {
        return status.count(JobState.UNKNOWN) + (hasWebhooks ? status.count(JobState.SENT) : 0);
    }
}
