package org.telnyx4j.spring.webhooks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.aot.hint.annotation.Reflective;

/**
 * Lets a method of a bean handle events of the webhook endpoint. It has one parameter, whose type decides which events it
 * gets: one event such as {@code CallEvent.Answered}, a family such as {@code CallEvent}, or {@code WebhookEvent} for all
 * that no other method takes. The most specific method gets an event, and only that one. One such method switches the
 * endpoint on.
 *
 * <pre>{@code
 * @Component
 * class Replies {
 *     @TelnyxEventHandler
 *     void received(MessageEvent.Received event) { … }
 * }
 * }</pre>
 *
 * <p>The method need not be public, and is called by many threads at a time. If it throws, the response is an error
 * and Telnyx delivers the event again; if it takes longer than 2 s, Telnyx does so, too. What it returns is not used.
 */
@Documented
@Reflective
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TelnyxEventHandler {
    /**
     * Names a type of event that has no class, such as {@code fax.received}. The parameter is then a {@code WebhookEvent}.
     *
     * @return the type as Telnyx names it, or empty where the parameter decides
     */
    String type() default "";
}
