package org.telnyx4j.internal.errors;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.internal.privacy.EchoCheck;
import org.telnyx4j.internal.privacy.Mask;

/**
 * What Telnyx found wrong, in words that are safe to log.
 *
 * <p>Code, title and place are shown with private-looking parts masked: JSON:API wants a title to be the same for each
 * occurrence of a code. A detail is about this one occurrence and may quote what was sent. So neither is shown where it
 * repeats a part of a sensitive value of the request.
 */
final class ProblemText {
    private static final int MOST_SHOWN = 3;

    private static final Pattern CODE = Pattern.compile("[0-9]{5}");

    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9_\\-./\\[\\]~]{1,100}");

    private ProblemText() {}

    static String of(List<TelnyxError> errors, List<String> sensitiveValues) {
        StringBuilder text = new StringBuilder();
        for (TelnyxError error : errors.subList(0, Math.min(errors.size(), MOST_SHOWN))) {
            text.append(text.isEmpty() ? "" : "; ").append(ofOne(error, sensitiveValues));
        }
        if (errors.size() > MOST_SHOWN) {
            text.append("; and ").append(errors.size() - MOST_SHOWN).append(" more");
        }
        return text.toString();
    }

    /** The name of the first field that an error points at: {@code /to} gives {@code to}. */
    static @Nullable String field(List<TelnyxError> errors) {
        for (TelnyxError error : errors) {
            String place = error.pointer() != null ? error.pointer() : error.parameter();
            if (place != null && !place.isBlank()) {
                return place.startsWith("/") ? place.substring(1) : place;
            }
        }
        return null;
    }

    private static String ofOne(TelnyxError error, List<String> sensitiveValues) {
        StringBuilder text = new StringBuilder();
        append(text, "", code(error.code(), sensitiveValues));
        append(text, " ", shown(error.title(), sensitiveValues));
        append(text, " at ", place(error.pointer() != null ? error.pointer() : error.parameter()));
        append(text, ": ", shown(error.detail(), sensitiveValues));
        return text.isEmpty() ? "an error without code" : text.toString();
    }

    private static void append(StringBuilder text, String separator, @Nullable String part) {
        if (part != null) {
            text.append(text.isEmpty() ? "" : separator).append(part);
        }
    }

    private static @Nullable String shown(@Nullable String value, List<String> sensitiveValues) {
        if (value == null || EchoCheck.repeats(value, sensitiveValues)) {
            return null;
        }
        String masked = Mask.freeText(value);
        // The sentence around it brings its own full stop.
        String bare =
                masked.endsWith(".") && !masked.endsWith("..") ? masked.substring(0, masked.length() - 1) : masked;
        return bare.isBlank() ? null : bare;
    }

    /** A code of Telnyx's is five digits, which a text of the caller's may hold by chance. */
    private static @Nullable String code(@Nullable String code, List<String> sensitiveValues) {
        return code != null && CODE.matcher(code).matches() ? code : shown(code, sensitiveValues);
    }

    private static @Nullable String place(@Nullable String place) {
        return place != null && PLACE.matcher(place).matches() ? Mask.freeText(place) : null;
    }
}
