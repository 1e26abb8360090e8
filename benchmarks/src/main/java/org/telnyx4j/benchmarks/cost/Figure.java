package org.telnyx4j.benchmarks.cost;

import java.util.Locale;

/**
 * One thing that is measured of each way, and what it should be for this library.
 *
 * @param key its name in the file of results
 * @param title what the tables show
 * @param unit the unit of the values
 * @param isMoreBetter whether a larger value is the better one
 * @param against the way to which it is compared for the goal
 * @param factor the goal, as a multiple of that way's value; 0 for none
 * @param limit the goal, as a value; 0 for none
 */
record Figure(
        String key, String title, String unit, boolean isMoreBetter, String against, double factor, double limit) {
    static Figure atMost(String key, String title, String unit, double factor) {
        return new Figure(key, title, unit, false, Ways.FLOOR, factor, 0);
    }

    static Figure atLeast(String key, String title, String unit, double factor) {
        return new Figure(key, title, unit, true, Ways.FLOOR, factor, 0);
    }

    Figure comparedTo(String way) {
        return new Figure(key, title, unit, isMoreBetter, way, factor, limit);
    }

    Figure limitedTo(double value) {
        return new Figure(key, title, unit, isMoreBetter, against, factor, value);
    }

    /** Returns whether this library reaches the goal. */
    boolean isReached(double library, double other) {
        boolean asGood = factor == 0 || (isMoreBetter ? library >= factor * other : library <= factor * other);
        return asGood && (limit == 0 || library <= limit);
    }

    String goal() {
        String relative = factor == 0
                ? ""
                : String.format(Locale.ROOT, "%s %.2f x %s", isMoreBetter ? ">=" : "<=", factor, against);
        String absolute = limit == 0 ? "" : "<= " + Report.value(limit) + " " + unit;
        return relative.isEmpty() || absolute.isEmpty() ? relative + absolute : relative + ", " + absolute;
    }
}
