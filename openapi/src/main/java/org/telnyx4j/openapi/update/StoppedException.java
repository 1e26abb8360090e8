package org.telnyx4j.openapi.update;

/** Says that an update can't go on because our own code needs what it lacks. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoppedException(String message) {
        super(message);
    }
}
