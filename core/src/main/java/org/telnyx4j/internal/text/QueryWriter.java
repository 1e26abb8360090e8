package org.telnyx4j.internal.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;

/** Writes a model as a query string. */
public final class QueryWriter {
    // Telnyx documents its filters with plain square brackets in the name, and java.net.URI takes them.
    private static final String KEPT_IN_NAMES = "[]";

    private final StringBuilder url;
    private boolean first = true;

    private QueryWriter(StringBuilder url) {
        this.url = url;
    }

    /**
     * Appends a question mark and the parameters in the order of their table, then those that the table does not have;
     * nothing where none is set. A list is one value with commas, unless the table has it otherwise; of a parameter that
     * the table does not have, it is the parameter once for each item.
     *
     * @param url the URL so far
     * @param query the parameters
     */
    public static void append(StringBuilder url, JsonModel query) {
        QueryWriter writer = new QueryWriter(url);
        Map<String, @Nullable Object> plain = query.toMap();
        for (Map.Entry<String, @Nullable Object> parameter : plain.entrySet()) {
            Field field = query.type().fields().find(parameter.getKey());
            boolean joined = field != null && !field.isExploded();
            writer.parameter(parameter.getKey(), parameter.getValue(), joined);
        }
    }

    private void parameter(String name, @Nullable Object value, boolean joined) {
        List<?> items = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        boolean begun = false;
        for (Object item : items) {
            if (item == null) {
                continue;
            }
            if (begun && joined) {
                url.append(',');
            } else {
                url.append(first ? '?' : '&');
                first = false;
                PercentEncoder.append(url, name, KEPT_IN_NAMES);
                url.append('=');
            }
            begun = true;
            PercentEncoder.append(url, item.toString(), "");
        }
    }
}
