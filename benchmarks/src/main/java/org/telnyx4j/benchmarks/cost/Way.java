package org.telnyx4j.benchmarks.cost;

import java.io.IOException;

/** One way to call the API, of those that are compared. Safe for use by any number of threads. */
public interface Way extends AutoCloseable {
    /** What every way sends. */
    String TEXT = "Your order has left the warehouse and will be with you tomorrow before noon.";

    /**
     * Sends a text.
     *
     * @return the id of the message
     * @throws IOException if there is no usable response
     */
    String send() throws IOException;

    /**
     * Reads all numbers of the account, page by page, and looks at each.
     *
     * @return how many there are
     * @throws IOException if there is no usable response
     */
    default int list() throws IOException {
        throw new UnsupportedOperationException("This way only sends");
    }

    @Override
    void close() throws IOException;
}
