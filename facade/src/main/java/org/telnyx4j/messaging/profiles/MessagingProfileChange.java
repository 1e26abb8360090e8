package org.telnyx4j.messaging.profiles;

import java.util.Objects;
import java.util.Optional;
import org.telnyx4j.errors.RateLimitState;

/**
 * What {@link MessagingProfiles#createOrUpdate} did.
 *
 * @param kind whether it created, updated or left the profile
 * @param profile the profile as it is now
 */
public record MessagingProfileChange(Kind kind, MessagingProfileResult profile) {

    /** Refuses null. */
    public MessagingProfileChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(profile, "profile");
    }

    /** What can be done to a profile. */
    public enum Kind {
        /** There was none of this name, and now there is. */
        CREATED,
        /** It had other settings, and now has these. */
        UPDATED,
        /** It had these settings already, and nothing was sent to change it. */
        UNCHANGED
    }

    /**
     * Returns the state of the rate limit after the last request.
     *
     * @return the state, or empty where the response did not have it
     */
    public Optional<RateLimitState> rateLimit() {
        return profile.rateLimit();
    }
}
