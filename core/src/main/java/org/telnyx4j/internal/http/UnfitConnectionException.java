package org.telnyx4j.internal.http;

import java.net.SocketException;

/** A connection has something to read before anything was sent on it, or the server has closed it. */
final class UnfitConnectionException extends SocketException {
    private static final long serialVersionUID = 1L;

    UnfitConnectionException() {
        super("The server closed the connection, or wrote something without having been asked");
    }
}
