package org.telnyx4j.internal.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.events.EventBody;
import org.telnyx4j.internal.json.Times;
import org.telnyx4j.json.JsonFormatException;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.JsonValues;
import org.telnyx4j.json.ModelType;

/** The body of a webhook, read once. Immutable. */
public final class ParsedEventBody implements EventBody {
    private static final Map<String, @Nullable Object> NOTHING = Map.of();

    private final byte[] bytes;
    private final Kind kind;
    private final Map<String, @Nullable Object> root;
    private final Map<String, @Nullable Object> event;
    private final Map<String, @Nullable Object> meta;
    /** Null where the event has a payload that is no object. */
    private final @Nullable Map<String, @Nullable Object> payload;

    private final Map<String, List<String>> form;
    private final String problem;

    private ParsedEventBody(byte[] bytes, Map<String, @Nullable Object> root) {
        this.bytes = bytes;
        this.kind = Kind.JSON;
        this.root = root;
        Map<String, @Nullable Object> data = object(root.get("data"));
        // A few types of event come without the envelope: their fields are those of the body itself.
        this.event = data == null ? root : data;
        Map<String, @Nullable Object> delivery = object(root.get("meta"));
        this.meta = delivery == null ? NOTHING : delivery;
        this.payload = event.containsKey("payload") ? object(event.get("payload")) : event;
        this.form = Map.of();
        this.problem = "";
    }

    private ParsedEventBody(byte[] bytes, @Nullable Map<String, List<String>> form, String problem) {
        this.bytes = bytes;
        this.kind = form == null ? Kind.UNREADABLE : Kind.FORM;
        this.root = NOTHING;
        this.event = NOTHING;
        this.meta = NOTHING;
        this.payload = NOTHING;
        this.form = form == null ? Map.of() : form;
        this.problem = form == null ? problem : "";
    }

    /**
     * Reads a body. Whatever it holds, this returns.
     *
     * @param bytes the body, which must not be changed afterwards
     * @return what was read of it
     */
    public static ParsedEventBody read(byte[] bytes) {
        try {
            Map<String, @Nullable Object> root = object(JsonValues.read(bytes));
            if (root != null) {
                return new ParsedEventBody(bytes, root);
            }
            // A form whose first name is a number or "true" ends up here or below, according to what follows.
            return new ParsedEventBody(bytes, FormFields.read(bytes), "not a JSON object");
        } catch (JsonFormatException e) {
            return new ParsedEventBody(bytes, FormFields.read(bytes), "neither JSON nor a form");
        }
    }

    /**
     * Reads an event that was stored as JSON.
     *
     * @param json the event as JSON
     * @return what was read of it
     * @throws JsonFormatException if it is no JSON object
     */
    public static ParsedEventBody fromJson(String json) {
        Map<String, @Nullable Object> root = JsonValues.readObject(json);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return isForm(root) ? new ParsedEventBody(bytes, formOf(root), "") : new ParsedEventBody(bytes, root);
    }

    /** Whether each value is a list of strings, which no event in JSON consists of. */
    private static boolean isForm(Map<String, @Nullable Object> root) {
        return !root.isEmpty()
                && root.values().stream()
                        .allMatch(value -> value instanceof List<?> values
                                && !values.isEmpty()
                                && values.stream().allMatch(String.class::isInstance));
    }

    private static Map<String, List<String>> formOf(Map<String, @Nullable Object> root) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        root.forEach((name, values) -> form.put(
                name,
                ((List<?>) Objects.requireNonNull(values))
                        .stream().map(String.class::cast).toList()));
        return Collections.unmodifiableMap(form);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, @Nullable Object> toMap() {
        return kind == Kind.FORM ? Collections.<String, @Nullable Object>unmodifiableMap(form) : root;
    }

    @Override
    public Optional<String> id() {
        return text(event, "id");
    }

    @Override
    public String type() {
        return switch (kind) {
            case JSON ->
                text(event, "event_type").or(() -> text(event, "record_type")).orElse("unknown");
            case FORM -> "texml";
            case UNREADABLE -> "unreadable";
        };
    }

    @Override
    public Optional<Instant> occurredAt() {
        Object time = event.get("occurred_at");
        OffsetDateTime read = time instanceof String text ? Times.dateTime(text.strip()) : null;
        return read == null ? Optional.empty() : Optional.of(read.toInstant());
    }

    @Override
    public OptionalInt attempt() {
        return meta.get("attempt") instanceof Integer attempt ? OptionalInt.of(attempt) : OptionalInt.empty();
    }

    @Override
    public Optional<String> deliveredTo() {
        return text(meta, "delivered_to");
    }

    @Override
    public Optional<String> payloadText(String name) {
        return payload == null ? Optional.empty() : text(payload, name);
    }

    @Override
    public <P extends JsonModel> Reading<P> payload(ModelType<P> type) {
        if (payload == null) {
            return new Reading<>(type.fromMap(NOTHING), List.of(""));
        }
        P value = type.fromMap(payload);
        return new Reading<>(value, value.unreadableFields());
    }

    @Override
    public Map<String, @Nullable Object> fields() {
        return payload == null ? event : payload;
    }

    @Override
    public Map<String, List<String>> form() {
        return form;
    }

    @Override
    public String problem() {
        return problem;
    }

    private static Optional<String> text(Map<String, @Nullable Object> object, String name) {
        return object.get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
    }
}
