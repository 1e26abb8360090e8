package org.telnyx4j.spring.webhooks;

import org.telnyx4j.events.routing.EventRouter;

/**
 * Adds handlers to the router of the application's webhook endpoint, or changes it. All beans of this type are called once,
 * in their order ({@code @Order}), after the methods with {@link TelnyxEventHandler} were added. One such bean switches the
 * endpoint on.
 */
@FunctionalInterface
public interface EventRouterCustomizer {
    /**
     * Changes the router.
     *
     * @param router collects the handlers; it has those of the annotated methods
     */
    void customize(EventRouter.Builder router);
}
