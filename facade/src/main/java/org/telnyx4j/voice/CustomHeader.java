package org.telnyx4j.voice;

import java.util.Objects;
import org.telnyx4j.internal.privacy.Mask;

/**
 * A SIP header of the application's own. Its form is checked when it is sent.
 *
 * @param name the header's name, such as {@code X-Account}
 * @param value what it says, without line breaks; private
 */
public record CustomHeader(String name, String value) {
    /** Makes a header. */
    public CustomHeader {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** Tells the name; the value is private. */
    @Override
    public String toString() {
        return "CustomHeader[" + Mask.identifier(name) + "]";
    }
}
