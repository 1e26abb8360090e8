package org.telnyx4j.pacing;

import org.jspecify.annotations.Nullable;

/** The tables of the pacer cannot be used. The message is one sentence with what to do, and has nothing private. */
public final class PacingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PacingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
