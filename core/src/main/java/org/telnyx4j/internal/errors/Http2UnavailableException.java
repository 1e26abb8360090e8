package org.telnyx4j.internal.errors;

import javax.net.ssl.SSLException;

/** Only HTTP/2 is wanted, and the server, or what is before it, does not offer it. */
public final class Http2UnavailableException extends SSLException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public Http2UnavailableException() {
        super("the server does not offer HTTP/2");
    }
}
