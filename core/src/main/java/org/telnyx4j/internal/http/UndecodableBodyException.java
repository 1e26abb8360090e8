package org.telnyx4j.internal.http;

import java.io.IOException;

/** A response's body is not what its content coding declares. */
public final class UndecodableBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    UndecodableBodyException(IOException cause) {
        super("The response's body is not compressed as its headers declare", cause);
    }
}
