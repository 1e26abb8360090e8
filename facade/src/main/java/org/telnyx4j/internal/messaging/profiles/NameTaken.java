package org.telnyx4j.internal.messaging.profiles;

import java.util.regex.Pattern;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.errors.TelnyxException;

/**
 * Finds out whether a profile was refused because there is one like it. That one may be the very profile that was to be
 * created: a gateway on the way can send a request twice, and the caller gets the refusal of the copy.
 */
final class NameTaken {
    private static final int CONFLICT = 409;
    private static final String DUPLICATE = "10012";
    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:already|taken|exists|duplicate|not unique|must be unique|in use)\\b", Pattern.CASE_INSENSITIVE);
    /** Far more than Telnyx writes. */
    private static final int LONGEST_WORDS = 2_000;

    private NameTaken() {}

    static boolean isReasonOf(TelnyxException refusal) {
        int status = refusal.httpStatus().orElse(0);
        return refusal.outcome() == Outcome.NOT_CARRIED_OUT
                && status >= 400
                && status < 500
                && (status == CONFLICT || refusal.errors().stream().anyMatch(NameTaken::isDuplicate));
    }

    private static boolean isDuplicate(TelnyxError error) {
        String words = error.title() + "\n" + error.detail();
        return DUPLICATE.equals(error.code())
                || (words.length() <= LONGEST_WORDS && WORDS.matcher(words).find());
    }
}
