package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Moves "or null" from a component to the places that use it: whether null may be sent is a property
 * of the field, and that is where the generator looks for it.
 */
final class NullableComponents implements Step {
    @Override
    public void apply(SpecDocument document) {
        Set<String> nullable = new TreeSet<>();
        for (String name : document.schemaNames()) {
            if (Schemas.isNullable(document.schema(name))) {
                nullable.add(name);
                document.schemas().set(name, Schemas.notNullable(document.schema(name)));
            }
        }
        document.rewriteSchemas(schema -> atUse(schema, nullable));
        // A body is there or not; null is no body.
        document.operations().forEach(operation -> plainBody(operation.node()));
        document.webhooks().forEach(webhook -> plainBody(webhook.node()));
    }

    private static ObjectNode atUse(ObjectNode schema, Set<String> nullable) {
        return nullable.contains(SpecDocument.refName(schema)) ? Schemas.nullableRef(schema) : schema;
    }

    private static void plainBody(ObjectNode operation) {
        for (var media : operation.findParents("schema")) {
            if (!media.has("name")
                    && media.path("schema") instanceof ObjectNode schema
                    && Schemas.isNullableRef(schema)) {
                ((ObjectNode) media).set("schema", Schemas.notNullable(schema));
            }
        }
    }
}
