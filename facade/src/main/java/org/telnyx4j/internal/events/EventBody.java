package org.telnyx4j.internal.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.webhooks.VerifiedWebhook;

/** The body of a webhook, read once. What it says of the event is found wherever Telnyx has put it. */
public final class EventBody {
    /** What sort of body it is. */
    public enum Kind {
        /** A JSON object. */
        JSON,
        /** The fields of a form. */
        FORM,
        /** Neither. */
        UNREADABLE
    }

    /**
     * A payload, and what could not be read of it.
     *
     * @param <P> the class of the payload
     * @param value the payload
     * @param unreadableFields JSON pointers to what it lacks
     */
    public record Reading<P>(P value, List<String> unreadableFields) {}

    private final VerifiedWebhook webhook;
    private final Kind kind;
    private final JsonNode event;
    private final JsonNode meta;
    private final JsonNode payload;
    private final Map<String, List<String>> form;
    private final String problem;

    private EventBody(VerifiedWebhook webhook, ObjectNode root) {
        this.webhook = webhook;
        this.kind = Kind.JSON;
        // A few types of event come without the envelope: their fields are those of the body itself.
        this.event = root.path("data").isObject() ? root.path("data") : root;
        this.meta = root.path("meta");
        this.payload = event.has("payload") ? event.path("payload") : event;
        this.form = Map.of();
        this.problem = "";
    }

    private EventBody(VerifiedWebhook webhook, @Nullable Map<String, List<String>> form, String problem) {
        this.webhook = webhook;
        this.kind = form == null ? Kind.UNREADABLE : Kind.FORM;
        this.event = MissingNode.getInstance();
        this.meta = event;
        this.payload = event;
        this.form = form == null ? Map.of() : form;
        this.problem = form == null ? problem : "";
    }

    /** Reads a body. Whatever it holds, this returns. */
    public static EventBody read(VerifiedWebhook webhook) {
        try {
            JsonNode root = EventJson.read(webhook.bodyStream());
            if (root instanceof ObjectNode object) {
                return new EventBody(webhook, object);
            }
            // A form whose first name is a number or "true" ends up here or below, according to what follows.
            return new EventBody(webhook, FormFields.read(webhook), "not a JSON object");
        } catch (IOException | RuntimeException e) {
            // No message of the parser, for it may quote the body.
            return new EventBody(webhook, FormFields.read(webhook), "neither JSON nor a form");
        }
    }

    /** Makes ready what the first event would else wait for: it is most of the time that reading it takes. */
    public static void prepare() {
        EventJson.bind(EventJson.NOTHING, MessagePayload.class);
    }

    public Kind kind() {
        return kind;
    }

    public VerifiedWebhook webhook() {
        return webhook;
    }

    public Optional<String> id() {
        return text(event, "id");
    }

    public String type() {
        return switch (kind) {
            case JSON -> jsonType();
            case FORM -> "texml";
            case UNREADABLE -> "unreadable";
        };
    }

    private String jsonType() {
        Optional<String> type = text(event, "event_type");
        if (type.isEmpty()) {
            type = text(event, "record_type");
        }
        return type.orElse("unknown");
    }

    public Optional<Instant> occurredAt() {
        JsonNode time = event.path("occurred_at");
        return time.isTextual() ? EventJson.time(time) : Optional.empty();
    }

    public OptionalInt attempt() {
        JsonNode attempt = meta.path("attempt");
        return attempt.isIntegralNumber() && attempt.canConvertToInt()
                ? OptionalInt.of(attempt.intValue())
                : OptionalInt.empty();
    }

    public Optional<String> deliveredTo() {
        return text(meta, "delivered_to");
    }

    /** Returns a field of the payload, if it is a text. */
    public Optional<String> payloadText(String name) {
        return text(payload, name);
    }

    /** Reads the payload, without the fields that cannot be read. To be called once: it takes them out. */
    public <P> Reading<P> payload(Class<P> type) {
        return EventJson.bind(payload, type);
    }

    /** Returns the payload as it came. */
    public Map<String, Object> fields() {
        return EventJson.fields(payload.isObject() ? payload : event);
    }

    public Map<String, List<String>> form() {
        return form;
    }

    public String problem() {
        return problem;
    }

    private static Optional<String> text(JsonNode object, String name) {
        String text = object.path(name).textValue();
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
