package org.telnyx4j.internal.errors;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.privacy.ForeignText;
import org.telnyx4j.internal.privacy.PublicWords;

/**
 * What Telnyx found wrong, in words that are safe to log.
 *
 * <p>Code, title, place and detail are shown with private-looking parts masked, and each is left out where it repeats a
 * part of a sensitive value of the request all the same. The names of the API's fields and Telnyx's own messages are
 * public and stay readable.
 */
final class ProblemText {
    private static final int MOST_SHOWN = 3;

    private static final Pattern CODE = Pattern.compile("[0-9]{5}");

    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9_\\-./\\[\\]~]{1,100}");

    private final ForeignText texts;
    private final PublicWords words;

    private ProblemText(Call call) {
        this.words = PublicWords.of(call.request().body(), call.request().query());
        this.texts = new ForeignText(words, call.sensitiveValues());
    }

    static String of(List<TelnyxError> errors, Call call) {
        ProblemText problem = new ProblemText(call);
        StringBuilder text = new StringBuilder();
        for (TelnyxError error : errors.subList(0, Math.min(errors.size(), MOST_SHOWN))) {
            text.append(text.isEmpty() ? "" : "; ").append(problem.ofOne(error));
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

    private String ofOne(TelnyxError error) {
        StringBuilder text = new StringBuilder();
        append(text, "", code(error.code()));
        append(text, " ", texts.shown(error.title()));
        append(text, " at ", place(error.pointer() != null ? error.pointer() : error.parameter()));
        append(text, ": ", texts.shown(error.detail()));
        return text.isEmpty() ? "an error without code" : text.toString();
    }

    private static void append(StringBuilder text, String separator, @Nullable String part) {
        if (part != null) {
            text.append(text.isEmpty() ? "" : separator).append(part);
        }
    }

    /** A code of Telnyx's is five digits, which a text of the caller's may hold by chance. */
    private @Nullable String code(@Nullable String code) {
        return code != null && CODE.matcher(code).matches() ? code : texts.shown(code);
    }

    private @Nullable String place(@Nullable String place) {
        if (place == null || !PLACE.matcher(place).matches()) {
            return null;
        }
        String name = place.startsWith("/") ? place.substring(1) : place;
        return words.isPublic(name) ? place : texts.shown(place);
    }
}
