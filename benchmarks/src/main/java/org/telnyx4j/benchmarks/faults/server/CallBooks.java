package org.telnyx4j.benchmarks.faults.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Places calls and takes commands. As Telnyx does, it ignores a second command with the same {@code command_id} for the
 * same call within 60 seconds, and answers it like the first. Without an id each request counts.
 */
public final class CallBooks {
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(60).toNanos();

    private final Tally placed = new Tally();
    private final Tally taken = new Tally();
    private final ConcurrentHashMap<String, Executed> known = new ConcurrentHashMap<>();

    CallBooks() {}

    /** Returns the ids of all calls that were placed with this client state. */
    public List<String> placed(String clientState) {
        return placed.ids(clientState);
    }

    /** Returns an entry for each command that was carried out on a call. */
    public List<String> taken(String callControlId) {
        return taken.ids(callControlId);
    }

    Answer dial(JsonNode body) {
        return once("dial", body, () -> {
            String state = new String(
                    Base64.getDecoder().decode(body.path("client_state").asText()), StandardCharsets.UTF_8);
            String id = "v3:" + UUID.randomUUID();
            placed.add(state, id);
            return Answer.data(Answer.object()
                    .put("record_type", "call")
                    .put("call_control_id", id)
                    .put("call_leg_id", UUID.randomUUID().toString())
                    .put("call_session_id", UUID.randomUUID().toString())
                    .put("is_alive", false));
        });
    }

    Answer command(String callControlId, String action, JsonNode body) {
        return once(callControlId, body, () -> {
            taken.add(callControlId, action);
            return Answer.data(Answer.object().put("result", "ok"));
        });
    }

    /** Carries out what is new. Two requests with one id that come at the same moment wait for each other here. */
    private Answer once(String call, JsonNode body, Supplier<Answer> work) {
        String commandId = body.path("command_id").asText("");
        if (commandId.isEmpty()) {
            return work.get();
        }
        return known.compute(call + "|" + commandId, (key, before) -> {
                    long now = System.nanoTime();
                    boolean counts = before != null && now - before.nanos() < REMEMBERED_NANOS;
                    return counts ? before : new Executed(now, work.get());
                })
                .answer();
    }

    private record Executed(long nanos, Answer answer) {}
}
