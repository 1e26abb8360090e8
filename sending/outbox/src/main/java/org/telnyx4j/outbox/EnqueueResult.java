package org.telnyx4j.outbox;

import java.util.Objects;

/**
 * What came of enqueueing one job. Immutable.
 *
 * @param id the id of the job, or of the earlier one that has the same key
 * @param isNew false where an earlier job has the same key, which still counts: nothing was enqueued
 */
public record EnqueueResult(JobId id, boolean isNew) {
    /** Checks the id. */
    public EnqueueResult {
        Objects.requireNonNull(id, "id");
    }
}
