package org.telnyx4j.sandbox;

import java.util.List;

/**
 * The webhooks that the sandbox sends, in the order in which things happened. Safe for concurrent use.
 *
 * <p>Each event is sent with {@code POST} to the URL of the message, of the call, or of the messaging profile, signed with
 * the key of {@link TelnyxSandbox#publicKey()}. A try has failed if there is no response with a status from 200 to 299
 * within 2 seconds; these run in real time on a manual clock, too. Up to three tries are made for a URL, then as many for
 * the failover URL; a call's {@code webhook_retries_policies} take the place of that. Telnyx documents no pause between
 * the tries: the sandbox takes 1 second before the second and 2 seconds before the third, by its own clock, and goes to the
 * failover URL at once. {@code meta.attempt} counts the tries of a URL.
 *
 * <p>Events for the same host and port are sent in the order in which they happened: one starts when the receiver has responded to
 * the one before, or 250 milliseconds after that was sent. Real webhooks come in any order, more than once and at the same
 * time; {@link #disorder} asks for that.
 */
public interface SandboxWebhooks {

    /** Returns all events, oldest first, whether or not there was a URL for them; a copy that doesn't change any more. */
    List<SandboxEvent> events();

    /** Returns all tries, oldest first; a copy that doesn't change any more. */
    List<SandboxDelivery> deliveries();

    /**
     * Sends an event again, with its id and the tries of a new one.
     *
     * @throws IllegalArgumentException if there is no event with this id, or there was no URL for it
     */
    void redeliver(String eventId);

    /** Changes how the events from now on arrive; {@link WebhookDisorder#NONE} goes back to good order. */
    void disorder(WebhookDisorder disorder);

    /**
     * Sets where those events go that nothing else has a URL for: neither the message nor its messaging profile, neither the
     * call nor its connection.
     *
     * @param url the URL
     */
    void defaultUrl(String url);
}
