package org.telnyx4j.webhooks.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the parameters of a form-encoded body, such as that of a TeXML callback, as UTF-8. */
final class FormParameters {
    private FormParameters() {}

    static Map<String, String[]> of(byte[] body) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String pair : new String(body, UTF_8).split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                all.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
            }
        }
        Map<String, String[]> parameters = new LinkedHashMap<>();
        all.forEach((name, values) -> parameters.put(name, values.toArray(new String[0])));
        return Collections.unmodifiableMap(parameters);
    }

    /** Leaves what is not well encoded as it is. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
