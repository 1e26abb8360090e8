package org.telnyx4j.errors;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request is wrong. Thrown before anything is sent when a local check finds it ({@link #httpStatus()} is then empty);
 * when it does not fit what is on Telnyx's side, such as a name that two things have; or when Telnyx responds with 400 or
 * 422. Nothing was carried out, unless {@link #outcome()} reports it for an earlier attempt.
 */
public final class TelnyxValidationException extends TelnyxException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    /**
     * Creates the exception; applications need this for their tests only.
     *
     * @param details what it carries
     * @param field name of the field at fault such as {@code to}, or null when not known
     */
    public TelnyxValidationException(ErrorDetails details, @Nullable String field) {
        this(details, field, null);
    }

    /**
     * Creates the exception with a cause; applications need this for their tests only.
     *
     * @param details what it carries
     * @param field name of the field at fault such as {@code to}, or null when not known
     * @param cause what led to it, or null
     */
    public TelnyxValidationException(ErrorDetails details, @Nullable String field, @Nullable Throwable cause) {
        super(details, cause);
        this.field = field;
    }

    @Override
    public ErrorType type() {
        return ErrorType.VALIDATION;
    }

    /**
     * Returns the name of the field at fault.
     *
     * @return the name such as {@code to}, with slashes between levels; empty when Telnyx did not name one
     */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
