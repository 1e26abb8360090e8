package org.telnyx4j.outbox;

/** Where tests let a worker end, or wait, between two steps. Does nothing outside of tests. */
interface Seams {
    Seams NONE = point -> {};

    /** The points between the steps of a send. */
    enum Point {
        BEFORE_CLAIM,
        AFTER_CLAIM,
        AFTER_RESPONSE,
        AFTER_COMMIT
    }

    void reached(Point point);
}
