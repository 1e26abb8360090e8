package org.telnyx4j.openapi.trim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telnyx4j.openapi.document.Schemas;

/**
 * Takes defaults that upstream states in prose alone, as in "Defaults to `false`". They are facts like others, and a change
 * of one must be seen. Only a value that the type admits is taken, so that "defaults to the sender" isn't one.
 */
final class ProseDefaults {
    private static final String WORD = "([A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*)";

    /** In quotes, or at the end of its sentence: "defaults to 2 days" is no number of anything. */
    private static final Pattern STATED =
            Pattern.compile("\\b[Dd]efault(?:s to|s:|:| is| value is| value:)\\s*(?:[`'\"]" + WORD + "[`'\"]|" + WORD
                    + "(?=[.,;)]|\\s*(?:\\n|$)))");

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    private ProseDefaults() {}

    /** Adds the default to what is kept of a schema, if upstream has it in its description and nowhere else. */
    static void add(JsonNode upstream, ObjectNode facts) {
        Matcher stated = STATED.matcher(upstream.path("description").asText(""));
        if (facts.has("default") || facts.has("$ref") || !stated.find()) {
            return;
        }
        String value = stated.group(1) == null ? stated.group(2) : stated.group(1);
        if (isAdmitted(value, facts)) {
            facts.set("default", JsonNodeFactory.instance.textNode(value));
        }
    }

    private static boolean isAdmitted(String value, ObjectNode facts) {
        for (JsonNode known : facts.path("enum")) {
            if (known.asText().equals(value)) {
                return true;
            }
        }
        var types = Schemas.types(facts);
        return (types.contains("boolean") && (value.equals("true") || value.equals("false")))
                || (types.contains("integer") && WHOLE.matcher(value).matches())
                || (types.contains("number") && NUMBER.matcher(value).matches());
    }
}
