package org.telnyx4j.events;

/** Is told when a handler failed, for logs and alarms. Called by many threads at a time. */
@FunctionalInterface
public interface EventErrorHandler {
    /**
     * Takes note of a failure.
     *
     * @param event the event that was not handled
     * @param failure what its handler threw
     */
    void failed(WebhookEvent event, Throwable failure);
}
