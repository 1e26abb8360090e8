package org.telnyx4j.sandbox.internal.calls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.telnyx4j.generated.model.CallAnsweredPayload;
import org.telnyx4j.generated.model.CallBridgedPayload;
import org.telnyx4j.generated.model.CallCostPayload;
import org.telnyx4j.generated.model.CallHangupPayload;
import org.telnyx4j.generated.model.CallInitiatedPayload;
import org.telnyx4j.generated.model.DetailRecord;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.SandboxCall;
import org.telnyx4j.sandbox.SandboxCall.State;
import org.telnyx4j.sandbox.SandboxCalls;
import org.telnyx4j.sandbox.SandboxCommand;
import org.telnyx4j.sandbox.internal.account.Account;
import org.telnyx4j.sandbox.internal.account.ConnectionStore;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.api.ErrorEntry;
import org.telnyx4j.sandbox.internal.numbers.OwnedNumber;
import org.telnyx4j.sandbox.internal.records.RecordSource;
import org.telnyx4j.sandbox.internal.time.Timeline;
import org.telnyx4j.sandbox.internal.time.WireTime;
import org.telnyx4j.sandbox.internal.webhooks.EventDraft;
import org.telnyx4j.sandbox.internal.webhooks.Payloads;
import org.telnyx4j.sandbox.internal.webhooks.Targets;
import org.telnyx4j.sandbox.internal.webhooks.WebhookSender;

/** The calls of a sandbox: how they begin, are answered, bridged and ended. Every change happens under its lock. */
public final class CallService implements SandboxCalls, RecordSource {
    static final String NORMAL = "normal_clearing";

    private static final int ID_BYTES = 40;
    private static final Duration RING_TIME = Duration.ofSeconds(30);
    private static final Duration LONGEST_CALL = Duration.ofHours(4);
    private static final Duration AUTOMATIC_ANSWER = Duration.ofMillis(100);
    private static final BigDecimal RATE_PER_MINUTE = new BigDecimal("0.0070");
    private static final Map<String, String> SIP_CODES = Map.of(
            NORMAL,
            "200",
            "user_busy",
            "486",
            "call_rejected",
            "603",
            "originator_cancel",
            "487",
            "timeout",
            "408",
            "no_answer",
            "480",
            "not_found",
            "404");

    private final Timeline timeline;
    private final WebhookSender webhooks;
    private final Account account;
    private final ConnectionStore connections;
    private final CallFeatures features;
    private final SecureRandom random = new SecureRandom();

    private final Map<String, Leg> legs = new LinkedHashMap<>();
    private final RecentIds<String> dials = new RecentIds<>();
    private final List<Consumer<Leg>> endListeners = new ArrayList<>();
    private boolean answersAutomatically;

    public CallService(
            Timeline timeline,
            WebhookSender webhooks,
            Recordings recordings,
            Account account,
            ConnectionStore connections) {
        this.timeline = timeline;
        this.webhooks = webhooks;
        this.account = account;
        this.connections = connections;
        this.features = new CallFeatures(this, timeline, recordings);
    }

    /** Calls something whenever a call ends, under the lock, before the event of the end. */
    public void onEnd(Consumer<Leg> listener) {
        endListeners.add(listener);
    }

    CallFeatures features() {
        return features;
    }

    public Instant now() {
        return timeline.now();
    }

    /** Records and sends an event of a call; its own fields are added to what is known of the call. */
    public void emit(Leg leg, String type, ModelType<? extends JsonModel> payload, Map<String, ?> own) {
        Targets ofConnection = connections
                .find(leg.parties.connectionId())
                .map(known -> Targets.of(
                        known.webhookUrl().orElse(null),
                        known.webhookFailoverUrl().orElse(null)))
                .orElse(Targets.NONE);
        Targets targets = leg.targets(type, ofConnection.or(webhooks.defaultTargets()));
        webhooks.emit(new EventDraft(type, Payloads.build(payload, leg.facts(), own), targets));
    }

    /** Starts a timer that has no effect once the call has ended. */
    void after(Leg leg, Duration delay, Runnable task) {
        leg.timers.add(timeline.after(delay, () -> {
            synchronized (this) {
                if (leg.isAlive()) {
                    task.run();
                }
            }
        }));
    }

