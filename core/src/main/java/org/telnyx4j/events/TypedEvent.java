package org.telnyx4j.events;

import java.util.List;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/**
 * An event whose payload has a class. The generated client has one subclass for each type of event.
 *
 * @param <P> the class of the payload
 */
public abstract class TypedEvent<P extends JsonModel> extends BaseEvent {
    private final EventBody.Reading<P> reading;

    /**
     * Creates an event. For generated code.
     *
     * @param body what was read of the webhook
     * @param type the type of the payload
     */
    protected TypedEvent(EventBody body, ModelType<P> type) {
        super(body);
        this.reading = body.payload(type);
    }

    /**
     * Returns what the event reports, with every field of the specification.
     *
     * @return the payload, without the fields that {@link #unreadableFields()} names
     */
    public final P payload() {
        return reading.value();
    }

    @Override
    public final List<String> unreadableFields() {
        return reading.unreadableFields();
    }
}
