package org.telnyx4j.spring.internal.telemetry;

import org.telnyx4j.telemetry.OperationResult;

/** The names that both listeners use. All tags have few values: no tenant, no id, nothing of a request. */
final class OperationTags {
    static final String NAME = "telnyx.client.operations";
    static final String OPERATION = "operation";
    static final String OUTCOME = "outcome";

    /** Micrometer adds it to observations by itself, with the simple name of the exception's class. */
    static final String ERROR = "error";

    static final String NO_ERROR = "none";

    static final String SUCCESS = "SUCCESS";

    private OperationTags() {}

    /** Whether the failed operation may have been carried out all the same. */
    static String outcome(OperationResult result) {
        return result.outcome().name();
    }
}
