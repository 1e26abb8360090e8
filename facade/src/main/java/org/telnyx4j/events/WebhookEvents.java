package org.telnyx4j.events;

import java.util.Objects;
import org.telnyx4j.internal.events.EventBody;
import org.telnyx4j.webhooks.VerifiedWebhook;

/** Turns verified webhooks into events. */
public final class WebhookEvents {
    private WebhookEvents() {}

    /**
     * Reads a webhook, once. Never fails: a type that is not known gives an {@link UnknownEvent}, a body that is no event
     * at all an {@link UnreadableEvent}, and a field with a wrong value is left out of the payload and named in {@link
     * WebhookEvent#unreadableFields()}. May be called by any number of threads at a time.
     *
     * @param webhook what the verifier returned
     * @return the event
     */
    public static WebhookEvent parse(VerifiedWebhook webhook) {
        EventBody body = EventBody.read(Objects.requireNonNull(webhook, "webhook"));
        return switch (body.kind()) {
            case JSON -> EventTable.eventOf(body);
            case FORM -> new TexmlCallback(body);
            case UNREADABLE -> new UnreadableEvent(body);
        };
    }
}
