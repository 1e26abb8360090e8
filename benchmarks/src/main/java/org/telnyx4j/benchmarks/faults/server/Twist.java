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
    HIDDEN;

    /** Returns one of all, so that numbers in a row go through them again and again. */
    public static Twist ofNumber(int number) {
        List<Twist> all = List.of(values());
        return all.get(number % all.size());
    }
}
