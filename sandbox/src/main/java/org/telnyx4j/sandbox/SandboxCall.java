package org.telnyx4j.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call leg, as it stood when it was asked for. Immutable and safe for concurrent use.
 *
 * <p>{@code toString()} shows the call control id, the direction and whether the call is up, and neither phone
 * numbers nor client state.
 */
public interface SandboxCall {

    /** Returns the call control id, by which commands reach the call. */
    String id();

    /** Returns the id of the leg, which webhooks repeat. */
    String legId();

    /** Returns the id that all legs of a conversation share. */
    String sessionId();

    /** Returns {@code incoming} or {@code outgoing}. */
    String direction();

    /** Returns who calls. */
    String from();

    /** Returns who is called; more than one for a dial to a list. */
    List<String> to();

    /** Returns whether the call is up: it rings or somebody talks. */
    boolean isAlive();

    /** Returns the client state that was last given, in Base64 as it was sent. */
    Optional<String> clientState();

    /** Returns when the call began. */
    Instant startedAt();

    /** Returns when the call ended, unless it is up. */
    Optional<Instant> endedAt();
}
