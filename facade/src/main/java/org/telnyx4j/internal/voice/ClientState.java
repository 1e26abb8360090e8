package org.telnyx4j.internal.voice;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns client state between text and what stands on the wire: Base64 of its UTF-8 bytes. */
public final class ClientState {
    private ClientState() {}

    /**
     * Encodes a text.
     *
     * @throws IllegalArgumentException if it has half a surrogate pair, which would arrive as a question mark
     */
    public static String encode(String clientState) {
        Objects.requireNonNull(clientState, "clientState");
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(clientState));
            return StandardCharsets.ISO_8859_1
                    .decode(Base64.getEncoder().encode(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("clientState must not have half a surrogate pair", e);
        }
    }

    /** Decodes what stands on the wire, or returns null where it is no Base64 of UTF-8. */
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
}
