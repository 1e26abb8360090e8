package org.telnyx4j.sandbox;

import org.telnyx4j.generated.model.MessagingProfile;

/**
 * A messaging profile, as it stood when it was asked for. Immutable and safe for concurrent use.
 *
 * <p>{@code toString()} shows id and name, and none of the settings.
 */
public interface SandboxMessagingProfile {

    /** Returns the id under which the API serves the profile. */
    String id();

    /** Returns the name. */
    String name();

    /** Returns all fields as the API responds with them. */
    MessagingProfile settings();
}
