package org.telnyx4j.pacing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What differs between the databases. */
enum Dialect {
    POSTGRESQL(
            "postgresql",
            "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)",
            "insert into telnyx4j_pacing_members (limit_key, holder, wanted, seen_until) values (?, ?, ?, ?)"
                    + " on conflict (limit_key, holder) do update set wanted = excluded.wanted,"
                    + " seen_until = excluded.seen_until",
            "insert into telnyx4j_pacing_slots (limit_key, slot, leased_until, usable_from) values (?, ?, 0, 0)"
                    + " on conflict do nothing"),
    H2(
            "h2",
            "select cast(extract(epoch from current_timestamp) * 1000 as bigint)",
            "merge into telnyx4j_pacing_members (limit_key, holder, wanted, seen_until) key (limit_key, holder)"
                    + " values (?, ?, ?, ?)",
            "merge into telnyx4j_pacing_slots using (select cast(? as varchar) as k, cast(? as integer) as s) as given"
                    + " on limit_key = given.k and slot = given.s"
                    + " when not matched then insert (limit_key, slot, leased_until, usable_from)"
                    + " values (given.k, given.s, 0, 0)");

    private final String folder;
    private final String now;
    private final String member;
    private final String slot;

    Dialect(String folder, String now, String member, String slot) {
        this.folder = folder;
        this.now = now;
        this.member = member;
        this.slot = slot;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> POSTGRESQL;
            case "h2" -> H2;
            default ->
                throw new PacingException("A pacer shares its limits by PostgreSQL or H2, but not by " + product, null);
        };
    }

    String folder() {
        return folder;
    }

    /** Returns the query for the time of the database in milliseconds. */
    String now() {
        return now;
    }

    /** Returns the statement that inserts or renews a member: key, holder, wanted, until. */
    String member() {
        return member;
    }

    /** Returns the statement that inserts a slot unless there is one: key, slot. */
    String slot() {
        return slot;
    }
}
