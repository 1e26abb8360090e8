package org.telnyx4j.optouts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides from what is known of one recipient whether a message may go.
 *
 * <p>A profile's record counts for all senders of the profile. A sender's record is there only where its profile was not known;
 * what is newer of the profile supersedes it. The account's record counts always. Where neither the message nor the store
 * has the profile of a sender, any profile counts: it could be that. So does an opt-out whose scope only a newer edition knows.
 */
final class OptOutRules {
    private final Map<OptOutScope, OptOutRecord> records = new HashMap<>();
    private final boolean otherOut;

    /** Takes the records of one recipient. */
    OptOutRules(List<OptOutRecord> ofOneRecipient) {
        ofOneRecipient.forEach(record -> records.put(record.scope(), record));
        // Apart from the others: two of these may seem to have one scope.
        this.otherOut = ofOneRecipient.stream()
                .anyMatch(record -> record.scope().kind() == OptOutScope.Kind.OTHER && record.optedOut());
    }

    /**
     * Decides.
     *
     * @param sender the sender, or null where the profile chooses it
     * @param named the messaging profile that the message names, or null
     * @param ofSender the messaging profile of the sender, or null where that is not known
     * @return whether the message must not go
     */
    boolean optedOut(@Nullable String sender, @Nullable String named, @Nullable String ofSender) {
        if (otherOut || isOut(OptOutScope.account())) {
            return true;
        }
        if (named != null && isOut(OptOutScope.profile(named))) {
            return true;
        }
        if (sender == null) {
            return named == null && anyProfile();
        }
        String profile = ofSender != null ? ofSender : named;
        if (profile == null) {
            return isOut(OptOutScope.sender(sender)) || anyProfile();
        }
        return isOut(OptOutScope.profile(profile)) || isOutOfSender(sender, OptOutScope.profile(profile));
    }

    private boolean isOut(OptOutScope scope) {
        OptOutRecord record = records.get(scope);
        return record != null && record.optedOut();
    }

    /** The profile's record is one that has opted in, or there is none. */
    private boolean isOutOfSender(String sender, OptOutScope profile) {
        OptOutRecord own = records.get(OptOutScope.sender(sender));
        OptOutRecord ofProfile = records.get(profile);
        return own != null && own.optedOut() && (ofProfile == null || !ofProfile.supersedes(own));
    }

    private boolean anyProfile() {
        return records.values().stream()
                .anyMatch(record -> record.scope().kind() == OptOutScope.Kind.PROFILE && record.optedOut());
    }
}
