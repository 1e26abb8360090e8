package org.telnyx4j.internal.errors;

import org.telnyx4j.internal.decision.RetryCondition;
import org.telnyx4j.internal.headers.ResponseHead;

/** Why the body of a response, whose status and headers arrived, could not be used. */
public enum BodyProblem {
    /** There was none where one was due. */
    EMPTY(RetryCondition.UNPROVEN_SUCCESS, "its body is empty"),
    /** It is not JSON, or not of the expected shape. */
    NOT_UNDERSTOOD(RetryCondition.UNPROVEN_SUCCESS, "its body is not the JSON that Telnyx responds with"),
    /** It is JSON, but without the data that the operation is about, or with data without an id. */
    NO_DATA(RetryCondition.UNPROVEN_SUCCESS, "its body has no data, or data without an id"),
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

    /**
     * Returns what it means for a response whose status is a success. A body that did not come whole proves nothing by
     * itself, so then the headers must be like those of Telnyx: a login page can break off, too.
     *
     * @param head the status and headers
     * @param isLookup whether the operation only looks something up, so that there is nothing to be proven
     * @return the condition
     */
    RetryCondition ofSuccess(ResponseHead head, boolean isLookup) {
        boolean isProven = isLookup || ContentHeaders.of(head).areOfTelnyx();
        return isProven ? ofSuccess : RetryCondition.UNPROVEN_SUCCESS;
    }

    /**
     * Returns what is wrong with the body, in words.
     *
     * @param head the status and headers, which show what came instead of Telnyx's JSON
     * @return a phrase without full stop
     */
    String words(ResponseHead head) {
        boolean whole = ofSuccess == RetryCondition.UNPROVEN_SUCCESS && this != EMPTY;
        String instead = whole ? ContentHeaders.of(head).otherThanJson() : null;
        return instead == null ? words : "its body is " + instead + ", while Telnyx responds with plain JSON";
    }
}
