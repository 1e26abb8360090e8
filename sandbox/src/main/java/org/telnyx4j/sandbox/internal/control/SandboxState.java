package org.telnyx4j.sandbox.internal.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.ApiError;
import org.telnyx4j.sandbox.ReceivedRequest;
import org.telnyx4j.sandbox.SandboxCall;
import org.telnyx4j.sandbox.SandboxDelivery;
import org.telnyx4j.sandbox.SandboxEvent;
import org.telnyx4j.sandbox.SandboxMessage;
import org.telnyx4j.sandbox.SandboxMessagingProfile;
import org.telnyx4j.sandbox.SandboxNumber;
import org.telnyx4j.sandbox.SandboxOrder;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.internal.api.ErrorCode;

/** What the page shows, as JSON values: the newest of everything first. */
final class SandboxState {
    /** How many of each kind: more than anybody reads, and small enough to be sent at each change. */
    private static final int NEWEST = 300;

    private static final int LONGEST_BODY = 20_000;

    private final TelnyxSandbox sandbox;
    private final List<SandboxEvent> events;
    private final Map<String, List<SandboxDelivery>> deliveries;
    private final Map<String, String> subjects = new HashMap<>();
    private final Map<String, Object> costs = new HashMap<>();

    SandboxState(TelnyxSandbox sandbox) {
        this.sandbox = sandbox;
        this.events = newest(sandbox.webhooks().events());
        this.deliveries =
                sandbox.webhooks().deliveries().stream().collect(Collectors.groupingBy(SandboxDelivery::eventId));
        events.forEach(this::readPayload);
    }

