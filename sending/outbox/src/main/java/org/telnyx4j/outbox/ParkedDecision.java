package org.telnyx4j.outbox;

/** What a person decides on a job that is parked. */
public enum ParkedDecision {
    /** It was sent, as the person has found out: it counts as sent. */
    SENT,
    /** It is not sent any more. */
    DISCARD,
    /**
     * It is sent, once more. Where it was unknown whether it was sent before, the recipient may get it twice: that is what
     * the person decides.
     */
    SEND_AGAIN
}
