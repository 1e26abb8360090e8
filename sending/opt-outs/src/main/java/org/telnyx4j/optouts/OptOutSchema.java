package org.telnyx4j.optouts;

import java.util.List;
import javax.sql.DataSource;
import org.telnyx4j.internal.database.DatabaseErrors;
import org.telnyx4j.internal.database.VersionedSchema;

/**
 * The tables of {@link JdbcOptOutStore}: {@code telnyx4j_opt_outs}, {@code telnyx4j_opt_outs_senders}, and {@code
 * telnyx4j_opt_outs_schema} with the versions. The scripts are in the jar, in {@code org/telnyx4j/optouts/schema/}, for
 * PostgreSQL and H2, and can be run by hand or by a migration tool as well.
 */
public final class OptOutSchema {
    static final DatabaseErrors<OptOutStoreException> ERRORS =
            new DatabaseErrors<>("opt-outs", OptOutSchema.class, OptOutStoreException::new);

    private static final VersionedSchema<OptOutStoreException> SCHEMA =
            new VersionedSchema<>(ERRORS, "telnyx4j-opt-outs", "telnyx4j_opt_outs_schema", List.of("V1__opt_outs.sql"));

    private OptOutSchema() {}

    /**
     * Creates the tables, or brings them to this edition's version. Does nothing where they have it already. Several
     * processes may do so at once; on H2, one of them may have to try again.
     *
     * @param dataSource the database, with a user that may create tables
     * @throws OptOutStoreException if the tables are newer than this edition, or the database cannot be changed
     */
    public static void apply(DataSource dataSource) {
        SCHEMA.apply(dataSource);
    }

    /**
     * Checks that the tables are there, in this edition's version. Changes nothing.
     *
     * @param dataSource the database
     * @throws OptOutStoreException if they are not, with what to do, or if the database cannot be reached
     */
    public static void check(DataSource dataSource) {
        SCHEMA.check(dataSource);
    }
}
