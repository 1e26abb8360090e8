/**
 * Webhooks in a Spring Boot application. A method of a bean with {@link org.telnyx4j.spring.webhooks.TelnyxEventHandler}, a
 * bean of type {@link org.telnyx4j.spring.webhooks.EventRouterCustomizer} or one of type {@link
 * org.telnyx4j.webhooks.WebhookHandler} switches the endpoint on, at {@code telnyx.webhooks.path}; so does {@code
 * telnyx.webhooks.enabled=true}, and {@code false} switches it off in any case.
 *
 * <p><b>What happens to a request.</b> In a servlet container a filter, in WebFlux a web filter responds to requests for
 * exactly this path, and touches no other. It comes before all other filters that could read the body, since what was
 * signed are the bytes as they came. So it also comes before Spring Security: the signature is the authentication, no rule
 * has to permit the path, and there is no exception from CSRF protection to be made. An application whose filters have to see webhooks first
 * sets {@code telnyx.webhooks.order}; behind Spring Security (order -100) it then has to permit the path and to ignore it
 * in CSRF protection, which would read the parameters of a form, and so the body. The responses are those of {@link
 * org.telnyx4j.webhooks.WebhookReceiver}.
 *
 * <p><b>Where handlers run.</b> On the thread of the request; in WebFlux, where that thread must not block, on Reactor's
 * scheduler for blocking work. The response goes out when the handler has returned, and Telnyx waits 2 s for it. With
 * {@code telnyx.webhooks.executor} the event is acknowledged first, with the consequences that {@link
 * org.telnyx4j.events.routing.EventRouter} describes.
 */
@NullMarked
package org.telnyx4j.spring.webhooks;

import org.jspecify.annotations.NullMarked;
