package org.telnyx4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares two JSON values by what they mean: numbers by value, times by instant; null is the same as not there. */
final class Differences {
    private Differences() {}

    /** Returns where the second differs from the first. */
    static List<String> between(JsonNode expected, JsonNode actual) {
        List<String> found = new ArrayList<>();
        compare("", expected, actual, found);
        return found;
    }

    private static void compare(String where, JsonNode expected, JsonNode actual, List<String> found) {
        // An empty time is read as none.
        boolean isEmpty = expected.isTextual() && expected.textValue().isEmpty();
        if ((isNothing(expected) || isEmpty) && isNothing(actual)) {
            return;
        }
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new TreeSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(where + "/" + name, expected.path(name), actual.path(name), found));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(where + "/" + i, expected.get(i), actual.get(i), found);
            }
        } else if (!equal(expected, actual)) {
            found.add(where + " is " + actual + " instead of " + expected);
        }
    }

    private static boolean equal(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        OffsetDateTime time = time(expected);
        return time == null ? expected.equals(actual) : time.equals(time(actual));
    }

    private static @Nullable OffsetDateTime time(JsonNode node) {
        try {
            return node.isTextual() ? OffsetDateTime.parse(node.textValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
