package org.telnyx4j.internal.http;

import java.net.SocketException;
import org.apache.hc.core5.http2.H2Error;

/** The server breaks the HTTP/2 protocol, so its connection or a stream of it cannot go on. Quotes nothing that came. */
final class Http2ErrorException extends SocketException {
    private static final long serialVersionUID = 1L;

    private final H2Error error;

    /**
     * Creates the exception.
     *
     * @param error what the server is told
     * @param problem what is wrong
     */
    Http2ErrorException(H2Error error, String problem) {
        super(problem + " (" + error.name() + ")");
        this.error = error;
    }

    int code() {
        return error.getCode();
    }
}
