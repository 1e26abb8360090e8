package org.telnyx4j.events.routing;

import org.telnyx4j.events.WebhookEvent;

/**
 * Handles events of one class. Called by many threads at a time.
 *
 * @param <E> the class
 */
@FunctionalInterface
public interface EventHandler<E extends WebhookEvent> {
    /**
     * Handles an event.
     *
     * @param event the event
     * @throws Exception if it could not be handled; {@link EventRouter} describes what happens then
     */
    void handle(E event) throws Exception;
}
