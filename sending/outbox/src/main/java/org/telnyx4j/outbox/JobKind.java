package org.telnyx4j.outbox;

import org.telnyx4j.internal.database.EnumNames;

/** What a job is. The kinds differ in what may be done where it is unknown whether a request was carried out. */
public enum JobKind {
    /** A message. Sent twice, it would arrive twice: it is never sent again where that is unknown. */
    MESSAGE,
    /**
     * A call command or a dial. Telnyx carries out one command id once within 60 seconds, so that it is sent again with
     * the same id for a part of that time.
     */
    CALL_COMMAND,
    /** An order of numbers. Where it is unknown, it is looked up by its customer reference. */
    NUMBER_ORDER,
    /**
     * A newer edition enqueued a kind that this edition does not know; {@link JobInfo#kindName} has its name. This edition
     * carries no such job out. Never in the database itself.
     */
    OTHER;

    /** Returns the kind that a row has. */
    static JobKind of(String name) {
        return EnumNames.read(name, OTHER);
    }
}
