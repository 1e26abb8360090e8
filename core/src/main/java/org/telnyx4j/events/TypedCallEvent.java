package org.telnyx4j.events;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.internal.json.Base64Text;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/**
 * An event of one leg of a call.
 *
 * @param <P> the class of the payload
 */
public abstract class TypedCallEvent<P extends JsonModel> extends TypedEvent<P> implements CallCorrelation {
    /**
     * Creates an event. For generated code.
     *
     * @param body what was read of the webhook
     * @param type the type of the payload
     */
    protected TypedCallEvent(EventBody body, ModelType<P> type) {
        super(body, type);
    }

    @Override
    public final Optional<CallControlId> callControlId() {
        return body.payloadText("call_control_id")
                .filter(id -> TextRules.callControlId(id) == null)
                .map(CallControlId::of);
    }

    @Override
    public final Optional<String> callLegId() {
        return body.payloadText("call_leg_id");
    }

    @Override
    public final Optional<String> callSessionId() {
        return body.payloadText("call_session_id");
    }

    @Override
    public final Optional<String> clientState() {
        @Nullable String encoded = body.payloadText("client_state").orElse(null);
        return Optional.ofNullable(Base64Text.decode(encoded));
    }
}