    /** Does the next step of something that goes on in a call, unless that has ended by then. */
    public void stepAfter(Leg leg, Duration delay, Runnable task) {
        timeline.stepAfter(delay, () -> {
            synchronized (this) {
                if (leg.isAlive()) {
                    task.run();
                }
            }
        });
    }

    /** Makes a call, or returns the one that was made under the same command id within the last 60 seconds. */
    synchronized Leg dial(JsonModel request) {
        Instant now = now();
        String commandId = (String) request.get("command_id");
        Leg before = commandId == null
                ? null
                : dials.find(commandId, now).map(legs::get).orElse(null);
        if (before != null) {
            return before;
        }
        account.require(null, CallFeatures.text(request, "connection_id"));
        checkCaller(String.valueOf(request.get("from")));
        List<String> to = new ArrayList<>();
        if (request.get("to") instanceof List<?> several) {
            several.forEach(destination -> to.add(String.valueOf(destination)));
        } else {
            to.add(String.valueOf(request.get("to")));
        }
        Leg linked = request.get("link_to") instanceof String id ? legs.get(id) : null;
        Leg leg = add(
                new Leg.Parties(
                        String.valueOf(request.get("connection_id")),
                        Leg.OUTGOING,
                        String.valueOf(request.get("from")),
                        to),
                linked == null ? uuid() : linked.ids.session());
        leg.take(request);
        leg.takeParking(request);
        if (linked != null && Boolean.TRUE.equals(request.get("bridge_on_answer"))) {
            leg.bridgeOnAnswer = linked;
        }
        ring(leg, request);
        if (commandId != null) {
            dials.add(commandId, leg.id(), now);
        }
        return leg;
    }

    private void checkCaller(String from) {
        if (!account.acceptsAnySender()
                && from.startsWith("+")
                && account.number(from).isEmpty()) {
            throw new ApiFailure(ErrorEntry.of(ErrorCode.INVALID_VALUE, "The caller isn't a number of the account.")
                    .at("/from"));
        }
    }

    /** Calls somebody whom another call is to be bridged with. */
    void transfer(Leg from, JsonModel request) {
        String caller = request.get("from") instanceof String given ? given : from.parties.from();
        Leg target = add(
                new Leg.Parties(
                        from.parties.connectionId(), Leg.OUTGOING, caller, List.of(String.valueOf(request.get("to")))),
                from.ids.session());
        target.take(request);
        // The client state of the request is the other leg's.
        target.clientState = (String) request.get("target_leg_client_state");
        target.bridgeOnAnswer = from;
        from.takeParking(request);
        ring(target, request);
    }

    private void ring(Leg leg, JsonModel request) {
        leg.dialled = request;
        if (request.get("record") != null) {
            leg.planned = features.planned(request);
        }
        emit(leg, "call.initiated", CallInitiatedPayload.TYPE, Map.of("direction", Leg.OUTGOING, "state", "bridging"));
        Duration ringTime = request.get("timeout_secs") instanceof Duration given ? given : RING_TIME;
        after(leg, ringTime, () -> {
            if (!leg.isAnswered()) {
                end(leg, "timeout", "unknown");
            }
        });
        if (answersAutomatically) {
            stepAfter(leg, AUTOMATIC_ANSWER, () -> answered(leg));
        }
    }

    private Leg add(Leg.Parties parties, String session) {
        Leg leg = new Leg(new Leg.Ids(newControlId(), uuid(), session), parties, now());
        legs.put(leg.id(), leg);
        return leg;
    }

    /** Lets a call be answered, by a command or by the other side. */
    void answered(Leg leg) {
        if (leg.state != State.RINGING) {
            return;
        }
        leg.state = State.ANSWERED;
        leg.answeredAt = now();
        emit(leg, "call.answered", CallAnsweredPayload.TYPE, Map.of("state", "answered"));
        Duration limit = leg.dialled != null && leg.dialled.get("time_limit_secs") instanceof Duration given
                ? given
                : LONGEST_CALL;
        after(leg, limit, () -> end(leg, "time_limit", "unknown"));
        features.startWhatWasAskedFor(leg);
        Leg other = leg.bridgeOnAnswer;
        if (other != null && other.isAlive()) {
            answered(other);
            bridge(leg, other);
        }
    }

