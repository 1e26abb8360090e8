package org.telnyx4j.internal.errors;

import java.net.ConnectException;

/** The proxy refused the tunnel to the server. */
public final class ProxyRefusalException extends ConnectException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Creates the exception.
     *
     * @param status the proxy's HTTP status
     */
    public ProxyRefusalException(int status) {
        super("the proxy refused the tunnel (HTTP " + status + ")");
        this.status = status;
    }

    /** Returns whether another try would be refused, too: the proxy said no, and not that it had a failure. */
    boolean isFinal() {
        return status >= 400 && status < 500 && status != 408 && status != 425 && status != 429;
    }

    boolean isAboutCredentials() {
        return status == 407;
    }
}
