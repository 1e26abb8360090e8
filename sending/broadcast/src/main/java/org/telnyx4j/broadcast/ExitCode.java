package org.telnyx4j.broadcast;

/** What the command ends with. */
final class ExitCode {
    /** All messages of the file have been accepted by Telnyx, and none is known to have failed. */
    static final int ALL_SENT = 0;

    /** It ran to its end, but some rows were left out, or some messages failed, are unknown or parked. */
    static final int SOME_FAILED = 1;

    /** Nothing was sent by this run: an option, the file, the template, the key or the database can't be used, or no. */
    static final int NOT_STARTED = 2;

    /** It was interrupted; the same command goes on. */
    static final int INTERRUPTED = 3;

    /** It had to stop on the way, such as for a database that is gone; the same command goes on. */
    static final int STOPPED = 4;

    private ExitCode() {}
}