    Map<String, @Nullable Object> all(List<String> faults) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("sandbox", sandbox());
        state.put("messages", map(sandbox.messages().all(), this::message));
        state.put("calls", map(sandbox.calls().all(), this::call));
        state.put("numbers", map(sandbox.numbers().owned(), SandboxState::number));
        state.put("orders", map(sandbox.orders().all(), SandboxState::order));
        state.put("profiles", map(sandbox.messagingProfiles().all(), SandboxState::profile));
        state.put("webhooks", events.stream().map(this::webhook).toList());
        state.put("requests", map(sandbox.requests(), SandboxState::request));
        state.put("faults", faults(faults));
        return state;
    }

    private Map<String, @Nullable Object> sandbox() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("base_url", sandbox.baseUrl());
        fields.put("api_key", sandbox.apiKey());
        fields.put("public_key", sandbox.publicKey());
        fields.put("now", sandbox.clock().now());
        fields.put("manual_clock", sandbox.clock().isManual());
        return fields;
    }

    Map<String, @Nullable Object> message(SandboxMessage message) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", message.id());
        fields.put("direction", message.direction());
        fields.put("from", message.from());
        fields.put("to", message.to());
        fields.put("text", message.text().orElse(null));
        fields.put("type", message.type());
        fields.put("encoding", message.encoding());
        fields.put("parts", message.parts());
        fields.put("media_urls", message.mediaUrls());
        fields.put("messaging_profile_id", message.messagingProfileId());
        fields.put("status", message.status());
        fields.put(
                "errors",
                message.errorCode().map(SandboxState::error).map(List::of).orElse(List.of()));
        fields.put("autoresponse", message.autoresponseType().orElse(null));
        fields.put("cost", costs.get(message.id()));
        fields.put("received_at", message.receivedAt());
        fields.put("send_at", message.sendAt().orElse(null));
        return fields;
    }

    Map<String, @Nullable Object> call(SandboxCall call) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", call.id());
        fields.put("leg_id", call.legId());
        fields.put("session_id", call.sessionId());
        fields.put("direction", call.direction());
        fields.put("from", call.from());
        fields.put("to", call.to());
        fields.put(
                "state",
                call.bridgedWith().isPresent() ? "bridged" : call.state().name().toLowerCase(Locale.ROOT));
        fields.put("connection_id", call.connectionId());
        fields.put("hangup_cause", call.hangupCause().orElse(null));
        fields.put("bridged_with", call.bridgedWith().orElse(null));
        fields.put("client_state", call.clientState().orElse(null));
        fields.put("started_at", call.startedAt());
        fields.put("ended_at", call.endedAt().orElse(null));
        fields.put("timeline", timeline(call));
        return fields;
    }

    private List<Map<String, @Nullable Object>> timeline(SandboxCall call) {
        record Step(Instant at, String kind, String name) {}
        List<Step> steps = new ArrayList<>();
        sandbox.calls()
                .commands(call.id())
                .forEach(command -> steps.add(new Step(command.receivedAt(), "command", command.action())));
        for (SandboxEvent event : events) {
            if (call.id().equals(subjects.get(event.id()))) {
                steps.add(new Step(event.occurredAt(), "event", event.type()));
            }
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps.stream()
                .map(step -> fields("at", step.at(), "kind", step.kind(), "name", step.name()))
                .toList();
    }

    static Map<String, @Nullable Object> number(SandboxNumber number) {
        return fields(
                "id", number.id(),
                "phone_number", number.phoneNumber(),
                "status", "active",
                "messaging_profile_id", number.messagingProfileId().orElse(null),
                "connection_id", number.connectionId().orElse(null),
                "customer_reference", number.customerReference().orElse(null),
                "tags", number.tags());
    }

    static Map<String, @Nullable Object> order(SandboxOrder order) {
        return fields(
                "id", order.id(),
                "status", order.status(),
                "phone_numbers", order.phoneNumbers(),
                "customer_reference", order.customerReference().orElse(null),
                "messaging_profile_id", order.messagingProfileId().orElse(null),
                "connection_id", order.connectionId().orElse(null));
    }

    private static Map<String, @Nullable Object> profile(SandboxMessagingProfile profile) {
        Map<String, @Nullable Object> settings = profile.settings().toMap();
        return fields(
                "id", profile.id(),
                "name", profile.name(),
                "webhook_url", settings.get("webhook_url"),
                "settings", settings);
    }

    private Map<String, @Nullable Object> webhook(SandboxEvent event) {
        List<SandboxDelivery> tries = deliveries.getOrDefault(event.id(), List.of());
        return fields(
                "id", event.id(),
                "event_id", event.id(),
                "event_type", event.type(),
                "occurred_at", event.occurredAt(),
                "about", subjects.get(event.id()),
                "status", status(tries),
                "url", tries.isEmpty() ? null : tries.get(tries.size() - 1).url(),
                "body",
                        tries.isEmpty()
                                ? event.payload()
                                : tries.get(tries.size() - 1).body(),
                "attempts", tries.stream().map(SandboxState::attempt).toList());
    }

    private static String status(List<SandboxDelivery> tries) {
        if (tries.isEmpty()) {
            return "not sent";
        }
        if (tries.stream().anyMatch(each -> each.result() == SandboxDelivery.Result.DELIVERED)) {
            return "delivered";
        }
        SandboxDelivery last = tries.get(tries.size() - 1);
        boolean open = last.result() == SandboxDelivery.Result.PENDING
                || last.nextTryAt().isPresent();
        return open ? "pending" : "failed";
    }

    static Map<String, @Nullable Object> attempt(SandboxDelivery delivery) {
        return fields(
                "id", delivery.id(),
                "attempt", delivery.attempt(),
                "url", delivery.url(),
                "at", delivery.startedAt(),
                "success", delivery.result() == SandboxDelivery.Result.DELIVERED,
                "result", delivery.result().name().toLowerCase(Locale.ROOT),
                "status", delivery.httpStatus().orElse(null),
                "duration_ms",
                        delivery.duration().map(duration -> duration.toMillis()).orElse(null));
    }

    static Map<String, @Nullable Object> request(ReceivedRequest request) {
        byte[] body = request.body();
        return fields(
                "id", request.requestId(),
                "at", request.receivedAt(),
                "method", request.method(),
                "path", request.path(),
                "query", request.query(),
                "operation", request.operationId().orElse(null),
                "status", request.status().orElse(null),
                "fault", request.fault().orElse(null),
                "ignored_parameters", request.ignoredParameters(),
                "errors", request.errors().stream().map(SandboxState::error).toList(),
                "body", new String(body, 0, Math.min(body.length, LONGEST_BODY), UTF_8));
    }

    private static Map<String, @Nullable Object> error(String code) {
        return fields("code", code, "title", ErrorCode.titleOf(code));
    }

    private static Map<String, @Nullable Object> error(ApiError error) {
        return fields(
                "code", error.getCode(),
                "title", error.getTitle(),
                "detail", error.getDetail(),
                "pointer", error.getSource() == null ? null : error.getSource().getPointer(),
                "parameter",
                        error.getSource() == null ? null : error.getSource().getParameter());
    }

    private static List<Map<String, @Nullable Object>> faults(List<String> descriptions) {
        List<Map<String, @Nullable Object>> faults = new ArrayList<>();
        for (String description : descriptions) {
            faults.add(fields("id", "fault-" + faults.size(), "description", description));
        }
        return faults;
    }

    /** Notes which message, call or order an event is about, and what a message has cost. */
    private void readPayload(SandboxEvent event) {
        Map<String, @Nullable Object> payload =
                ControlJson.readObject(event.payload().getBytes(UTF_8));
        Object id = Optional.ofNullable(payload.get("call_control_id")).orElse(payload.get("id"));
        if (id != null) {
            subjects.put(event.id(), id.toString());
            Object cost = payload.get("cost");
            if (cost != null) {
                costs.putIfAbsent(id.toString(), cost);
            }
        }
    }

    private static <T> List<Map<String, @Nullable Object>> map(
            List<T> all, Function<T, Map<String, @Nullable Object>> fields) {
        return newest(all).stream().map(fields).toList();
    }

    private static <T> List<T> newest(List<T> all) {
        List<T> newest = new ArrayList<>(all.subList(Math.max(0, all.size() - NEWEST), all.size()));
        Collections.reverse(newest);
        return newest;
    }

    static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }
}
