package org.telnyx4j.internal.events;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.messaging.DeliveryStatus;

/**
 * One thing that is known of a recipient. There is a total order among all of them, so taking the greatest gives the
 * same whatever comes first, and however often.
 *
 * @param status how far the message has come
 * @param progress how much that is worth
 * @param at when that was
 */
public record RecipientState(DeliveryStatus status, Progress progress, Instant at) {
    /** How far a status is along the way. */
    enum Progress {
        NOT_SENT,
        SENT,
        /** Over, by a status that is not known. */
        OVER,
        /** Over, but the carrier never said how. */
        UNCONFIRMED,
        DEFINITE
    }

    /** Those that differ in nothing else, from the least far on. A failure that took place at once with an arrival was none. */
    private static final List<DeliveryStatus> ORDER = List.of(
            DeliveryStatus.SCHEDULED,
            DeliveryStatus.QUEUED,
            DeliveryStatus.SENDING,
            DeliveryStatus.SENT,
            DeliveryStatus.CANCELLED,
            DeliveryStatus.EXPIRED,
            DeliveryStatus.SENDING_FAILED,
            DeliveryStatus.DELIVERY_FAILED,
            DeliveryStatus.DELIVERED);

    // Before the message has gone out the way is known, and clocks may differ; from then on time decides.
    private static final Comparator<RecipientState> FURTHER_ON = Comparator.comparing(
                    (RecipientState state) -> state.progress)
            .thenComparing(state -> state.progress == Progress.NOT_SENT ? ORDER.indexOf(state.status) : 0)
            .thenComparing(RecipientState::at)
            .thenComparing(state -> ORDER.indexOf(state.status))
            .thenComparing(state -> state.status.value());

    /** Makes one of what an event or an answer has said. */
    public static RecipientState of(DeliveryStatus status, @Nullable Instant at, boolean finalized) {
        return new RecipientState(status, progressOf(status, finalized), at == null ? Instant.MIN : at);
    }

    /** Returns that of two which is further on. */
    public static RecipientState furtherOn(RecipientState one, RecipientState other) {
        return FURTHER_ON.compare(one, other) >= 0 ? one : other;
    }

    /** Whether nothing more will happen. */
    public boolean isFinal() {
        return progress.compareTo(Progress.OVER) >= 0;
    }

    private static Progress progressOf(DeliveryStatus status, boolean finalized) {
        if (status.equals(DeliveryStatus.DELIVERY_UNCONFIRMED)) {
            return Progress.UNCONFIRMED;
        }
        if (status.isFinal()) {
            return Progress.DEFINITE;
        }
        int place = ORDER.indexOf(status);
        if (place >= 0) {
            return status.equals(DeliveryStatus.SENT) ? Progress.SENT : Progress.NOT_SENT;
        }
        return finalized ? Progress.OVER : Progress.SENT;
    }
}
