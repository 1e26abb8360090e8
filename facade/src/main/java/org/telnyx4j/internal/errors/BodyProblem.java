package org.telnyx4j.internal.errors;

/** Says why the body of an answer, whose status and headers arrived, could not be used. */
public enum BodyProblem {
    /** There was none where one was due. */
    EMPTY("its body is empty"),
    /** It is not JSON, or not of the expected shape. */
    NOT_UNDERSTOOD("its body is not what the API documents"),
    /** It is longer than the limit. */
    TOO_LARGE("its body is larger than the limit"),
    /** The connection broke while it was being read. */
    CUT_OFF("the connection broke within its body"),
    /** The call's deadline passed while it was being read. */
    DEADLINE("the deadline passed within its body"),
    /** The calling thread was interrupted while it was being read. */
    INTERRUPTED("the calling thread was interrupted within its body");

    private final String words;

    BodyProblem(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
