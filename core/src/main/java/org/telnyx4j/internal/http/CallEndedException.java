package org.telnyx4j.internal.http;

import java.io.IOException;

/** A call was ended by us while its response's body was being read. */
public final class CallEndedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    CallEndedException(Reason reason, IOException cause) {
        super("ended for " + reason, cause);
        this.reason = reason;
    }

    /**
     * Returns why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /** Why a call was ended. */
    public enum Reason {
        /** Its time was up. */
        DEADLINE,
        /** Its thread was interrupted. */
        INTERRUPTED
    }
}
