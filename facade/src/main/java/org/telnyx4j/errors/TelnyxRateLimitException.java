package org.telnyx4j.errors;

import org.jspecify.annotations.Nullable;

/**
 * Says that too many requests were made (429). Nothing was carried out, unless {@link #outcome()} tells of an
 * earlier attempt. {@link #retryAfter()} tells how long to wait where Telnyx said so.
 */
public final class TelnyxRateLimitException extends TelnyxException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception; applications need this for their tests only.
     *
     * @param details what it carries
     */
    public TelnyxRateLimitException(ErrorDetails details) {
        this(details, null);
    }

    /**
     * Makes the exception with a cause; applications need this for their tests only.
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
