package org.telnyx4j.pacing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a message is sent from, as far as it matters for Telnyx's limits. */
public enum SenderKind {
    /** A toll-free number of North America. */
    TOLL_FREE,
    /** A short code: 3 to 8 digits. */
    SHORT_CODE,
    /** An alphanumeric sender id. */
    ALPHANUMERIC,
    /** Any other number. */
    LONG_CODE,
    /** Whatever number a messaging profile chooses from its pool. */
    NUMBER_POOL;

    private static final Set<String> TOLL_FREE_CODES = Set.of("800", "822", "833", "844", "855", "866", "877", "888");
    private static final int LONGEST_SHORT_CODE = 8;

    /**
     * Recognises the kind.
     *
     * @param sender a number in E.164 format, a short code or an alphanumeric id; null where there is none
     * @return the kind
     */
    public static SenderKind of(@Nullable String sender) {
        if (sender == null || sender.isEmpty()) {
            return NUMBER_POOL;
        }
        if (sender.startsWith("+")) {
            boolean tollFree = sender.startsWith("+1")
                    && sender.length() >= NorthAmerica.CODE_END
                    && TOLL_FREE_CODES.contains(sender.substring(NorthAmerica.CODE_START, NorthAmerica.CODE_END));
            return tollFree ? TOLL_FREE : LONG_CODE;
        }
        boolean digits = sender.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && sender.length() <= LONGEST_SHORT_CODE ? SHORT_CODE : digits ? LONG_CODE : ALPHANUMERIC;
    }
}
