package org.telnyx4j.json;

import java.util.Objects;
import org.telnyx4j.json.JsonType.Kind;

/** The types that are neither models nor enums. */
public final class JsonTypes {
    /** A JSON string. */
    public static final JsonType TEXT = new JsonType(Kind.TEXT, null);
    /** A JSON boolean. */
    public static final JsonType BOOL = new JsonType(Kind.BOOL, null);
    /** A whole number of 32 bits. */
    public static final JsonType INT32 = new JsonType(Kind.INT32, null);
    /** A whole number of 64 bits. */
    public static final JsonType INT64 = new JsonType(Kind.INT64, null);
    /** A number with all of its digits. */
    public static final JsonType DECIMAL = new JsonType(Kind.DECIMAL, null);
    /** An RFC 3339 time. */
    public static final JsonType DATE_TIME = new JsonType(Kind.DATE_TIME, null);
    /** A date. */
    public static final JsonType DATE = new JsonType(Kind.DATE, null);
    /** A whole number of seconds. */
    public static final JsonType SECONDS = new JsonType(Kind.SECONDS, null);
    /** A whole number of milliseconds. */
    public static final JsonType MILLISECONDS = new JsonType(Kind.MILLISECONDS, null);
    /** A whole number of minutes. */
    public static final JsonType MINUTES = new JsonType(Kind.MINUTES, null);
    /** Any JSON. */
    public static final JsonType ANY = new JsonType(Kind.ANY, null);

    private JsonTypes() {}

    /**
     * Returns the type of a JSON array.
     *
     * @param item the type of its items
     * @return the type
     */
    public static JsonType list(JsonType item) {
        return new JsonType(Kind.LIST, Objects.requireNonNull(item, "item"));
    }

    /**
     * Returns the type of a JSON object whose keys are not those of a schema.
     *
     * @param value the type of its values
     * @return the type
     */
    public static JsonType map(JsonType value) {
        return new JsonType(Kind.MAP, Objects.requireNonNull(value, "value"));
    }
}
