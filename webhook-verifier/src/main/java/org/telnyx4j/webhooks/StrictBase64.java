package org.telnyx4j.webhooks;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Decodes Base64 of a known length, in its one canonical spelling: the standard alphabet, padding, no line breaks, and
 * zero in the bits that are left over. The JDK's decoder alone takes several spellings of the same bytes.
 */
final class StrictBase64 {
    private StrictBase64() {}

    /** The bytes, or null if the text is anything else than the canonical Base64 of so many bytes. */
    static byte @Nullable [] decode(String text, int length) {
        if (text.length() != (length + 2) / 3 * 4) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
        boolean canonical = bytes.length == length
                && Base64.getEncoder().encodeToString(bytes).equals(text);
        return canonical ? bytes : null;
    }
}
