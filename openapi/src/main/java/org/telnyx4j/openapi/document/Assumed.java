package org.telnyx4j.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentence at the end of a description that states what Telnyx assumes when a field is left out. */
public final class Assumed {
    private static final Pattern SENTENCE = Pattern.compile(" When left out, Telnyx assumes `([^`]*)`( [a-z]+)?\\.$");

    private Assumed() {}

    /**
     * Returns the sentence, with a space before it.
     *
     * @param unit what the value is counted in, or an empty string
     */
    public static String sentence(String value, String unit) {
        return " When left out, Telnyx assumes `" + value + "`" + (unit.isEmpty() ? "" : " " + unit) + ".";
    }

    /** Returns the value that is stated of a field or a parameter, or {@code nothing}. */
    public static String value(JsonNode field) {
        Matcher sentence = SENTENCE.matcher(field.path("description").asText(""));
        return sentence.find()
                ? sentence.group(1)
                : field.path(Extensions.ASSUMED).asText("nothing");
    }

    /** Returns a description without the sentence. */
    public static String without(String description) {
        return SENTENCE.matcher(description).replaceFirst("");
    }
}
