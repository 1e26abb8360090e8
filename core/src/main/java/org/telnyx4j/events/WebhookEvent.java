package org.telnyx4j.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.ids.CorrelationToken;

/**
 * What one webhook reports. Each type of event that the specification has is a class of its own with a payload of its
 * own, in a sealed family such as {@code CallEvent} or {@code MessageEvent}; {@link UnknownEvent} stands for the types
 * that Telnyx has added since, {@link TexmlCallback} for the callbacks of TeXML applications, and {@link
 * UnreadableEvent} for a body that is no event.
 *
 * <p>Events can come twice, late, at the same time and in any order. They are immutable and safe for use by any number
 * of threads. Their {@code toString} contains type, id, time and attempt; all else is private.
 */
public interface WebhookEvent {
    /**
     * Returns the id of the event, which is the same in all its deliveries.
     *
     * @return the id; empty for {@link TexmlCallback}, {@link UnreadableEvent}, clicks on shortened links and whatever
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
     * @return the time, or empty where the event does not contain it in RFC 3339
     */
    Optional<Instant> occurredAt();

    /**
     * Returns which attempt at delivery this is.
     *
     * @return the number, from 1; empty where the event does not contain it
     */
    OptionalInt attempt();

    /**
     * Returns the URL that Telnyx delivered to. It comes from the account's settings and may contain their secrets.
     *
     * @return the URL as it came, or empty where the event does not contain it
     */
    Optional<String> deliveredTo();

    /**
     * Returns the token in the webhook URL of the message that the event is about, by which a send whose response was
     * lost is recognised. It is read from the signed body: the URL that Telnyx delivered to, and the message's own webhook
     * URLs. The query of the HTTP request that brought the event is not signed, so do not take a token from there.
     *
     * @return the token; empty for events that are not about a message that was sent, where there is none, and where
     *     the URLs have several that differ
     */
    Optional<CorrelationToken> correlationToken();

    /**
     * Returns the fields of the payload that came in another type than the specification has for them, such as a string
     * for a number. They are absent from the payload; all others are there.
     *
     * @return JSON pointers from the payload on, such as {@code /to/0/status}, or the empty string for the payload as a
     *     whole; an unmodifiable list, nearly always empty
     */
    List<String> unreadableFields();

    /**
     * Returns the whole body as text: JSON, apart from {@link TexmlCallback} and {@link UnreadableEvent}.
     *
     * @return the body, decoded anew with each call; bytes that are not UTF-8 show as replacement characters
     */
    String rawBody();

    /**
     * Returns the whole event as JSON, to be stored or passed on.
     *
     * @return the body as it came; for {@link TexmlCallback} an object with the fields of the form, for {@link
     *     UnreadableEvent} an empty object
     */
    String toJson();

    /**
     * Returns the whole event as what any JSON library writes. Jackson uses this.
     *
     * @return an unmodifiable map with maps, lists, strings, numbers, booleans and nulls
     */
    Map<String, @Nullable Object> toMap();
}
