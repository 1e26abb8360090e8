package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.telnyx4j.openapi.document.Extensions;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Drops {@code x-sensitive} from what isn't a string: an overlay marks all fields of a name, and some of them are an
 * object, an enum or a number, which have nothing to hide. Runs after the overlays.
 */
public final class SensitiveMarks implements Step {
    @Override
    public void apply(SpecDocument document) {
        document.rewriteSchemas(schema -> {
            if (schema.has(Extensions.SENSITIVE) && !mayHoldText(schema)) {
                schema.remove(Extensions.SENSITIVE);
            }
            return schema;
        });
    }

    private static boolean mayHoldText(ObjectNode schema) {
        if (schema.has("enum") || schema.has("format") || Schemas.isNullableRef(schema)) {
            return false;
        }
        if (schema.has("$ref")) {
            return SpecDocument.refName(schema).equals(AnyValues.ANY);
        }
        Set<String> types = Schemas.types(schema);
        return types.isEmpty() || types.contains("string") || types.contains("array") || types.contains("object");
    }
}
