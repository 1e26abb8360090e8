package org.telnyx4j.internal.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.text.PercentDecoder;

/** Reads a body in the encoding of HTML forms, by which TeXML callbacks are sent. */
final class FormFields {
    private FormFields() {}

    /** Returns the values of each name, or null where the body is no form. */
    static @Nullable Map<String, List<String>> read(byte[] body) {
        if (!mayBeForm(body)) {
            return null;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String field : new String(body, StandardCharsets.US_ASCII).split("&", -1)) {
            int equals = field.indexOf('=');
            String name = PercentDecoder.form(equals < 0 ? field : field.substring(0, equals));
            if (!name.isEmpty()) {
                fields.computeIfAbsent(name, unused -> new ArrayList<>(1))
                        .add(equals < 0 ? "" : PercentDecoder.form(field.substring(equals + 1)));
            }
        }
        if (fields.isEmpty()) {
            return null;
        }
        fields.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(fields);
    }

    /** Whether it starts with a name and has nothing that the encoding would have escaped. */
    private static boolean mayBeForm(byte[] body) {
        boolean named = false;
        for (int i = 0; i < body.length; i++) {
            byte at = body[i];
            if (at == '=' && !named) {
                named = i > 0;
                if (!named) {
                    return false;
                }
            }
            if (at <= ' ' || at >= 127 || at == '{' || at == '}' || at == '"' || at == '<' || at == '>') {
                return false;
            }
        }
        return named;
    }
}
