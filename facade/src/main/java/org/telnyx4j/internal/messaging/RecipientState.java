package org.telnyx4j.internal.messaging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.MessageStatus;

/**
 * The status of one recipient at one time. All states have a total order, so the greatest of them is the same in
 * whatever order, and however often, they come.
 *
 * @param status the status
 * @param progress the stage that the status belongs to
 * @param at when that was; the earliest time where it is not known
 */
public record RecipientState(MessageStatus status, Progress progress, Instant at) {
    /** The stages, in the order in which they follow each other. */
    enum Progress {
        NOT_SENT,
        SENT,
        /** Final, with a status that this edition does not know. */
        OVER,
        /** Final, but the carrier never reported the delivery. */
        UNCONFIRMED,
        /** Final, with a known result. */
        DEFINITE
    }

    /** The order of states that differ in nothing else. With the same time, a delivery wins over a failure. */
    private static final List<MessageStatus> ORDER = List.of(
            MessageStatus.SCHEDULED,
            MessageStatus.QUEUED,
            MessageStatus.SENDING,
            MessageStatus.SENT,
            MessageStatus.CANCELLED,
            MessageStatus.EXPIRED,
            MessageStatus.SENDING_FAILED,
            MessageStatus.DELIVERY_FAILED,
            MessageStatus.DELIVERED,
            MessageStatus.READ);

    // Until the message is sent, the order of the statuses is known, and clocks may differ; after that, time decides.
    private static final Comparator<RecipientState> FURTHER_ON = Comparator.comparing(
                    (RecipientState state) -> state.progress)
            .thenComparing(state -> state.progress == Progress.NOT_SENT ? ORDER.indexOf(state.status) : 0)
            .thenComparing(RecipientState::at)
            .thenComparing(state -> ORDER.indexOf(state.status))
            .thenComparing(state -> state.status.getValue());

    /** Creates the state that an event or a response reports. */
    public static RecipientState of(MessageStatus status, @Nullable Instant at, boolean finalized) {
        return new RecipientState(status, progressOf(status, finalized), at == null ? Instant.MIN : at);
    }

    /** Returns the one of two that is further on. */
    public static RecipientState furtherOn(RecipientState one, RecipientState other) {
        return FURTHER_ON.compare(one, other) >= 0 ? one : other;
    }

    /** Returns whether the status will not change any more. */
    public boolean isFinal() {
        return progress.compareTo(Progress.OVER) >= 0;
    }

    /** Returns whether the message will not arrive. */
    public boolean isFailure() {
        return MessageStatuses.isFailure(status);
    }

    private static Progress progressOf(MessageStatus status, boolean finalized) {
        if (status.equals(MessageStatus.DELIVERY_UNCONFIRMED)) {
            return Progress.UNCONFIRMED;
        }
        if (MessageStatuses.isFinal(status)) {
            return Progress.DEFINITE;
        }
        int place = ORDER.indexOf(status);
        if (place >= 0) {
            return status.equals(MessageStatus.SENT) ? Progress.SENT : Progress.NOT_SENT;
        }
        return finalized ? Progress.OVER : Progress.SENT;
    }
}
