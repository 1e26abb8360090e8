package org.telnyx4j.events;

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
     * @throws Exception if it could not be handled; {@link EventRouter} tells what happens then
     */
    void handle(E event) throws Exception;
}
