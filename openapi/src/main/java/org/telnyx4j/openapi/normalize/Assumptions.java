package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.telnyx4j.openapi.document.Assumed;
import org.telnyx4j.openapi.document.Extensions;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Turns {@code default} into a sentence. A default in a schema becomes the start value of a Java
 * field, which is then sent: a PATCH of one field would switch others back.
 *
 * <p>The value waits under {@link #MARK} until the descriptions are there; {@link #write} then
 * appends the sentence. What has no description yet keeps the mark, so that a change of the value is seen. Where Telnyx assumes nothing it is dropped: in what only responses use, and
 * in a PATCH, where a field that is left out stays as it is.
 */
public final class Assumptions implements Step {
    /** Where the assumed value waits for a description. */
    static final String MARK = Extensions.ASSUMED;

    @Override
    public void apply(SpecDocument document) {
        List<JsonNode> creating = new ArrayList<>();
        for (SpecDocument.Operation operation : document.operations()) {
            operation.parameters().forEach(parameter -> {
                if (parameter.path("schema") instanceof ObjectNode schema) {
                    mark(schema, parameter);
                }
            });
            if (!operation.method().equals("patch")) {
                creating.add(operation.requestSchema());
            }
        }
        for (String name : document.reachable(creating)) {
            document.schemas().set(name, Schemas.rewrite(document.schema(name), schema -> {
                mark(schema, schema);
                return schema;
            }));
        }
        document.rewriteSchemas(schema -> schema.remove(Set.of("default")));
    }

    private static void mark(ObjectNode schema, ObjectNode owner) {
        JsonNode value = schema.remove("default");
        // Nothing (which Telnyx also writes as the string null), an empty string and an empty list are what leaving out
        // means anyway.
        if (value != null
                && value.isValueNode()
                && !value.asText().isEmpty()
                && !value.isNull()
                && !value.asText().equals("null")) {
            owner.set(MARK, value);
        }
    }

    /** Appends the sentences to the descriptions, wherever there is one, and removes the marks. */
    public static void write(JsonNode node) {
        if (node instanceof ObjectNode object && object.has(MARK)) {
            String value = object.path(MARK).asText();
            String description = object.path("description").asText();
            if (description.isEmpty()) {
                object.put(MARK, value);
            } else {
                object.remove(MARK);
                object.put("description", description + Assumed.sentence(value, unit(object)));
            }
        }
        node.forEach(Assumptions::write);
    }

    private static String unit(ObjectNode schema) {
        return schema.path(Extensions.UNIT).asText("");
    }
}
