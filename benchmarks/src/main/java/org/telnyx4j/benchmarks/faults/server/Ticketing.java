package org.telnyx4j.benchmarks.faults.server;

/**
 * Decides how requests fare whose sender knows nothing of tickets, such as the worker of an outbox. Must be safe for use by
 * many threads.
 */
public interface Ticketing {
    /**
     * Returns the ticket of a request.
     *
     * @param isRead whether it only reads
     * @param text the text of the message that it sends, empty where it sends none
     */
    Ticket ticket(boolean isRead, String text);

    /**
     * Is called when a request has been carried out, before any of the response goes out.
     *
     * @param ticket its ticket
     */
    default void carriedOut(Ticket ticket) {}
}
