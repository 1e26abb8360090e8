/** What outbox, opt-outs and pacing do with JDBC alike. It knows nothing of Telnyx, and reaches no table but theirs. */
module org.telnyx4j.database {
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports org.telnyx4j.internal.database to
            org.telnyx4j.optouts,
            org.telnyx4j.outbox,
            org.telnyx4j.pacing;
}
