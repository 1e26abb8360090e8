package org.telnyx4j.events;

import java.util.List;
import org.telnyx4j.internal.events.EventBody;

/**
 * An event whose payload has a class.
 *
 * @param <P> the generated class of the payload
 */
abstract class TypedEvent<P> extends BaseEvent {
    private final EventBody.Reading<P> reading;

    TypedEvent(EventBody body, Class<P> type) {
        super(body);
        this.reading = body.payload(type);
    }

    /**
     * Returns what the event tells, with every field of the specification.
     *
     * @return the payload itself, not a copy; without the fields that {@link #unreadableFields()} names
     */
    public final P payload() {
        return reading.value();
    }

    @Override
    public final List<String> unreadableFields() {
        return reading.unreadableFields();
    }
}
