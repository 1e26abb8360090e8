package org.telnyx4j.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.JsonFormatException.Fault;

/** Turns what the parser throws, which quotes the JSON, into the place and the kind of the fault. */
final class Faults {
    private Faults() {}

    static JsonFormatException of(Exception e, JsonParser in, @Nullable JsonType root) {
        long offset = -1;
        if (e instanceof JsonProcessingException problem && problem.getLocation() != null) {
            offset = problem.getLocation().getByteOffset();
        }
        return new JsonFormatException(fault(e), path(in.getParsingContext(), root), offset);
    }

    private static Fault fault(Exception e) {
        if (e instanceof JsonEOFException) {
            return Fault.INCOMPLETE;
        }
        return e instanceof StreamConstraintsException ? Fault.LIMIT : Fault.NOT_JSON;
    }

    /** Only names of the table are shown: any other came with the JSON. */
    private static String path(@Nullable JsonStreamContext innermost, @Nullable JsonType root) {
        Deque<JsonStreamContext> steps = new ArrayDeque<>();
        for (JsonStreamContext step = innermost; step != null && !step.inRoot(); step = step.getParent()) {
            steps.push(step);
        }
        StringBuilder path = new StringBuilder("$");
        JsonType type = root;
        for (JsonStreamContext step : steps) {
            if (step.inArray()) {
                if (step.hasCurrentIndex()) {
                    path.append('[').append(step.getCurrentIndex()).append(']');
                }
                type = type != null && type.kind() == JsonType.Kind.LIST ? type.item() : null;
            } else if (step.hasCurrentName()) {
                String name = step.getCurrentName();
                Field field =
                        type instanceof ModelSchema<?> model ? model.fields().find(name) : null;
                path.append('.').append(field == null ? "*" : field.name());
                type = field != null
                        ? field.type()
                        : type != null && type.kind() == JsonType.Kind.MAP ? type.item() : null;
            }
        }
        return path.toString();
    }
}
