package org.telnyx4j.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns models into the plain form of JSON, in the order in which {@link ModelWriter} writes them. */
final class MapWriter {
    private MapWriter() {}

    static Map<String, @Nullable Object> toMap(ModelState model) {
        FieldTable table = model.schema().fields();
        @Nullable Object[] values = model.values();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                Field field = table.field(i);
                fields.put(field.name(), value == FieldValues.NULL ? null : Values.toPlain(field.type(), value));
            }
        }
        fields.putAll(model.additional());
        return Collections.unmodifiableMap(fields);
    }
}
