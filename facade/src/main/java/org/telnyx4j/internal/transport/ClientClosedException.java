package org.telnyx4j.internal.transport;

/** Something was to be sent with a client that is closed. */
public final class ClientClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ClientClosedException() {
        super("This Telnyx client is closed");
    }
}
