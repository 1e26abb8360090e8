package org.telnyx4j.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A command that a call has carried out. Immutable and safe for concurrent use.
 *
 * <p>{@code toString()} shows action and command id, and no parameters.
 */
public interface SandboxCommand {

    /** Returns the action as in the path, such as {@code transfer} or {@code playback_start}. */
    String action();

    /** Returns the command id, if one was given. */
    Optional<String> commandId();

    /** Returns the body as it was sent; a copy that the caller may change. */
    JsonNode parameters();

    /** Returns when the command was received. */
    Instant receivedAt();
}
