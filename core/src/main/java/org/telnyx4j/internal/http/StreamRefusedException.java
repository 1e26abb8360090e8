package org.telnyx4j.internal.http;

import java.net.SocketException;

/**
 * The server has certainly not carried out a request that was sent over HTTP/2: it refused the stream, or named a last
 * stream before it when it went away (RFC 9113, section 8.7).
 */
final class StreamRefusedException extends SocketException {
    private static final long serialVersionUID = 1L;

    private final boolean isInvitation;

    /**
     * Creates the exception.
     *
     * @param reason what the server did
     * @param isInvitation whether it means to be asked again at once, on another connection
     */
    StreamRefusedException(String reason, boolean isInvitation) {
        super(reason);
        this.isInvitation = isInvitation;
    }

    /** Returns whether the server means to be asked again at once: it has only had enough of the connection. */
    boolean isInvitation() {
        return isInvitation;
    }
}
