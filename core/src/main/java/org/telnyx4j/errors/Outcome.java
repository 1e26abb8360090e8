package org.telnyx4j.errors;

/** Whether a failed request had its effect all the same: whether the text was sent, the number bought. */
public enum Outcome {
    /** It had no effect: it never left, or Telnyx refused it. */
    NOT_CARRIED_OUT,
    /** It had its effect; only the response could not be read. Sent again, it would be done twice. */
    CARRIED_OUT,
    /** Nobody on this side can know. */
    UNKNOWN
}
