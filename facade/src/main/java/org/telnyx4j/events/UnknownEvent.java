package org.telnyx4j.events;

import java.util.Map;
import org.telnyx4j.internal.events.EventBody;

/** An event of a type that this edition of the library has no class for, such as one that Telnyx has added since. */
public final class UnknownEvent extends BaseEvent implements WebhookEvent {
    UnknownEvent(EventBody body) {
        super(body);
    }

    /**
     * Returns what the event tells. {@link #rawBody()} has it as JSON.
     *
     * @return the event's {@code payload}, or all fields of an event that has none: texts, numbers, booleans, lists, maps
     *     and nulls, read anew with each call; unmodifiable
     */
    public Map<String, Object> fields() {
        return body.fields();
    }
}
