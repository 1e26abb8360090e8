package org.telnyx4j.internal.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Turns text such as client state into what stands on the wire, Base64 of its UTF-8 bytes, and back. */
public final class Base64Text {
    private Base64Text() {}

    /**
     * Encodes a text.
     *
     * @throws IllegalArgumentException if it has half a surrogate pair, which would arrive as a question mark
     */
    public static String encode(String text, String name) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return StandardCharsets.ISO_8859_1
                    .decode(Base64.getEncoder().encode(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + " must not have half a surrogate pair", e);
        }
    }

    /** Decodes what stands on the wire, or returns null where it is not Base64 of UTF-8. */
    public static @Nullable String decode(@Nullable String encoded) {
        if (encoded == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    /** Returns whether a string is Base64. */
    public static boolean isBase64(String encoded) {
        try {
            Base64.getDecoder().decode(encoded);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
