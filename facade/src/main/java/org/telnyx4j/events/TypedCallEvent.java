package org.telnyx4j.events;

import java.util.Optional;
import org.telnyx4j.internal.events.EventBody;
import org.telnyx4j.internal.voice.ClientState;
import org.telnyx4j.internal.voice.VoiceChecks;
import org.telnyx4j.voice.CallControlId;

/**
 * An event of a call.
 *
 * @param <P> the generated class of the payload
 */
abstract class TypedCallEvent<P> extends TypedEvent<P> {
    TypedCallEvent(EventBody body, Class<P> type) {
        super(body, type);
    }

    public final Optional<CallControlId> callControlId() {
        return body.payloadText("call_control_id")
                .filter(id -> VoiceChecks.callControlId(id) == null)
                .map(CallControlId::of);
    }

    public final Optional<String> callLegId() {
        return body.payloadText("call_leg_id");
    }

    public final Optional<String> callSessionId() {
        return body.payloadText("call_session_id");
    }

    public final Optional<String> clientState() {
        return body.payloadText("client_state").map(ClientState::decode);
    }
}
