package org.telnyx4j.sandbox.internal.calls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.SandboxCall;
import org.telnyx4j.sandbox.internal.http.Json;
import org.telnyx4j.sandbox.internal.http.Timestamps;

/** A call at one point of its life. */
record StoredCall(Ids ids, Parties parties, Instant startedAt, Progress progress) implements SandboxCall {

    record Ids(
            String control,
            String leg,
            String session,
            @Nullable String recording) {}

    record Parties(String direction, String from, List<String> to) {}

    record Progress(@Nullable String clientState, @Nullable Instant endedAt) {}

    StoredCall with(Progress next) {
        return new StoredCall(ids, parties, startedAt, next);
    }

    ObjectNode toJson(Instant now) {
        ObjectNode json = Json.object();
        json.put("record_type", "call");
        json.put("call_control_id", ids.control());
        json.put("call_leg_id", ids.leg());
        json.put("call_session_id", ids.session());
        json.put("is_alive", isAlive());
        clientState().ifPresent(state -> json.put("client_state", state));
        Instant until = endedAt().orElse(now);
        json.put("call_duration", Duration.between(startedAt, until).toSeconds());
        json.put("start_time", Timestamps.format(startedAt));
        endedAt().ifPresent(time -> json.put("end_time", Timestamps.format(time)));
        return json;
    }

    /** Writes the answer to a dial, which always says that nobody has picked up yet. */
    ObjectNode toDialJson() {
        ObjectNode json = toJson(startedAt).put("is_alive", false);
        json.remove(List.of("call_duration", "start_time", "end_time"));
        if (ids.recording() != null) {
            json.put("recording_id", ids.recording());
        }
        return json;
    }

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
    public boolean isAlive() {
        return progress.endedAt() == null;
    }

    @Override
    public Optional<String> clientState() {
        return Optional.ofNullable(progress.clientState());
    }

    @Override
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(progress.endedAt());
    }

    @Override
    public String toString() {
        return "SandboxCall[" + id() + ", " + direction() + ", " + (isAlive() ? "up" : "ended") + "]";
    }
}
