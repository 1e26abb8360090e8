package org.telnyx4j.events.routing;

import org.telnyx4j.events.WebhookEvent;

/** Is called when a handler has failed, for logs and alarms. Called by many threads at a time. */
@FunctionalInterface
public interface EventErrorHandler {
    /**
     * Receives a failure.
     *
     * @param event the event that was not handled
     * @param failure the exception of its handler
     */
    void failed(WebhookEvent event, Throwable failure);
}
