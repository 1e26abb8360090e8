package org.telnyx4j.internal.errors;

import org.telnyx4j.internal.retry.RetryCondition;

/** Why the body of a response, whose status and headers arrived, could not be used. */
public enum BodyProblem {
    /** There was none where one was due. */
    EMPTY(RetryCondition.UNUSABLE_SUCCESS, "its body is empty"),
    /** It is not JSON, or not of the expected shape. */
    NOT_UNDERSTOOD(RetryCondition.UNUSABLE_SUCCESS, "its body is not what the API documents"),
    /** It is longer than the limit. */
    TOO_LARGE(RetryCondition.UNUSABLE_SUCCESS, "its body is larger than the limit"),
    /** The connection broke while it was being read. */
    CUT_OFF(RetryCondition.SUCCESS_CUT_OFF, "the connection broke within its body"),
    /** The call's deadline passed while it was being read. */
    DEADLINE(RetryCondition.SUCCESS_ENDED, "the deadline passed within its body"),
    /** The calling thread was interrupted while it was being read. */
    INTERRUPTED(RetryCondition.SUCCESS_ENDED, "the calling thread was interrupted within its body");

    private final RetryCondition ofSuccess;
    private final String words;

    BodyProblem(RetryCondition ofSuccess, String words) {
        this.ofSuccess = ofSuccess;
        this.words = words;
    }

    /** Returns what it means for a response whose status is a success. */
    RetryCondition ofSuccess() {
        return ofSuccess;
    }

    String words() {
        return words;
    }
}
