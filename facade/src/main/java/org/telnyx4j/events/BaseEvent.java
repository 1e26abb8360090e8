package org.telnyx4j.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.telnyx4j.internal.events.EventBody;
import org.telnyx4j.webhooks.VerifiedWebhook;

/** What all events have in common. Nobody outside of this package can make a subclass, and thereby an event. */
abstract class BaseEvent {
    final EventBody body;

    BaseEvent(EventBody body) {
        this.body = body;
    }

    public final Optional<String> id() {
        return body.id();
    }

    public final String type() {
        return body.type();
    }

    public final Optional<Instant> occurredAt() {
        return body.occurredAt();
    }

    public final OptionalInt attempt() {
        return body.attempt();
    }

    public final Optional<String> deliveredTo() {
        return body.deliveredTo();
    }

    public List<String> unreadableFields() {
        return List.of();
    }

    public final VerifiedWebhook webhook() {
        return body.webhook();
    }

    /** Tells type, id, time and attempt; what the event says is private. */
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
