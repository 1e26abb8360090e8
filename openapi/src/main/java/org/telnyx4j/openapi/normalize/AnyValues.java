package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Lets a property that takes any JSON value refer to one component that says so. Written in place,
 * the generator starts such a property at null, and null would be sent.
 */
final class AnyValues implements Step {
    static final String ANY = "AnyValue";

    @Override
    public void apply(SpecDocument document) {
        for (String owner : document.schemaNames()) {
            if (document.schema(owner).path("properties") instanceof ObjectNode properties) {
                for (String name : Schemas.fieldNames(properties)) {
                    ObjectNode schema = (ObjectNode) properties.path(name);
                    if (!schema.has("$ref") && !schema.has("type") && !schema.has("anyOf")) {
                        properties.set(name, Schemas.ref(ANY).setAll(schema));
                    }
                }
            }
        }
        // A schema without any keyword is taken for no schema at all, and the reference for a null.
        document.schemas().set(ANY, JsonNodeFactory.instance.objectNode().put("description", "Any JSON value."));
    }
}
