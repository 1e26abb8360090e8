package org.telnyx4j.json;

import org.jspecify.annotations.Nullable;

/**
 * What the value of a field, or an item of a list, can be on the wire. Immutable. Models and enums are types themselves;
 * {@link JsonTypes} has all others.
 */
public class JsonType {
    /** The kinds of values. Each has one class of values in Java. */
    public enum Kind {
        /** A JSON string; {@link String}. */
        TEXT,
        /** A JSON boolean; {@link Boolean}. */
        BOOL,
        /** A whole number of 32 bits; {@link Integer}. */
        INT32,
        /** A whole number of 64 bits; {@link Long}. */
        INT64,
        /** A number with all of its digits; {@link java.math.BigDecimal}. */
        DECIMAL,
        /** An RFC 3339 time; {@link java.time.OffsetDateTime}. */
        DATE_TIME,
        /** A date; {@link java.time.LocalDate}. */
        DATE,
        /** A whole number of seconds; {@link java.time.Duration}. */
        SECONDS,
        /** A whole number of milliseconds; {@link java.time.Duration}. */
        MILLISECONDS,
        /** A whole number of minutes; {@link java.time.Duration}. */
        MINUTES,
        /** Any JSON: maps, lists, strings, numbers and booleans. */
        ANY,
        /** An {@link OpenEnum}. */
        ENUM,
        /** A {@link JsonModel}. */
        MODEL,
        /** A JSON array; {@link java.util.List}. */
        LIST,
        /** A JSON object with keys of the caller's own; {@link java.util.Map}. */
        MAP
    }

    private final Kind kind;
    private final @Nullable JsonType item;

    JsonType(Kind kind, @Nullable JsonType item) {
        this.kind = kind;
        this.item = item;
    }

    /**
     * Returns the kind of the values.
     *
     * @return the kind
     */
    public final Kind kind() {
        return kind;
    }

    /**
     * Returns the type of a list's items or of a map's values. For an enum it is the type of its values on the wire.
     *
     * @return the type, or null for all other kinds
     */
    public final @Nullable JsonType item() {
        return item;
    }
}
