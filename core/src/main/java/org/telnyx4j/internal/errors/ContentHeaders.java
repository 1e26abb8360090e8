package org.telnyx4j.internal.errors;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.headers.ResponseHead;

/**
 * What the headers of a response declare about its body.
 *
 * @param type the media type in lower case without parameters, or null where there is none
 * @param encoding the content coding in lower case, or null where there is none
 * @param hasRequestId whether there is a request id, as in every response of Telnyx
 */
record ContentHeaders(@Nullable String type, @Nullable String encoding, boolean hasRequestId) {
    /** A header comes from anything on the way and could repeat anything, so only these words are shown. */
    private static final Set<String> SHOWN =
            Set.of("text/html", "text/plain", "text/xml", "application/xml", "gzip", "x-gzip", "deflate", "br", "zstd");

    static ContentHeaders of(ResponseHead head) {
        String encoding = token(head.headers().first("Content-Encoding"));
        return new ContentHeaders(
                token(head.headers().first("Content-Type")),
                "identity".equals(encoding) ? null : encoding,
                head.headers().first("x-request-id") != null);
    }

    /** Returns whether they are like those of Telnyx: JSON that is not compressed any more, or no type but a request id. */
    boolean areOfTelnyx() {
        return encoding == null && (type == null ? hasRequestId : isJson(type));
    }

    /** Returns what the body is instead of plain JSON, such as {@code text/html}; null if the headers leave it open. */
    @Nullable
    String otherThanJson() {
        if (encoding != null) {
            return "compressed" + (SHOWN.contains(encoding) ? " (" + encoding + ")" : "") + ", which was not asked for";
        }
        if (type == null || isJson(type)) {
            return null;
        }
        return SHOWN.contains(type) ? type : "of another content type";
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    private static @Nullable String token(@Nullable String header) {
        String word = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return word.isEmpty() ? null : word;
    }
}
