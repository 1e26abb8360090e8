package org.telnyx4j.internal.call;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.json.JsonModel;

/**
 * The ids in a request by which its effect can be recognised, should the response be lost. Immutable.
 *
 * @param commandId the {@code command_id} of the body, or null where it has none
 * @param customerReference the {@code customer_reference} of the body, or null where it has none
 */
public record CorrelationIds(
        @Nullable String commandId, @Nullable String customerReference) {
    /** No ids. */
    public static final CorrelationIds NONE = new CorrelationIds(null, null);

    /**
     * Reads the ids from the body of a request.
     *
     * @param body the body, or null
     * @return the ids; a blank one counts as not set
     */
    public static CorrelationIds of(@Nullable JsonModel body) {
        if (body == null) {
            return NONE;
        }
        String commandId = RequestModels.text(body, "command_id");
        String reference = RequestModels.text(body, "customer_reference");
        return commandId == null && reference == null ? NONE : new CorrelationIds(commandId, reference);
    }

    /** Leaves the values out. */
    @Override
    public String toString() {
        return "CorrelationIds";
    }
}
