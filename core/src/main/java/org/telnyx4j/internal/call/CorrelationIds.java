package org.telnyx4j.internal.call;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.json.JsonModel;

/**
 * The ids of a request by which its effect can be recognised, should the response be lost. Immutable.
 *
 * @param commandId the {@code command_id} of the body, or null where it has none
 * @param customerReference the {@code customer_reference} of the body, or null where it has none
 * @param correlationToken the token in the webhook URL of the body, or null where the call has none
 */
public record CorrelationIds(
        @Nullable String commandId,
        @Nullable String customerReference,
        @Nullable CorrelationToken correlationToken) {
    /** No ids. */
    public static final CorrelationIds NONE = new CorrelationIds(null, null, null);

    /**
     * Reads the ids of a request.
     *
     * @param body the body, or null
     * @param options the options of the call
     * @return the ids; a blank one counts as not set
     */
    public static CorrelationIds of(@Nullable JsonModel body, RequestOptions options) {
        if (body == null) {
            return NONE;
        }
        String commandId = RequestModels.text(body, "command_id");
        String reference = RequestModels.text(body, "customer_reference");
        CorrelationToken token = options.correlationToken().orElse(null);
        return commandId == null && reference == null && token == null
                ? NONE
                : new CorrelationIds(commandId, reference, token);
    }

    /** Leaves the values out. */
    @Override
    public String toString() {
        return "CorrelationIds";
    }
}
