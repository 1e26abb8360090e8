package org.telnyx4j.outbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outbox could not do what it was asked for, most often because of its database. The message is one sentence with what
 * to do, and has no content of a job.
 */
public final class OutboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String sqlState;

    OutboxException(String message, @Nullable String sqlState, @Nullable Throwable cause) {
        super(message, cause);
        this.sqlState = sqlState;
    }

    /**
     * Returns the SQLSTATE of the database's error.
     *
     * @return such as {@code 08006}, or empty where the database had none
     */
    public Optional<String> sqlState() {
        return Optional.ofNullable(sqlState);
    }
}
