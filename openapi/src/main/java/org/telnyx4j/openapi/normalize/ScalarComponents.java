package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Writes components that aren't objects or enums where they are used: a component that is only a
 * string is a name to look up and no class.
 */
final class ScalarComponents implements Step {
    @Override
    public void apply(SpecDocument document) {
        Set<String> scalars = new TreeSet<>();
        for (String name : document.schemaNames()) {
            ObjectNode schema = document.schema(name);
            if (!Schemas.isObject(schema) && !schema.has("enum") && !schema.has("anyOf")) {
                scalars.add(name);
            }
        }
        // A scalar may refer to a scalar; each round takes one level away, and there are no circles left.
        for (int i = 0; i < scalars.size(); i++) {
            document.rewriteSchemas(schema -> replaced(schema, document, scalars));
        }
        document.schemas().remove(scalars);
    }

    private static ObjectNode replaced(ObjectNode schema, SpecDocument document, Set<String> scalars) {
        boolean nullable = Schemas.isNullableRef(schema);
        ObjectNode ref = nullable ? Schemas.notNullable(schema) : schema;
        String name = SpecDocument.refName(ref);
        if (!scalars.contains(name)) {
            return schema;
        }
        ObjectNode copy = document.schema(name).deepCopy();
        for (String keyword : Schemas.fieldNames(ref)) {
            JsonNode value = ref.path(keyword);
            if (!keyword.equals("$ref")) {
                copy.set(keyword, value);
            }
        }
        return nullable ? Schemas.nullable(copy) : copy;
    }
}
