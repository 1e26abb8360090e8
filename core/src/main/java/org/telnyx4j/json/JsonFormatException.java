package org.telnyx4j.json;

import java.util.Objects;

/**
 * Thrown when bytes or a string are not the JSON of a model. The message has the place and the kind of the fault. It
 * never quotes what stood there, which may be private.
 */
public final class JsonFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kinds of faults. */
    public enum Fault {
        /** There is nothing, or white space alone. */
        EMPTY("is empty"),
        /** The JSON ends in the middle. */
        INCOMPLETE("ends too early"),
        /** It is not JSON. */
        NOT_JSON("is not JSON"),
        /** There is more after the first value. */
        MORE_THAN_ONE_VALUE("has more than one value"),
        /** It is nested too deeply, or a number, a name or a string is too long. */
        LIMIT("is nested too deeply, or has a number or a string that is too long"),
        /** It is JSON, but no object. */
        NOT_AN_OBJECT("is not an object");

        private final String words;

        Fault(String words) {
            this.words = words;
        }
    }

    private final Fault fault;
    private final String path;
    private final long byteOffset;

    JsonFormatException(Fault fault, String path, long byteOffset) {
        super("The JSON " + fault.words + ", at " + path + (byteOffset < 0 ? "" : " (byte " + byteOffset + ")"));
        this.fault = Objects.requireNonNull(fault, "fault");
        this.path = path;
        this.byteOffset = byteOffset;
    }

    /**
     * Returns what is wrong.
     *
     * @return the kind of the fault
     */
    public Fault fault() {
        return fault;
    }

    /**
     * Returns where the fault is, such as {@code $.data.to[1]}. A name that the specification does not have is shown as
     * {@code *}.
     *
     * @return the path from the root, {@code $}
     */
    public String path() {
        return path;
    }

    /**
     * Returns where the fault is, in bytes from the start.
     *
     * @return the offset, or -1 where it is not known
     */
    public long byteOffset() {
        return byteOffset;
    }
}
