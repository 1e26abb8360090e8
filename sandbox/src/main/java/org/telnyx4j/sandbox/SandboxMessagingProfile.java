package org.telnyx4j.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

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

    /** Returns all fields as the API answers them; a copy that the caller may change. */
    JsonNode settings();
}
