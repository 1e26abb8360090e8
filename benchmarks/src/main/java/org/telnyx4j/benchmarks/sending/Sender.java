package org.telnyx4j.benchmarks.sending;

import java.io.IOException;

/** Sends texts in one of the ways that are compared. Safe for use by any number of threads. */
interface Sender extends AutoCloseable {
    /** What every way sends. */
    String TEXT = "Your order has left the warehouse and will be with you tomorrow before noon.";

    /**
     * Sends a text.
     *
     * @return the id of the message
     */
    String send() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Creates a sender.
     *
     * @param way {@code raw}, {@code floor} or {@code telnyx4j}
     * @param baseUrl where the server is
     */
    static Sender of(String way, String baseUrl) {
        return switch (way) {
            case "raw" -> new RawSender(baseUrl);
            case "floor" -> new FloorSender(baseUrl);
            case "telnyx4j" -> new LibrarySender(baseUrl);
            default -> throw new IllegalArgumentException("Unknown way to send: " + way);
        };
    }
}
