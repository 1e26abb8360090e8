package org.telnyx4j.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.JsonModel;

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

    /** Returns the body as it was sent, by the names on the wire; a map that can't be changed. */
    Map<String, @Nullable Object> parameters();

    /** Returns the body as the model of the request, such as a {@code SpeakRequest}. */
    JsonModel request();

    /** Returns when the command was received. */
    Instant receivedAt();
}
