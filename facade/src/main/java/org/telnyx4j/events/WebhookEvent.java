package org.telnyx4j.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.telnyx4j.webhooks.VerifiedWebhook;

/**
 * What one webhook tells. {@link WebhookEvents#parse(VerifiedWebhook)} makes events, and nothing else does, so every
 * event was verified. Each type of event that the specification knows has a class of its own with a payload of its own;
 * {@link UnknownEvent} stands for the types that Telnyx has added since.
 *
 * <p>The family is sealed. From Java 21 on a {@code switch} over it needs no default:
 *
 * <pre>{@code
 * switch (event) {
 *     case MessageEvent.Received received -> reply(received.message());
 *     case MessageEvent outbound -> tracker.record(outbound);
 *     case CallEvent.Answered answered -> greet(answered.callControlId(), answered.payload());
 *     case CallEvent other -> {}
 *     case NumberEvent.OrderCompleted order -> use(order.order());
 *     case MessageLinkClicked click -> count(click.payload());
 *     case TexmlCallback callback -> log(callback.callSid());
 *     case UnknownEvent unknown -> log(unknown.type());
 *     case UnreadableEvent unreadable -> log(unreadable.reason());
 * }
 * }</pre>
 *
 * <p>Events can come twice, late, at the same time and in any order. They are safe for use by any number of threads as
 * long as nobody changes a payload. Their {@code toString} tells type, id, time and attempt; all else is private.
 */
public sealed interface WebhookEvent
        permits CallEvent, MessageEvent, MessageLinkClicked, NumberEvent, TexmlCallback, UnknownEvent, UnreadableEvent {
    /**
     * Returns the id of the event, which is the same in all its deliveries.
     *
     * @return the id; empty for {@link TexmlCallback}, {@link MessageLinkClicked}, {@link UnreadableEvent} and whatever
     *     else came without one
     */
    Optional<String> id();

    /**
     * Returns the type of the event as Telnyx names it.
     *
     * @return such as {@code call.answered}; the type of the record, such as {@code link_clicked}, for an event that has
     *     no type of its own; {@code texml}, {@code unreadable} or {@code unknown} where there is neither
     */
    String type();

    /**
     * Returns when it happened, by Telnyx's clock.
     *
     * @return the time, or empty where the event does not say it in RFC 3339
     */
    Optional<Instant> occurredAt();

    /**
     * Returns which attempt at delivery this is.
     *
     * @return the number, from 1; empty where the event does not say it
     */
    OptionalInt attempt();

    /**
     * Returns the URL that Telnyx delivered to. It comes from the account's settings and may hold secrets of them.
     *
     * @return the URL as it came, or empty where the event does not say it
     */
    Optional<String> deliveredTo();

    /**
     * Names the fields of the payload that could not be read as the specification says, such as a text where a number
     * should be. They are absent from the payload; all others are there.
     *
     * @return JSON pointers from the payload on, such as {@code /to/0/status}, or the empty text for the payload as a
     *     whole; an unmodifiable list, nearly always empty
     */
    List<String> unreadableFields();

    /**
     * Returns the webhook that brought the event, with its raw body.
     *
     * @return the verified webhook
     */
    VerifiedWebhook webhook();

    /**
     * Returns the whole body as text: JSON, apart from {@link TexmlCallback} and {@link UnreadableEvent}.
     *
     * @return the body, decoded anew with each call; bytes that are not UTF-8 show as replacement characters
     */
    default String rawBody() {
        return new String(webhook().body(), StandardCharsets.UTF_8);
    }
}
