package org.telnyx4j.internal.voice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.privacy.Mask;

/** A rule for one field of a request as it goes on the wire. */
interface FieldRule {
    /** Returns the rule that a value breaks with the masked value, as a phrase that goes on from the field, or null. */
    @Nullable
    String problem(JsonNode value);

    /** Makes a rule for a text. */
    static FieldRule text(Function<String, @Nullable String> rule, Function<String, String> mask) {
        return value -> {
            if (!value.isTextual()) {
                return "must be a text";
            }
            String text = value.textValue();
            String problem = rule.apply(text);
            return problem == null ? null : problem + ", was " + (text.isBlank() ? "<blank>" : mask.apply(text));
        };
    }

    /** Makes a rule for the length of a text that says something. */
    static FieldRule length(int longest) {
        return text(
                text -> {
                    int length = text.codePointCount(0, text.length());
                    return !text.isBlank() && length <= longest
                            ? null
                            : "must have 1 to " + longest + " characters and not be blank";
                },
                Mask::content);
    }

    /** Makes a rule for a whole number. */
    static FieldRule range(long least, long most) {
        return value -> {
            boolean fits = value.isIntegralNumber() && value.longValue() >= least && value.longValue() <= most;
            if (fits) {
                return null;
            }
            String rule = most == Integer.MAX_VALUE
                    ? "must be a whole number of at least " + least
                    : "must be a whole number from " + least + " to " + most;
            return rule + (value.isIntegralNumber() ? ", was " + value.longValue() : "");
        };
    }

    /** Makes a rule for a number of repetitions. */
    static FieldRule loop() {
        return value -> value.isTextual() && value.textValue().equals("infinity")
                ? null
                : range(1, 100).problem(value) == null ? null : "must be a whole number from 1 to 100, or infinity";
    }

    /** Makes a rule for one destination, or for each of a list. */
    static FieldRule destinations() {
        FieldRule alone = text(VoiceChecks::destinationWithDigits, Mask::address);
        FieldRule oneOfSeveral = text(VoiceChecks::destination, Mask::address);
        return value -> {
            if (!value.isArray()) {
                return alone.problem(value);
            }
            if (value.isEmpty()) {
                return "must have one destination at least";
            }
            for (JsonNode destination : value) {
                String problem = (value.size() == 1 ? alone : oneOfSeveral).problem(destination);
                if (problem != null) {
                    return problem;
                }
            }
            return null;
        };
    }

    /** Makes a rule for SIP headers. Their values stay out of the phrase, and so do their names. */
    static FieldRule sipHeaders() {
        return value -> {
            for (JsonNode header : value) {
                JsonNode name = header.path("name");
                JsonNode content = header.path("value");
                String nameProblem = VoiceChecks.sipHeaderName(name.asText(""));
                if (nameProblem != null) {
                    return nameProblem;
                }
                String contentProblem = content.isTextual()
                        ? VoiceChecks.sipHeaderValue(content.textValue())
                        : "must have a value in each entry";
                if (contentProblem != null) {
                    return contentProblem;
                }
            }
            return null;
        };
    }
}
