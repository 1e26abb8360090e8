package org.telnyx4j.outbox;

/** What db-scheduler knows the jobs by. */
final class Tasks {
    static final String TABLE = "telnyx4j_outbox_tasks";

    /** Of the one task that there is; its instances are named after the ids of the jobs. */
    static final String NAME = "telnyx4j-outbox";

    /** Above that of any job. */
    static final int PRIORITY_OF_CHECKS = 2_000;

    private Tasks() {}
}
