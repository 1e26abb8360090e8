package org.telnyx4j.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.json.JsonValues;

/** What all events have in common. */
abstract class BaseEvent implements WebhookEvent {
    final EventBody body;

    BaseEvent(EventBody body) {
        this.body = body;
    }

    @Override
    public final Optional<String> id() {
        return body.id();
    }

    @Override
    public final String type() {
        return body.type();
    }

    @Override
    public final Optional<Instant> occurredAt() {
        return body.occurredAt();
    }

    @Override
    public final OptionalInt attempt() {
        return body.attempt();
    }

    @Override
    public final Optional<String> deliveredTo() {
        return body.deliveredTo();
    }

    @Override
    public final Optional<CorrelationToken> correlationToken() {
        boolean sent = type().startsWith("message.")
                && !type().equals("message.received")
                && !body.payloadText("direction").equals(Optional.of("inbound"));
        if (!sent) {
            return Optional.empty();
        }
        List<CorrelationToken> found = Stream.of(
                        deliveredTo(), body.payloadText("webhook_url"), body.payloadText("webhook_failover_url"))
                .flatMap(Optional::stream)
                .map(CorrelationToken::inUrl)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    @Override
    public List<String> unreadableFields() {
        return List.of();
    }

    @Override
    public final String rawBody() {
        return body.text();
    }

    @Override
    public final String toJson() {
        return body.kind() == EventBody.Kind.JSON ? body.text() : JsonValues.toJson(toMap());
    }

    @Override
    @JsonValue
    public final Map<String, @Nullable Object> toMap() {
        return body.toMap();
    }

    /** Returns type, id, time and attempt; what the event reports is private. */
    @Override
    public final String toString() {
        StringBuilder text =
                new StringBuilder(getClass().getSimpleName()).append("[type=").append(type());
        id().ifPresent(id -> text.append(", id=").append(id));
        occurredAt().ifPresent(time -> text.append(", occurredAt=").append(time));
        attempt().ifPresent(attempt -> text.append(", attempt=").append(attempt));
        return text.append(']').toString();
    }
}
