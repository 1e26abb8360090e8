package org.telnyx4j.errors;

import org.jspecify.annotations.Nullable;

/**
 * Telnyx responded with an error that none of the other kinds covers, or with a response that cannot be read.
 * Check {@link #outcome()} before trying again: after 408 and 5xx it can be unknown, and after a success that cannot
 * be read it is {@link Outcome#CARRIED_OUT}.
 */
public final class TelnyxApiException extends TelnyxException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception; applications need this for their tests only.
     *
     * @param details what it carries
     */
    public TelnyxApiException(ErrorDetails details) {
        this(details, null);
    }

    /**
     * Creates the exception with a cause; applications need this for their tests only.
     *
     * @param details what it carries
     * @param cause what led to it, or null
     */
    public TelnyxApiException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ErrorType type() {
        return ErrorType.API;
    }
}
