package org.telnyx4j.internal.events;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.invoker.Json;

/** Reads JSON of events, into a tree first: the type tells the class of the payload, and may come after it. */
final class EventJson {
    /** Events are five deep. What is deeper than this costs more stack than it is worth. */
    static final int DEEPEST = 100;

    /** A payload with more wrong fields than this is wrong as a whole; each costs another reading. */
    private static final int MOST_UNREADABLE_FIELDS = 16;

    static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private static final JsonMapper MAPPER = newMapper();

    private EventJson() {}

    private static JsonMapper newMapper() {
        JsonMapper mapper = Json.newMapper();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        return mapper.rebuild()
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    static @Nullable JsonNode read(InputStream body) throws IOException {
        return MAPPER.readTree(body);
    }

    static Optional<Instant> time(JsonNode text) {
        try {
            OffsetDateTime time = MAPPER.treeToValue(text, OffsetDateTime.class);
            return time == null ? Optional.empty() : Optional.of(time.toInstant());
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> fields(JsonNode object) {
        Map<String, Object> fields = MAPPER.convertValue(object, Map.class);
        return Collections.unmodifiableMap(fields);
    }

    static <P> EventBody.Reading<P> bind(JsonNode payload, Class<P> type) {
        List<String> unreadable = new ArrayList<>();
        if (payload instanceof ObjectNode object) {
            while (unreadable.size() < MOST_UNREADABLE_FIELDS) {
                try {
                    return new EventBody.Reading<>(MAPPER.treeToValue(object, type), List.copyOf(unreadable));
                } catch (JsonMappingException e) {
                    JsonPointer wrong = remove(object, e.getPath());
                    if (wrong == null) {
                        break;
                    }
                    unreadable.add(wrong.toString());
                } catch (JsonProcessingException | RuntimeException e) {
                    break;
                }
            }
        }
        return new EventBody.Reading<>(empty(type), List.of(""));
    }

    /** Takes what a path leads to out of a tree. Returns where it was, or null if there was nothing to take out. */
    private static @Nullable JsonPointer remove(ObjectNode root, List<JsonMappingException.Reference> path) {
        JsonPointer pointer = JsonPointer.empty();
        for (JsonMappingException.Reference step : path) {
            pointer = step.getFieldName() == null
                    ? pointer.appendIndex(step.getIndex())
                    : pointer.appendProperty(step.getFieldName());
        }
        JsonNode parent = pointer.matches() ? root : root.at(pointer.head());
        JsonPointer last = pointer.last();
        if (parent instanceof ObjectNode object && object.remove(last.getMatchingProperty()) != null) {
            return pointer;
        }
        if (parent instanceof ArrayNode array
                && !array.path(last.getMatchingIndex()).isNull()) {
            // Null, for the others are to keep their places.
            array.setNull(last.getMatchingIndex());
            return pointer;
        }
        return null;
    }

    private static <P> P empty(Class<P> type) {
        try {
            return MAPPER.treeToValue(NOTHING, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(type + " cannot be empty", e);
        }
    }
}
