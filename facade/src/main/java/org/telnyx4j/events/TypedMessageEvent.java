package org.telnyx4j.events;

import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.internal.events.EventBody;
import org.telnyx4j.messaging.MessageResult;

/** An event whose payload is a message. */
abstract class TypedMessageEvent extends TypedEvent<MessagePayload> {
    TypedMessageEvent(EventBody body) {
        super(body, MessagePayload.class);
    }

    public final MessageResult message() {
        return new MessageResult(payload(), null, null);
    }
}
