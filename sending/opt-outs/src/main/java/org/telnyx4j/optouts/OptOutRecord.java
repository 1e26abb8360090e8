package org.telnyx4j.optouts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The last that is known of whether somebody wants messages. Immutable.
 *
 * <p>Of two records of the same account, recipient and scope the newer one counts, whichever comes first; of two with the
 * same time, the one that has opted out. So the order in which things become known does not matter.
 *
 * @param account whose messages: the name of the account, empty for that of the client itself
 * @param recipient the number of the recipient, in E.164 form
 * @param scope which messages
 * @param optedOut whether the recipient does not want them
 * @param changedAt since when; kept to the microsecond
 * @param source how that is known
 */
public record OptOutRecord(
        String account, String recipient, OptOutScope scope, boolean optedOut, Instant changedAt, OptOutSource source) {
    /** Checks that nothing is null, and cuts the time to microseconds, which every database keeps. */
    public OptOutRecord {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(source, "source");
        changedAt = changedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns whether this counts, and not another record of the same account, recipient and scope.
     *
     * @param other the other record
     * @return true if this is newer, or says at the same time that the recipient has opted out where the other does not
     */
    public boolean supersedes(OptOutRecord other) {
        int order = changedAt.compareTo(other.changedAt);
        return order > 0 || (order == 0 && optedOut && !other.optedOut);
    }

    /** Shows no whole number. */
    @Override
    public String toString() {
        return "OptOutRecord[" + (account.isEmpty() ? "" : account + ", ") + Masked.of(recipient) + ", " + scope + ", "
                + (optedOut ? "opted out" : "opted in") + " at " + changedAt + " by " + source + "]";
    }
}
