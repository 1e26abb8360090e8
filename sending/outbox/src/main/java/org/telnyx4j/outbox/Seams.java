package org.telnyx4j.outbox;

/** Where tests let a worker end, or wait, between two steps of it or of the start. Does nothing outside of tests. */
interface Seams {
    Seams NONE = point -> {};

    /** The points between the steps of a send, and of a start. */
    enum Point {
        BEFORE_CLAIM,
        AFTER_CLAIM,
        AFTER_RESPONSE,
        AFTER_COMMIT,
        /** The workers run, and the outbox does not have them yet. */
        WORKERS_STARTED
    }

    void reached(Point point);
}
