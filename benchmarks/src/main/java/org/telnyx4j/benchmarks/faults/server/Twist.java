package org.telnyx4j.benchmarks.faults.server;

import java.util.List;

/** What becomes of an order of numbers beyond the fault. */
public enum Twist {
    /** It is a success at once. */
    AT_ONCE,
    /** It is pending for a moment, then a success. */
    PENDING,
    /** It is pending for a moment, then a failure: nothing is bought by the first order; the second is a success. */
    FAILS_ONCE,
    /** The first order is refused, because somebody else has just bought the number. */
    TAKEN,
    /** It is a success, and shows in lists of orders only a moment later. */
    SHOWS_LATE,
    /** It is a success, and does not show in lists of orders before the caller has given up. */
    HIDDEN,
    /** A gateway sends the first order twice: it is a success, and the response is the refusal of the copy. */
    COPIED,
    /** The same, and the order shows in lists of orders only a moment later. */
    COPIED_SHOWS_LATE;

    /** What happens to orders without a gateway between. */
    public static final List<Twist> USUAL = List.of(AT_ONCE, PENDING, FAILS_ONCE, TAKEN, SHOWS_LATE, HIDDEN);

    /** What happens to orders behind a gateway that repeats requests. */
    public static final List<Twist> COPIES = List.of(COPIED, COPIED_SHOWS_LATE);
}
