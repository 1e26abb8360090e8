package org.telnyx4j.sandbox;

import java.util.List;
import java.util.Optional;
import org.telnyx4j.generated.model.MessagingProfile;

/**
 * The messaging profiles of the sandbox; a new sandbox has none. Safe for concurrent use.
 *
 * <p>Other operations take any messaging profile id, whether or not there is such a profile.
 */
public interface SandboxMessagingProfiles {

    /** Returns all profiles, oldest first; a copy that doesn't change any more. */
    List<SandboxMessagingProfile> all();

    /** Returns the profile with this id as it stands now. */
    Optional<SandboxMessagingProfile> find(String id);

    /**
     * Adds a profile as a request with this name and the destination {@code US} would. Several may have the same
     * name, as with the API.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    SandboxMessagingProfile add(String name);

    /**
     * Adds a profile that has exactly these fields besides its id and record type, checked by nobody; so a client meets
     * one that lacks fields, or has fields of tomorrow.
     *
     * @param settings the fields as the API shows them; an id among them is used in place of a new one
     * @throws IllegalArgumentException if the name is blank or not there
     */
    SandboxMessagingProfile add(MessagingProfile settings);

    /**
     * Assigns a short code to a profile.
     *
     * @param shortCode 5 or 6 digits
     * @throws IllegalArgumentException if there is no such profile, or it isn't a short code
     */
    void addShortCode(String profileId, String shortCode);
}
