package org.telnyx4j.internal.errors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;

/**
 * What an error must know of a call besides its last attempt.
 *
 * @param attempts how many requests were made
 * @param outcome whether any of them was carried out, or may have been
 * @param note why there was no further attempt, as a clause, or null where that goes without saying
 * @param isCommandIdSpent whether Telnyx may no longer deduplicate by the request's command id
 * @param failures the errors of the attempts before
 */
public record AttemptHistory(
        int attempts,
        Outcome outcome,
        @Nullable String note,
        boolean isCommandIdSpent,
        List<TelnyxException> failures) {}
