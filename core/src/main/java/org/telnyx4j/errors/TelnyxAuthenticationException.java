package org.telnyx4j.errors;

import org.jspecify.annotations.Nullable;

/**
 * The API key is missing or blank (found before anything is sent), is not accepted, or is not allowed to do this (401, or
 * 403 with code 10009 or 10010). Nothing was carried out, unless {@link #outcome()} reports it for an earlier attempt.
 */
public final class TelnyxAuthenticationException extends TelnyxException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception; applications need this for their tests only.
     *
     * @param details what it carries
     */
    public TelnyxAuthenticationException(ErrorDetails details) {
        this(details, null);
    }

    /**
     * Creates the exception with a cause; applications need this for their tests only.
     *
     * @param details what it carries
     * @param cause what led to it, or null
     */
    public TelnyxAuthenticationException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ErrorType type() {
        return ErrorType.AUTHENTICATION;
    }
}
