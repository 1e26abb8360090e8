package org.telnyx4j.broadcast;

import org.telnyx4j.messaging.SmsSegments;

/**
 * The message of a row.
 *
 * @param line the line on which the row begins
 * @param to the recipient in E.164
 * @param text what is sent
 * @param segments what it takes
 */
record RowMessage(long line, String to, String text, SmsSegments segments) implements CheckedRow {
    /** Shows the line alone; the rest is private. */
    @Override
    public String toString() {
        return "RowMessage[line=" + line + "]";
    }
}
