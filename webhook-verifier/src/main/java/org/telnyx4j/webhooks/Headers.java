package org.telnyx4j.webhooks;

import java.util.Collection;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/** Reads the two headers of a webhook: one spelling of each value is taken, everything else is refused. */
final class Headers {
    private static final int MAX_DIGITS = 19;

    private Headers() {}

    /** The only value of a header, null when there is none. */
    static @Nullable String single(HeaderLookup headers, String name, RejectionReason whenRepeated) {
        Collection<String> values = headers.values(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw new WebhookRejectedException(whenRepeated, name, "The header " + name + " came more than once");
        }
        return values.iterator().next();
    }

    /** A header's value without the white space that HTTP allows around it. */
    static String text(String name, @Nullable String value) {
        if (value != null) {
            int start = 0;
            int end = value.length();
            while (start < end && isOptionalWhiteSpace(value.charAt(start))) {
                start++;
            }
            while (end > start && isOptionalWhiteSpace(value.charAt(end - 1))) {
                end--;
            }
            if (start < end) {
                return value.substring(start, end);
            }
        }
        throw new WebhookRejectedException(RejectionReason.MISSING_HEADER, name, "The header " + name + " is missing");
    }

    /** Seconds since 1970, zero or more. */
    static long seconds(String text) {
        if (isPlainNumber(text)) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                // Nineteen digits can be more than a long holds; refused below.
            }
        }
        throw new WebhookRejectedException(
                RejectionReason.MALFORMED_TIMESTAMP,
                WebhookVerifier.TIMESTAMP_HEADER,
                "The header " + WebhookVerifier.TIMESTAMP_HEADER + " is not a number of seconds");
    }

    /** The 64 bytes of a signature. */
    static byte[] signature(String text) {
        byte[] signature = StrictBase64.decode(text, Ed25519.SIGNATURE_SIZE);
        if (signature == null) {
            throw new WebhookRejectedException(
                    RejectionReason.MALFORMED_SIGNATURE,
                    WebhookVerifier.SIGNATURE_HEADER,
                    "The header " + WebhookVerifier.SIGNATURE_HEADER + " is not the Base64 of " + Ed25519.SIGNATURE_SIZE
                            + " bytes");
        }
        return signature;
    }

    /**
     * Only the one canonical spelling passes: then the header's bytes and the number's are the same, and it plays no role
     * which of them were signed.
     */
    private static boolean isPlainNumber(String text) {
        if (text.length() > MAX_DIGITS || (text.length() > 1 && text.charAt(0) == '0')) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isOptionalWhiteSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
