package org.telnyx4j.errors;

import org.jspecify.annotations.Nullable;

/**
 * There were too many requests (429), or a {@code SendGuard} of this client held a message back so that there are not; then
 * there is no {@link #httpStatus()}. Nothing was carried out, unless {@link #outcome()} reports it for an earlier attempt.
 * {@link #retryAfter()} is how long to wait, where Telnyx has named a delay.
 */
public final class TelnyxRateLimitException extends TelnyxException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception; applications need this for their tests only.
     *
     * @param details what it carries
     */
    public TelnyxRateLimitException(ErrorDetails details) {
        this(details, null);
    }

    /**
     * Creates the exception with a cause; applications need this for their tests only.
     *
     * @param details what it carries
     * @param cause what led to it, or null
     */
    public TelnyxRateLimitException(ErrorDetails details, @Nullable Throwable cause) {
        super(details, cause);
    }

    @Override
    public ErrorType type() {
        return ErrorType.RATE_LIMIT;
    }
}
