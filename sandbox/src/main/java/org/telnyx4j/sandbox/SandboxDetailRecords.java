package org.telnyx4j.sandbox;

import java.time.Duration;
import java.util.List;
import org.telnyx4j.generated.model.DetailRecord;

/**
 * The detail records of the sandbox: one for each message and each call that is over. Safe for concurrent use.
 *
 * <p>{@code GET /detail_records} takes {@code filter[record_type]} with {@code messaging}, {@code call-control}, {@code
 * conference} or {@code conference-participant}, {@code filter[date_range]}, and filters on any field of a record, such as
 * {@code filter[cld]}, with {@code eq}, {@code gt}, {@code gte}, {@code lt}, {@code lte} or {@code contains} behind it.
 */
public interface SandboxDetailRecords {

    /** Returns the records that can be found by now; a copy that doesn't change any more. */
    List<DetailRecord> all();

    /**
     * Lets records appear so long after the end of what they are about, as the real ones are late; at once by default.
     *
     * @throws IllegalArgumentException if it is negative
     */
    void appearAfter(Duration delay);
}
