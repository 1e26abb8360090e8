package org.telnyx4j.broadcast;

/** Nothing can be sent; the message says why and what to do, and has nothing private in it. */
final class NotStartedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotStartedException(String message) {
        super(message);
    }

    NotStartedException(String message, Throwable cause) {
        super(message, cause);
    }
}
