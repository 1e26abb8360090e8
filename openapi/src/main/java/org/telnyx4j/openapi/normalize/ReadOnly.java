package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Takes the fields that only Telnyx sets out of schemas that only requests use, then drops {@code
 * readOnly} and {@code writeOnly}: generators make getters without setters of them, and a test
 * double couldn't build the response.
 */
final class ReadOnly implements Step {
    @Override
    public void apply(SpecDocument document) {
        Set<String> sent = document.reachable(document.operations().stream()
                .map(SpecDocument.Operation::requestSchema)
                .toList());
        Set<String> received = new HashSet<>(document.reachable(document.operations().stream()
                .map(operation -> operation.node().path("responses"))
                .toList()));
        received.addAll(document.reachable(List.of(
                document.root().path("webhooks"),
                document.root().path("components").path("responses"))));
        for (String name : sent) {
            if (!received.contains(name)) {
                document.schemas().set(name, Schemas.rewrite(document.schema(name), ReadOnly::withoutReadOnly));
            }
        }
        document.rewriteSchemas(schema -> schema.remove(List.of("readOnly", "writeOnly")));
    }

    private static ObjectNode withoutReadOnly(ObjectNode schema) {
        if (schema.path("properties") instanceof ObjectNode properties) {
            for (String name : Schemas.fieldNames(properties)) {
                if (properties.path(name).path("readOnly").asBoolean()) {
                    properties.remove(name);
                    unrequire(schema, name);
                }
            }
        }
        return schema;
    }

    private static void unrequire(ObjectNode schema, String name) {
        if (schema.path("required") instanceof ArrayNode required) {
            ArrayNode kept = schema.putArray("required");
            for (JsonNode one : required) {
                if (!one.asText().equals(name)) {
                    kept.add(one);
                }
            }
        }
    }
}
