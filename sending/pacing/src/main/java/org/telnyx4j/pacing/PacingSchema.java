package org.telnyx4j.pacing;

import java.util.List;
import javax.sql.DataSource;
import org.telnyx4j.internal.database.DatabaseErrors;
import org.telnyx4j.internal.database.VersionedSchema;

/**
 * The tables by which pacers share their limits. The scripts are in the jar, in {@code org/telnyx4j/pacing/schema/}, for
 * PostgreSQL and H2, and can be run by hand or by a migration tool as well. What is in the tables lives for some seconds;
 * emptying them while nobody sends does no harm.
 */
public final class PacingSchema {
    static final DatabaseErrors<PacingException> ERRORS = new DatabaseErrors<>(
            "the pacer", PacingSchema.class, (message, sqlState, cause) -> new PacingException(message, cause));

    private static final VersionedSchema<PacingException> SCHEMA =
            new VersionedSchema<>(ERRORS, "telnyx4j-pacing", "telnyx4j_pacing_schema", List.of("V1__pacing.sql"));

    private PacingSchema() {}

    /**
     * Creates the tables, or brings them to this edition's version. Does nothing where they have it already. Several processes
     * may do so at once; on H2, one of them may have to try again.
     *
     * @param dataSource the database, with a user that may create tables
     * @throws PacingException if the tables are newer than this edition, or the database cannot be changed
     */
    public static void apply(DataSource dataSource) {
        SCHEMA.apply(dataSource);
    }

    /**
     * Checks that the tables are there, in a version that this edition works with. Changes nothing.
     *
     * @param dataSource the database
     * @throws PacingException if they are not, with what to do, or if the database cannot be reached
     */
    public static void check(DataSource dataSource) {
        SCHEMA.check(dataSource);
    }
}
