package org.telnyx4j.pacing;

import java.sql.Connection;
import java.sql.SQLException;
import org.telnyx4j.internal.database.DatabaseProduct;

/**
 * The statements that differ between the databases.
 *
 * @param now the query for the time of the database in milliseconds
 * @param member the statement that inserts or renews a member: key, holder, wanted, until
 * @param slot the statement that inserts a slot unless there is one: key, slot
 */
record Dialect(String now, String member, String slot) {
    private static final Dialect POSTGRESQL = new Dialect(
            now(DatabaseProduct.POSTGRESQL),
            "insert into telnyx4j_pacing_members (limit_key, holder, wanted, seen_until) values (?, ?, ?, ?)"
                    + " on conflict (limit_key, holder) do update set wanted = excluded.wanted,"
                    + " seen_until = excluded.seen_until",
            "insert into telnyx4j_pacing_slots (limit_key, slot, leased_until, usable_from) values (?, ?, 0, 0)"
                    + " on conflict do nothing");
    private static final Dialect H2 = new Dialect(
            now(DatabaseProduct.H2),
            "merge into telnyx4j_pacing_members (limit_key, holder, wanted, seen_until) key (limit_key, holder)"
                    + " values (?, ?, ?, ?)",
            "merge into telnyx4j_pacing_slots using (select cast(? as varchar) as k, cast(? as integer) as s) as given"
                    + " on limit_key = given.k and slot = given.s"
                    + " when not matched then insert (limit_key, slot, leased_until, usable_from)"
                    + " values (given.k, given.s, 0, 0)");

    private static String now(DatabaseProduct product) {
        return "select cast(extract(epoch from " + product.clock() + ") * 1000 as bigint)";
    }

    static Dialect of(Connection connection) throws SQLException {
        return switch (DatabaseProduct.of(connection, PacingSchema.ERRORS)) {
            case POSTGRESQL -> POSTGRESQL;
            case H2 -> H2;
        };
    }
}
