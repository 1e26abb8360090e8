package org.telnyx4j.outbox;

import org.telnyx4j.internal.database.EnumNames;

/**
 * Where a job stands. {@link #SENDING} and {@link #UNKNOWN} mean that the request may have reached Telnyx: no worker sends
 * such a message again.
 */
public enum JobState {
    /** It waits: for its time, for a worker, or for the next try after a failure that had certainly no effect. */
    READY,
    /** A worker has claimed it, and sends it now, or was ended while it did. */
    SENDING,
    /** Telnyx has accepted it. */
    SENT,
    /**
     * The message arrived, at each of its recipients, or the number order has succeeded: the numbers are the account's. Final. Call
     * commands stay {@link #SENT}.
     */
    DELIVERED,
    /**
     * Telnyx accepted the message and could not deliver it, to one recipient at least; or the number order has failed, and
     * nothing was bought. Final.
     */
    DELIVERY_FAILED,
    /** It was not sent and will not be; the reason says why. Final. */
    DISCARDED,
    /** Whether it was sent is not known. Events and detail records are checked for it. */
    UNKNOWN,
    /** A person has to decide, since nothing more can be found out, or the job cannot be carried out as it is. */
    PARKED,
    /**
     * A worker of a newer edition wrote a state that this edition does not know; {@link JobInfo#stateName} has its name. This
     * edition leaves such a job to the newer one's workers. Never in the database itself.
     */
    OTHER;

    /** Returns the state that a row has. */
    static JobState of(String name) {
        return EnumNames.read(name, OTHER);
    }

    /**
     * Returns whether nothing will happen any more to a job in this state.
     *
     * @return true for delivered, failed and discarded ones
     */
    public boolean isFinal() {
        return this == DELIVERED || this == DELIVERY_FAILED || this == DISCARDED;
    }
}
