package org.telnyx4j.openapi.normalize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.telnyx4j.openapi.document.Schemas;
import org.telnyx4j.openapi.document.SpecDocument;

/**
 * Keeps the formats that Telnyx honours: dates and times, and the width of integers. Others ({@code
 * uuid}, {@code uri}, {@code float}) would make strict Java types of values that don't obey them.
 */
final class Formats implements Step {
    private static final Set<String> STRING = Set.of("date-time", "date");
    private static final Set<String> INTEGER = Set.of("int32", "int64");

    @Override
    public void apply(SpecDocument document) {
        document.rewriteSchemas(Formats::kept);
    }

    private static ObjectNode kept(ObjectNode schema) {
        String format = schema.path("format").asText();
        Set<String> types = Schemas.types(schema);
        boolean keep = (types.contains("string") && STRING.contains(format))
                || (types.contains("integer") && INTEGER.contains(format));
        if (!keep) {
            schema.remove("format");
        }
        return schema;
    }
}
