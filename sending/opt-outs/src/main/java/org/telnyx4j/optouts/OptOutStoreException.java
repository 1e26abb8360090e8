package org.telnyx4j.optouts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of opt-outs could not do what it was asked for. The message is one sentence with what to do, and quotes no number. */
public final class OptOutStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String sqlState;

    OptOutStoreException(String message, @Nullable String sqlState, @Nullable Throwable cause) {
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
