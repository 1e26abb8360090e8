package org.telnyx4j.sandbox.internal.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.SandboxCall;

/** A call leg at one point of its life. */
record StoredCall(Leg.Ids ids, Leg.Parties parties, Progress progress) implements SandboxCall {

    record Progress(
            State state,
            @Nullable String clientState,
            Instant startedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable String hangupCause,
            @Nullable String hangupSource,
            @Nullable String bridgedWith) {}

    @Override
    public String id() {
        return ids.control();
    }

    @Override
    public String legId() {
        return ids.leg();
    }

    @Override
    public String sessionId() {
        return ids.session();
    }

    @Override
    public String connectionId() {
        return parties.connectionId();
    }

    @Override
    public String direction() {
        return parties.direction();
    }

    @Override
    public String from() {
        return parties.from();
    }

    @Override
    public List<String> to() {
        return parties.to();
    }

    @Override
    public State state() {
        return progress.state();
    }

    @Override
    public boolean isAlive() {
        return progress.state() != State.ENDED;
    }

    @Override
    public Optional<String> clientState() {
        return Optional.ofNullable(progress.clientState());
    }

    @Override
    public Instant startedAt() {
        return progress.startedAt();
    }

    @Override
    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(progress.answeredAt());
    }

    @Override
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(progress.endedAt());
    }

    @Override
    public Optional<String> hangupCause() {
        return Optional.ofNullable(progress.hangupCause());
    }

    @Override
    public Optional<String> hangupSource() {
        return Optional.ofNullable(progress.hangupSource());
    }

    @Override
    public Optional<String> bridgedWith() {
        return Optional.ofNullable(progress.bridgedWith());
    }

    @Override
    public String toString() {
        return "SandboxCall[" + id() + ", " + direction() + ", " + (isAlive() ? "up" : "ended") + "]";
    }
}
