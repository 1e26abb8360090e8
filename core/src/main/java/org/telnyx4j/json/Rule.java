package org.telnyx4j.json;

import java.util.List;

/**
 * How fields of a request go together. Immutable.
 *
 * @param kind what is asked of them
 * @param fields their names on the wire
 */
public record Rule(Kind kind, List<String> fields) {
    /** The kinds of rules. */
    public enum Kind {
        /** One of the fields must be set, and no other of them. */
        EXACTLY_ONE_OF,
        /** No two of the fields can be set. */
        AT_MOST_ONE_OF,
        /** One of the fields must be set. */
        AT_LEAST_ONE_OF,
        /** The first field must be set where one of the others is set; where that is a boolean, if it is true. */
        REQUIRED_WITH,
        /** The first field must not be greater than the second. */
        ASCENDING
    }

    /** Copies the names. */
    public Rule {
        fields = List.copyOf(fields);
    }
}
