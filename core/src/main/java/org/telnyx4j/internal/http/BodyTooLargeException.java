package org.telnyx4j.internal.http;

import java.io.IOException;

/** A response's body is larger than the client may read. */
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(int limit) {
        super("The response's body is larger than the limit of " + limit + " bytes");
    }
}
