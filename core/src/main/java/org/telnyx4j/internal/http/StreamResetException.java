package org.telnyx4j.internal.http;

import java.net.SocketException;
import org.apache.hc.core5.http2.H2Error;

/** The server gave up a request over HTTP/2 without a response, or within one. It may have carried the request out. */
final class StreamResetException extends SocketException {
    private static final long serialVersionUID = 1L;

    private StreamResetException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param code the error code of the frame
     * @return the exception
     */
    static StreamResetException of(int code) {
        H2Error error = H2Error.getByCode(code);
        return new StreamResetException(
                "The server reset the stream (" + (error == null ? "code " + code : error.name()) + ")");
    }
}
