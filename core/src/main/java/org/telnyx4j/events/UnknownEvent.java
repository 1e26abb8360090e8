package org.telnyx4j.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event of a type that this edition of the library has no class for, such as one that Telnyx has added since. */
public final class UnknownEvent extends BaseEvent {
    /**
     * Creates an event. For generated code.
     *
     * @param body what was read of the webhook
     */
    public UnknownEvent(EventBody body) {
        super(body);
    }

    /**
     * Returns what the event reports. {@link #rawBody()} has it as JSON.
     *
     * @return the event's {@code payload}, or all fields of an event that has none: strings, numbers, booleans, lists,
     *     maps and nulls; unmodifiable
     */
    public Map<String, @Nullable Object> fields() {
        return body.fields();
    }
}
