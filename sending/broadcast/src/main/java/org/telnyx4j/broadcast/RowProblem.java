package org.telnyx4j.broadcast;

/**
 * Why a row gets no message.
 *
 * @param line the line on which it begins
 * @param kind what is wrong
 * @param words for a person; numbers are masked, and nothing else of the row is in it
 */
record RowProblem(long line, Kind kind, String words) implements CheckedRow {
    /** What is wrong with a row. */
    enum Kind {
        COLUMNS("with too few or too many columns"),
        ENCODING("with bytes that are not of the encoding of the file"),
        NUMBER("without a valid number"),
        VALUE("without a value for the template"),
        TOO_LONG("whose text would be too long"),
        DUPLICATE("whose recipient stands in the file before"),
        OPTED_OUT("whose recipient has opted out");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns what follows the number of rows. */
        String words() {
            return words;
        }
    }
}
