package org.telnyx4j.examples;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telnyx4j.messaging.SmsSegments;

/**
 * A text with placeholders such as {@code {name}}, checked before it is used: every placeholder has a value, and the text
 * does not become more parts than it may, since each part is charged. Immutable, safe for use by any number of threads.
 */
final class MessageTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

    private final String template;
    private final int mostParts;

    /**
     * Creates a template.
     *
     * @param template the text, with placeholders in braces
     * @param mostParts how many parts the filled text may have
     */
    MessageTemplate(String template, int mostParts) {
        this.template = template;
        this.mostParts = mostParts;
    }

    /**
     * Fills the template.
     *
     * @param values the values by placeholder; those that the template does not have are ignored
     * @return the text
     * @throws IllegalArgumentException naming the placeholder, if it has no value, or if the text has too many parts. The
     *     text is not in the message
     */
    String fill(Map<String, String> values) {
        String text = PLACEHOLDER.matcher(template).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for {" + found.group(1) + "}");
            }
            return Matcher.quoteReplacement(value);
        });
        SmsSegments segments = SmsSegments.of(text);
        if (segments.parts() > mostParts) {
            String reason = segments.ucs2Character()
                    .map(character ->
                            ", as it contains " + character + ", for which a part has 70 characters and not 160")
                    .orElse("");
            throw new IllegalArgumentException("the text would have " + segments.parts() + " parts, at most "
                    + mostParts + " are allowed" + reason);
        }
        return text;
    }
}
