package org.telnyx4j.openapi.update;

/** How a run ended. */
public enum UpdateOutcome {
    /** The specification is what it was. */
    UNCHANGED(0),
    /** Programs that use the client go on as before. */
    COMPATIBLE(10),
    /** Some may have to be changed. */
    BREAKING(20),
    /** Something is wrong; nothing was written. */
    FAILED(1),
    /** The command line is wrong. */
    MISUSED(2);

    private final int exitCode;

    UpdateOutcome(int exitCode) {
        this.exitCode = exitCode;
    }

    /** Returns the exit code of the process. */
    public int exitCode() {
        return exitCode;
    }
}
