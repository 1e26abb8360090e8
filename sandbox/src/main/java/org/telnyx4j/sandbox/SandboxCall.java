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

    /** How far a call has got. */
    enum State {
        /** It rings, or it waits to be answered. */
        RINGING,
        /** Somebody has picked up. */
        ANSWERED,
        /** It is over. */
        ENDED
    }

    /** Returns the call control id, by which commands reach the call. */
    String id();

    /** Returns the id of the leg, which webhooks repeat. */
    String legId();

    /** Returns the id that all legs of a conversation share. */
    String sessionId();

    /** Returns the id of the connection or Call Control application that it belongs to. */
    String connectionId();

    /** Returns {@code incoming} or {@code outgoing}. */
    String direction();

    /** Returns who calls. */
    String from();

    /** Returns who is called; more than one for a dial to a list. */
    List<String> to();

    /** Returns how far the call has got. */
    State state();

    /** Returns whether the call is up: it rings or somebody talks. */
    boolean isAlive();

    /** Returns the client state that was last given, in Base64 as it was sent. */
    Optional<String> clientState();

    /** Returns when the call began. */
    Instant startedAt();

    /** Returns when it was answered, if it was. */
    Optional<Instant> answeredAt();

    /** Returns when the call ended, unless it is up. */
    Optional<Instant> endedAt();

    /** Returns why it ended, as in {@code call.hangup}, such as {@code normal_clearing}. */
    Optional<String> hangupCause();

    /** Returns who ended it: {@code caller}, {@code callee} or {@code unknown}. */
    Optional<String> hangupSource();

    /** Returns the call control id of the call that it is bridged with. */
    Optional<String> bridgedWith();
}
