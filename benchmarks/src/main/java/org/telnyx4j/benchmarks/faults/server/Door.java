package org.telnyx4j.benchmarks.faults.server;

/** Where a send knocks: which port, and through whose connections. */
public enum Door {
    /** The ordinary port, through the client that most faults share. */
    SHARED,
    /** The ordinary port, through a client of the fault's own, so that its used connections hit nobody else. */
    OWN,
    /** The ordinary port, through a client of the fault's own that has a single connection. */
    NARROW,
    /** The ordinary port, through a client that leaves its only connection alone for a moment before each send. */
    IDLE,
    /** A port at which nobody listens. */
    CLOSED,
    /** A port that closes every second connection without reading from it. */
    SLAMMED,
    /** A port that speaks TLS. */
    TLS,
    /** A port that speaks HTTP/2 over TLS, through the client that all of its senders share. */
    HTTP_2,
    /** A port that speaks TLS, and breaks three of four handshakes off. */
    TLS_CUT;

    /** Tells whether the port speaks TLS. */
    public boolean isTls() {
        return this == TLS || this == TLS_CUT || this == HTTP_2;
    }
}
