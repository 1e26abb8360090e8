package org.telnyx4j.errors;

/** Why no response arrived. */
public enum NetworkFailure {
    /** The connection could not be had, or broke. */
    CONNECTION,
    /**
     * The connection cannot be had as things are set up: a certificate is not trusted, the port does not speak TLS, the
     * proxy refuses. Another try would end the same way; the message names what to change.
     */
    SETUP,
    /** The server refused the request unread, which it can over HTTP/2: it was certainly not carried out. */
    REFUSED,
    /** The call's total deadline passed. */
    DEADLINE,
    /** The calling thread was interrupted; its interrupt flag is set again. */
    INTERRUPTED,
    /** The client was closed; nothing was sent. */
    CLIENT_CLOSED
}
