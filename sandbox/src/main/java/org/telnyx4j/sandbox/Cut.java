package org.telnyx4j.sandbox;

/** Where a response breaks off. */
public enum Cut {
    /** Before its first byte. */
    BEFORE_STATUS,
    /** Within its first line. */
    IN_STATUS,
    /** Within its headers. */
    IN_HEADERS,
    /** After the empty line that ends its headers. */
    BEFORE_BODY,
    /** Halfway through its body. */
    IN_BODY,
    /** Before the last byte of its body. */
    BEFORE_LAST_BYTE
}
