package org.telnyx4j.internal.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of a module that is there for these tests alone. */
final class TriedSchema {
    /** What its users get. */
    static final class TriedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final @Nullable String sqlState;

        TriedException(String message, @Nullable String sqlState, @Nullable Throwable cause) {
            super(message, cause);
            this.sqlState = sqlState;
        }
    }

    static final DatabaseErrors<TriedException> ERRORS =
            new DatabaseErrors<>("what is tried", TriedSchema.class, TriedException::new);

    private TriedSchema() {}

    static VersionedSchema<TriedException> edition(String... scripts) {
        return new VersionedSchema<>(ERRORS, "telnyx4j-tried", "telnyx4j_tried_schema", List.of(scripts));
    }
}
