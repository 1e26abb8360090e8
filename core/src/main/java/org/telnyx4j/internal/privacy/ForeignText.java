package org.telnyx4j.internal.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides how much of a text that others wrote about a request can be shown.
 *
 * @param words what is public
 * @param sensitiveValues what the caller sent
 */
public record ForeignText(PublicWords words, List<String> sensitiveValues) {
    /**
     * Returns what can be shown of a text: as it reads, with private parts masked.
     *
     * @param text the text, or null
     * @return one line, or null where nothing can be shown
     */
    public @Nullable String shown(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String plain = PlainText.of(text);
        String masked = Mask.freeText(plain, words);
        if (!words.isMessage(plain) && EchoCheck.repeats(masked, sensitiveValues)) {
            return null;
        }
        // The sentence around it brings its own full stop.
        String bare =
                masked.endsWith(".") && !masked.endsWith("..") ? masked.substring(0, masked.length() - 1) : masked;
        return bare.isBlank() ? null : bare;
    }
}
