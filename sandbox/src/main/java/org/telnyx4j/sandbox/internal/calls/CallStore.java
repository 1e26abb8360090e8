package org.telnyx4j.sandbox.internal.calls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.sandbox.SandboxCall;
import org.telnyx4j.sandbox.SandboxCalls;
import org.telnyx4j.sandbox.SandboxCommand;
import org.telnyx4j.sandbox.internal.calls.StoredCall.Ids;
import org.telnyx4j.sandbox.internal.calls.StoredCall.Parties;
import org.telnyx4j.sandbox.internal.calls.StoredCall.Progress;

/** The calls of a sandbox and what they were told. Every change happens under one lock. */
public final class CallStore implements SandboxCalls {
    private static final int ID_BYTES = 40;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Leg> legs = new LinkedHashMap<>();
    private final RecentIds<String> dials = new RecentIds<>();

    /** What became of a command. */
    enum Result {
        DONE,
        REPEATED,
        UNKNOWN_CALL,
        CALL_ENDED
    }

    public CallStore(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Makes a call, or returns the one that was made under the same command id within the last 60 seconds. */
    synchronized StoredCall dial(Parties parties, ObjectNode body) {
        Instant now = now();
        String commandId = body.path("command_id").textValue();
        Optional<Leg> before = commandId == null
                ? Optional.empty()
                : dials.find(commandId, now).flatMap(this::leg);
        if (before.isPresent()) {
            return before.get().call;
        }
        boolean recorded = body.path("record").asText().equals("record-from-answer");
        StoredCall call = begin(parties, recorded, body.path("client_state").textValue());
        if (commandId != null) {
            dials.add(commandId, call.id(), now);
        }
        return call;
    }

    synchronized Result command(String id, CallAction action, ObjectNode body) {
        Optional<Leg> found = leg(id);
        if (found.isEmpty()) {
            return Result.UNKNOWN_CALL;
        }
        Leg leg = found.get();
        Instant now = now();
        String commandId = body.path("command_id").textValue();
        // Before the check for the end: whoever repeats a hangup is told again that it was done.
        if (commandId != null && leg.commandIds.find(commandId, now).isPresent()) {
            return Result.REPEATED;
        }
        if (!leg.call.isAlive()) {
            return Result.CALL_ENDED;
        }
        leg.carryOut(action, body.deepCopy(), now);
        if (commandId != null) {
            leg.commandIds.add(commandId, action.name(), now);
        }
        return Result.DONE;
    }

    synchronized Optional<StoredCall> get(String id) {
        return leg(id).map(leg -> leg.call);
    }

    public synchronized void clear() {
        legs.clear();
        dials.clear();
    }

    @Override
    public synchronized List<SandboxCall> all() {
        return legs.values().stream().<SandboxCall>map(leg -> leg.call).toList();
    }

    @Override
    public Optional<SandboxCall> find(String callControlId) {
        return get(callControlId).map(call -> call);
    }

    @Override
    public SandboxCall incoming(String from, String to) {
        if (from.isBlank() || to.isBlank()) {
            throw new IllegalArgumentException("from and to must not be blank");
        }
        return begin(new Parties("incoming", from, List.of(to)), false, null);
    }

    @Override
    public synchronized List<SandboxCommand> commands(String callControlId) {
        return List.copyOf(existing(callControlId).commands);
    }

    @Override
    public synchronized SandboxCall hangUp(String callControlId) {
        Leg leg = existing(callControlId);
        leg.end(now());
        return leg.call;
    }

    private synchronized StoredCall begin(Parties parties, boolean recorded, @Nullable String clientState) {
        Ids ids = new Ids(newControlId(), uuid(), uuid(), recorded ? uuid() : null);
        StoredCall call = new StoredCall(ids, parties, now(), new Progress(clientState, null));
        legs.put(call.id(), new Leg(call));
        return call;
    }

    /** Makes an id that looks like the API's, colon included: a client has to get it into a path all the same. */
    private String newControlId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return "v3:" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }

    private Optional<Leg> leg(String id) {
        return Optional.ofNullable(legs.get(id));
    }

    private Leg existing(String id) {
        return leg(id).orElseThrow(() -> new IllegalArgumentException("There is no call with the id " + id));
    }

    /** A call and its history. */
    private static final class Leg {
        private final List<StoredCommand> commands = new ArrayList<>();
        private final RecentIds<String> commandIds = new RecentIds<>();
        private StoredCall call;

        Leg(StoredCall call) {
            this.call = call;
        }

        void carryOut(CallAction action, ObjectNode body, Instant now) {
            commands.add(new StoredCommand(action.name(), body, now));
            String state = body.path("client_state").textValue();
            if (state != null) {
                call = call.with(new Progress(state, null));
            }
            if (action.endsCall()) {
                end(now);
            }
        }

        void end(Instant now) {
            if (call.isAlive()) {
                call = call.with(new Progress(call.progress().clientState(), now));
            }
        }
    }
}
