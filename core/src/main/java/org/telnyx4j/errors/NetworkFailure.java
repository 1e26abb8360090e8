package org.telnyx4j.errors;

/** Why no response arrived. */
public enum NetworkFailure {
    /** The connection could not be had, or broke. */
    CONNECTION,
    /** The call's total deadline passed. */
    DEADLINE,
    /** The calling thread was interrupted; its interrupt flag is set again. */
    INTERRUPTED,
    /** The client was closed; nothing was sent. */
    CLIENT_CLOSED
}
