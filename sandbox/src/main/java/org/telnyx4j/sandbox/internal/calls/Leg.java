package org.telnyx4j.sandbox.internal.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.ParkAfterUnbridge;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.sandbox.SandboxCall.State;
import org.telnyx4j.sandbox.internal.time.Scheduled;
import org.telnyx4j.sandbox.internal.time.WireTime;
import org.telnyx4j.sandbox.internal.webhooks.Targets;

/** A call leg and all that goes on with it. Guarded by the lock of {@link CallService}. */
public final class Leg {
    static final String INCOMING = "incoming";
    static final String OUTGOING = "outgoing";

    /** How a call is named. */
    record Ids(String control, String leg, String session) {}

    /** Who is in it. */
    record Parties(String connectionId, String direction, String from, List<String> to) {}

    /** A queue that the call waits in. */
    record Waiting(String queue, Instant since) {}

    final Ids ids;
    final Parties parties;
    final Instant startedAt;
    final List<StoredCommand> commands = new ArrayList<>();
    final RecentIds<String> commandIds = new RecentIds<>();
    final Map<String, String> urlsByType = new HashMap<>();
    final Map<String, List<Duration>> retriesByType = new HashMap<>();
    final List<Scheduled> timers = new ArrayList<>();
    final AudioQueue audio = new AudioQueue();

    State state = State.RINGING;

    @Nullable
    String clientState;

    @Nullable
    Instant answeredAt;

    @Nullable
    Instant endedAt;

    @Nullable
    String hangupCause;

    @Nullable
    String hangupSource;

    @Nullable
    Leg bridgedWith;

    /** Whom this leg is bridged with once it is answered. */
    @Nullable
    Leg bridgeOnAnswer;

    boolean parkAfterUnbridge;

    @Nullable
    String webhookUrl;

    @Nullable
    JsonModel dialled;

    @Nullable
    Waiting waiting;

    @Nullable
    GatherState gather;

    @Nullable
    RecordingState recording;

    /** What is to be recorded from the answer on. */
    @Nullable
    RecordingState planned;

    @Nullable
    String streamUrl;

    @Nullable
    String forkType;

    boolean transcribed;
    boolean siprec;

    Leg(Ids ids, Parties parties, Instant startedAt) {
        this.ids = ids;
        this.parties = parties;
        this.startedAt = startedAt;
    }

    public String id() {
        return ids.control();
    }

    public boolean isAnswered() {
        return state == State.ANSWERED;
    }

    public boolean isAlive() {
        return state != State.ENDED;
    }

    boolean isIncoming() {
        return parties.direction().equals(INCOMING);
    }

    /** Returns where an event of this call goes, as far as the call itself has a URL for it. */
    Targets targets(String eventType, Targets ofConnection) {
        String own = urlsByType.getOrDefault(eventType, webhookUrl);
        return Targets.of(own).or(ofConnection).withRetries(retriesByType.get(eventType));
    }

    /** Notes whether it stays when what it is bridged to ends. */
    void takeParking(JsonModel request) {
        parkAfterUnbridge = ParkAfterUnbridge.SELF.equals(request.get("park_after_unbridge"));
    }

    /** Takes over what a request says about webhooks and the client state. */
    void take(JsonModel request) {
        if (request.get("client_state") instanceof String given) {
            clientState = given;
        }
        if (request.get("webhook_url") instanceof String given) {
            webhookUrl = given;
        }
        if (request.toMap().get("webhook_urls") instanceof Map<?, ?> given) {
            given.forEach((type, url) -> urlsByType.put(String.valueOf(type), String.valueOf(url)));
        }
        if (request.toMap().get("webhook_retries_policies") instanceof Map<?, ?> given) {
            given.forEach((type, policy) -> retriesByType.put(String.valueOf(type), delays(policy)));
        }
    }

    private static List<Duration> delays(@Nullable Object policy) {
        List<Duration> delays = new ArrayList<>();
        if (policy instanceof Map<?, ?> fields && fields.get("retries_ms") instanceof List<?> given) {
            given.forEach(delay -> delays.add(Duration.ofMillis(Long.parseLong(String.valueOf(delay)))));
        }
        return delays;
    }

    /** Returns what events may say about the call. */
    public Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("call_control_id", ids.control());
        facts.put("call_leg_id", ids.leg());
        facts.put("call_session_id", ids.session());
        facts.put("connection_id", parties.connectionId());
        facts.put("client_state", clientState);
        facts.put("from", parties.from());
        facts.put("to", parties.to().get(0));
        facts.put("start_time", WireTime.text(startedAt));
        facts.put("tags", List.of());
        return facts;
    }

    void cancelTimers() {
        timers.forEach(Scheduled::cancel);
        timers.clear();
    }

    /** Returns how long people have talked. */
    Duration talked(Instant now) {
        Instant until = endedAt == null ? now : endedAt;
        return answeredAt == null ? Duration.ZERO : Duration.between(answeredAt, until);
    }

    StoredCall snapshot() {
        return new StoredCall(
                ids,
                parties,
                new StoredCall.Progress(
                        state,
                        clientState,
                        startedAt,
                        answeredAt,
                        endedAt,
                        hangupCause,
                        hangupSource,
                        bridgedWith == null ? null : bridgedWith.id()));
    }
}
