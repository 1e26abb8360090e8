package org.telnyx4j.sandbox.internal.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.SandboxDelivery;

/** One try of a delivery, at one point of its life. */
record Attempt(String id, StoredEvent event, String url, int attempt, String body, Instant startedAt, State state)
        implements SandboxDelivery {

    record State(
            Result result,
            @Nullable Integer httpStatus,
            @Nullable Duration took,
            @Nullable Instant nextTryAt) {
        static final State PENDING = new State(Result.PENDING, null, null, null);
    }

    Attempt with(State next) {
        return new Attempt(id, event, url, attempt, body, startedAt, next);
    }

    @Override
    public String eventId() {
        return event.id();
    }

    @Override
    public String eventType() {
        return event.type();
    }

    @Override
    public Result result() {
        return state.result();
    }

    @Override
    public Optional<Integer> httpStatus() {
        return Optional.ofNullable(state.httpStatus());
    }

    @Override
    public Optional<Duration> duration() {
        return Optional.ofNullable(state.took());
    }

    @Override
    public Optional<Instant> nextTryAt() {
        return Optional.ofNullable(state.nextTryAt());
    }

    @Override
    public String toString() {
        return "SandboxDelivery[" + eventType() + ", " + eventId() + ", attempt " + attempt + ", " + result()
                + httpStatus().map(status -> " " + status).orElse("") + "]";
    }
}
