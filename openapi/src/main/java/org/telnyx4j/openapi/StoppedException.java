package org.telnyx4j.openapi;

/** Says that an update can't go on because our own code needs what it lacks. */
final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException(String message) {
        super(message);
    }
}