    /** Lets the parties of two calls hear each other. */
    void bridge(Leg one, Leg other) {
        one.bridgedWith = other;
        other.bridgedWith = one;
        features.dequeue(one, "bridged");
        features.dequeue(other, "bridged");
        emit(one, "call.bridged", CallBridgedPayload.TYPE, Map.of());
        emit(other, "call.bridged", CallBridgedPayload.TYPE, Map.of());
    }

    /** Ends a call, with everything that goes on in it. */
    public void end(Leg leg, String cause, String source) {
        if (!leg.isAlive()) {
            return;
        }
        leg.cancelTimers();
        features.endAll(leg);
        endListeners.forEach(listener -> listener.accept(leg));
        leg.state = State.ENDED;
        leg.endedAt = now();
        leg.hangupCause = cause;
        leg.hangupSource = source;
        emit(
                leg,
                "call.hangup",
                CallHangupPayload.TYPE,
                Map.of(
                        "state",
                        "hangup",
                        "hangup_cause",
                        cause,
                        "hangup_source",
                        source,
                        "sip_hangup_cause",
                        SIP_CODES.getOrDefault(cause, "unspecified")));
        if (leg.answeredAt != null) {
            emitCost(leg);
        }
        Leg other = leg.bridgedWith;
        leg.bridgedWith = null;
        if (other != null) {
            other.bridgedWith = null;
            if (!other.parkAfterUnbridge) {
                end(other, NORMAL, source);
            }
        }
        // Nobody is left for those whom the call was being transferred to.
        for (Leg called : List.copyOf(legs.values())) {
            if (called.bridgeOnAnswer == leg && !called.isAnswered() && called.dialled instanceof TransferCallRequest) {
                end(called, "originator_cancel", "caller");
            }
        }
    }

    private void emitCost(Leg leg) {
        int billed = billedSeconds(leg);
        String cost = cost(billed);
        emit(
                leg,
                "call.cost",
                CallCostPayload.TYPE,
                Map.of(
                        "status",
                        "success",
                        "billed_duration_secs",
                        billed,
                        "total_cost",
                        cost,
                        "occurred_at",
                        WireTime.text(now()),
                        "cost_parts",
                        List.of(Map.of(
                                "billed_duration_secs",
                                billed,
                                "call_part",
                                "call-control",
                                "cost",
                                cost,
                                "currency",
                                "USD",
                                "rate",
                                RATE_PER_MINUTE.toPlainString()))));
    }

    /** Each minute that has begun is charged for. */
    private int billedSeconds(Leg leg) {
        return (int) ((leg.talked(now()).toMillis() + 59_999) / 60_000 * 60);
    }

