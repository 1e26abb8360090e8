package org.telnyx4j.events.routing;

import java.util.Objects;
import org.telnyx4j.events.TexmlCallback;
import org.telnyx4j.events.UnknownEvent;
import org.telnyx4j.events.UnreadableEvent;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.generated.event.EventTypes;
import org.telnyx4j.internal.events.ParsedEventBody;
import org.telnyx4j.webhooks.VerifiedWebhook;

/** Reads verified webhooks, and events that the application has stored. */
public final class WebhookEvents {
    private WebhookEvents() {}

    /**
     * Reads a webhook. Never fails: an unknown type returns an {@link UnknownEvent}, a body that is no event an {@link
     * UnreadableEvent}, and a field of the wrong type is absent from the payload and named in {@link
     * WebhookEvent#unreadableFields()}. Safe for use by any number of threads.
     *
     * @param webhook what the verifier returned
     * @return the event
     */
    public static WebhookEvent parse(VerifiedWebhook webhook) {
        return EventTypes.eventOf(
                ParsedEventBody.read(Objects.requireNonNull(webhook, "webhook").body()));
    }

    /**
     * Reads an event that the application stored as {@link WebhookEvent#toJson()}, such as the payload of a job. It
     * verifies nothing: what came over the network belongs to {@link #parse}. Of a {@link TexmlCallback} it restores the
     * fields, but not the encoding of the form; of an {@link UnreadableEvent} nothing was stored.
     *
     * @param json the event as JSON
     * @return the event, of the class that it had, or of the class that has been added for its type since
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     */
    public static WebhookEvent fromJson(String json) {
        return EventTypes.eventOf(ParsedEventBody.fromJson(Objects.requireNonNull(json, "json")));
    }
}
