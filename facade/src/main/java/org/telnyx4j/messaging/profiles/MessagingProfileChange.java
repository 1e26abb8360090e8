package org.telnyx4j.messaging.profiles;

import java.util.Objects;
import java.util.Optional;
import org.telnyx4j.errors.RateLimitState;

/**
 * What {@link MessagingProfiles#createOrUpdate} did.
 *
 * @param kind whether it made, changed or left the profile
 * @param profile the profile as it is now
 */
public record MessagingProfileChange(Kind kind, MessagingProfileResult profile) {

    /** Checks that both are there. */
    public MessagingProfileChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(profile, "profile");
    }

    /** Names what can become of a profile. */
    public enum Kind {
        /** There was none of this name, and now there is. */
        CREATED,
        /** It had other settings, and now has these. */
        UPDATED,
        /** It had these settings already, and nothing was sent to change it. */
        UNCHANGED
    }

    /**
     * Returns what the answer that the profile was last seen in said of the caller's allowance.
     *
     * @return the state, or empty where it said nothing
     */
    public Optional<RateLimitState> rateLimit() {
        return profile.rateLimit();
    }
}
