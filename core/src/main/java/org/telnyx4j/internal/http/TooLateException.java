package org.telnyx4j.internal.http;

import java.net.SocketTimeoutException;

/** Too little time was left to send the request, so it was not sent. */
final class TooLateException extends SocketTimeoutException {
    private static final long serialVersionUID = 1L;

    TooLateException() {
        super("Too little time was left to send the request and get a response");
    }
}
