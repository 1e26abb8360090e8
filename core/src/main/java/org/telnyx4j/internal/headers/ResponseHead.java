package org.telnyx4j.internal.headers;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of a response that is there even when its body is not.
 *
 * @param status the HTTP status
 * @param headers the headers
 */
public record ResponseHead(int status, Headers headers) {

    /** Checks that both are there. */
    public ResponseHead {
        Objects.requireNonNull(headers, "headers");
    }

    /** Returns whether the status is a success. */
    public boolean isSuccess() {
        return status >= 200 && status <= 299;
    }

    /** Finds headers of a response. */
    @FunctionalInterface
    public interface Headers {
        /**
         * Returns the first header of this name.
         *
         * @param name the name, in any case
         * @return its value, or null if there is none
         */
        @Nullable
        String first(String name);
    }
}