    private static String cost(int billedSeconds) {
        return RATE_PER_MINUTE
                .multiply(BigDecimal.valueOf(billedSeconds / 60))
                .setScale(4, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Returns which side it is that this account hangs up on. */
    static String ourSide(Leg leg) {
        return leg.isIncoming() ? "callee" : "caller";
    }

    private static String theirSide(Leg leg) {
        return leg.isIncoming() ? "caller" : "callee";
    }

    public synchronized Optional<Leg> leg(String id) {
        return Optional.ofNullable(legs.get(id));
    }

    @Override
    public synchronized Stream<DetailRecord> records(Instant now) {
        return legs.values().stream().filter(leg -> !leg.isAlive()).map(this::detailRecord).toList().stream();
    }

    private DetailRecord detailRecord(Leg leg) {
        int billed = billedSeconds(leg);
        Instant endedAt = leg.endedAt == null ? now() : leg.endedAt;
        return DetailRecord.builder()
                .recordType("call-control")
                .id(leg.ids.leg())
                .callLegId(leg.ids.leg())
                .callSessionId(leg.ids.session())
                .connectionId(leg.parties.connectionId())
                .direction(leg.isIncoming() ? DetailRecord.Direction.INBOUND : DetailRecord.Direction.OUTBOUND)
                .cli(leg.parties.from())
                .cld(leg.parties.to().get(0))
                .createdAt(WireTime.of(leg.startedAt))
                .startedAt(WireTime.of(leg.startedAt))
                .endedAt(WireTime.of(endedAt))
                .completedAt(WireTime.of(endedAt))
                .call(leg.talked(endedAt))
                .billed(Duration.ofSeconds(billed))
                .rate(RATE_PER_MINUTE.toPlainString())
                .rateMeasuredIn("minutes")
                .cost(cost(billed))
                .currency("USD")
                .status(leg.hangupCause)
                .build();
    }

    public synchronized void clear() {
        legs.values().forEach(Leg::cancelTimers);
        legs.clear();
        dials.clear();
        features.clear();
        answersAutomatically = false;
    }

    @Override
    public synchronized List<SandboxCall> all() {
        return legs.values().stream().<SandboxCall>map(Leg::snapshot).toList();
    }

    @Override
    public synchronized Optional<SandboxCall> find(String callControlId) {
        return leg(callControlId).map(Leg::snapshot);
    }

    @Override
    public synchronized SandboxCall incoming(String from, String to) {
        if (from.isBlank() || to.isBlank()) {
            throw new IllegalArgumentException("from and to must not be blank");
        }
        String connection =
                account.number(to).flatMap(OwnedNumber::connectionId).orElse(SandboxAccount.CONNECTION_ID);
        Leg leg = add(new Leg.Parties(connection, Leg.INCOMING, from, List.of(to)), uuid());
        emit(leg, "call.initiated", CallInitiatedPayload.TYPE, Map.of("direction", Leg.INCOMING, "state", "parked"));
        return leg.snapshot();
    }

    @Override
    public synchronized List<SandboxCommand> commands(String callControlId) {
        return List.copyOf(existing(callControlId).commands);
    }

    @Override
    public synchronized SandboxCall answer(String callControlId) {
        Leg leg = existing(callControlId);
        if (leg.isIncoming()) {
            throw new IllegalStateException("an incoming call is answered by the account, with a command");
        }
        answered(leg);
        return leg.snapshot();
    }

    @Override
    public synchronized SandboxCall hangUp(String callControlId) {
        Leg leg = existing(callControlId);
        String cause = leg.isAnswered() ? NORMAL : leg.isIncoming() ? "originator_cancel" : "call_rejected";
        return hangUp(callControlId, cause);
    }

    @Override
    public synchronized SandboxCall hangUp(String callControlId, String cause) {
        if (cause.isBlank()) {
            throw new IllegalArgumentException("cause must not be blank");
        }
        Leg leg = existing(callControlId);
        end(leg, cause, theirSide(leg));
        return leg.snapshot();
    }

    @Override
    public synchronized SandboxCall pressDigits(String callControlId, String digits) {
        if (!digits.matches("[0-9*#A-Da-d]+")) {
            throw new IllegalArgumentException("digits must be keys of a telephone: 0 to 9, *, # and A to D");
        }
        Leg leg = answeredLeg(callControlId);
        features.press(leg, digits);
        return leg.snapshot();
    }

    @Override
    public synchronized SandboxCall say(String callControlId, String text) {
        Leg leg = answeredLeg(callControlId);
        features.heard(leg, text);
        return leg.snapshot();
    }

    @Override
    public synchronized SandboxCall sayHuman(String callControlId) {
        Leg leg = answeredLeg(callControlId);
        features.detected(leg, false);
        return leg.snapshot();
    }

    @Override
    public synchronized SandboxCall sayMachine(String callControlId) {
        Leg leg = answeredLeg(callControlId);
        features.detected(leg, true);
        return leg.snapshot();
    }

    @Override
    public synchronized SandboxCall greetingEnds(String callControlId, boolean withBeep) {
        Leg leg = answeredLeg(callControlId);
        features.greetingEnded(leg, withBeep);
        return leg.snapshot();
    }

    @Override
    public synchronized SandboxCall hold(String callControlId, boolean onHold) {
        Leg leg = answeredLeg(callControlId);
        features.held(leg, onHold);
        return leg.snapshot();
    }

    @Override
    public synchronized void answerAutomatically(boolean automatic) {
        answersAutomatically = automatic;
    }

    @Override
    public synchronized List<String> waitingIn(String queue) {
        return features.waitingIn(queue).stream().map(Leg::id).toList();
    }

    private Leg answeredLeg(String id) {
        Leg leg = existing(id);
        if (!leg.isAnswered()) {
            throw new IllegalStateException("the call is " + (leg.isAlive() ? "not answered yet" : "over"));
        }
        return leg;
    }

    private Leg existing(String id) {
        return leg(id).orElseThrow(() -> new IllegalArgumentException("There is no call with the id " + id));
    }

    /** Makes an id that looks like the API's, colon included: a client has to get it into a path all the same. */
    private String newControlId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return "v3:" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String uuid() {
        return UUID.randomUUID().toString();
    }
}
