package org.telnyx4j.openapi.changes;

/** What a change means for a program that uses the client. The later, the worse. */
public enum Impact {
    /** Nothing has to be done: something can be used that wasn't there. */
    COMPATIBLE,
    /** The program compiles as before, but the API behaves differently towards it. */
    BEHAVIOUR,
    /** A program may not compile any more, or its requests may be refused. */
    BREAKING
}
