package org.telnyx4j.outbox;

import java.util.List;
import javax.sql.DataSource;
import org.telnyx4j.internal.database.DatabaseErrors;
import org.telnyx4j.internal.database.VersionedSchema;

/**
 * The tables of the outbox: {@code telnyx4j_outbox} with one row for each job, {@code telnyx4j_outbox_tasks} with what
 * waits for a worker, and {@code telnyx4j_outbox_schema} with the versions. The scripts are in the jar, in
 * {@code org/telnyx4j/outbox/schema/}, for PostgreSQL and H2, and can be run by hand or by a migration tool as well.
 *
 * <p>To upgrade a fleet that runs: apply the new version, and then replace the processes one by one. Each version of the
 * tables is such that workers of the edition before go on with it. A process of that edition that is started afterwards is
 * refused by {@link #check}, with the version that it needs.
 */
public final class OutboxSchema {
    static final DatabaseErrors<OutboxException> ERRORS =
            new DatabaseErrors<>("the outbox", OutboxSchema.class, OutboxException::new);

    private static final VersionedSchema<OutboxException> SCHEMA =
            new VersionedSchema<>(ERRORS, "telnyx4j-outbox", "telnyx4j_outbox_schema", List.of("V1__outbox.sql"));

    private OutboxSchema() {}

    /**
     * Creates the tables, or brings them to this edition's version. Does nothing where they have it already. Several
     * processes may do so at once; on H2, one of them may have to try again.
     *
     * @param dataSource the database, with a user that may create tables
     * @throws OutboxException if the tables are newer than this edition, or the database cannot be changed
     */
    public static void apply(DataSource dataSource) {
        SCHEMA.apply(dataSource);
    }

    /**
     * Checks that the tables are there, in a version that this edition works with. Changes nothing.
     *
     * @param dataSource the database
     * @throws OutboxException if they are not, with what to do, or if the database cannot be reached
     */
    public static void check(DataSource dataSource) {
        SCHEMA.check(dataSource);
    }
}
