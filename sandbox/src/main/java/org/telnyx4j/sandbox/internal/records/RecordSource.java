package org.telnyx4j.sandbox.internal.records;

import java.time.Instant;
import java.util.stream.Stream;
import org.telnyx4j.generated.model.DetailRecord;

/** Whatever leaves detail records. */
@FunctionalInterface
public interface RecordSource {

    /** Returns the records of everything that is over, oldest first. */
    Stream<DetailRecord> records(Instant now);
}
