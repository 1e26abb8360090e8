package org.telnyx4j.voice;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.internal.privacy.Mask;
import org.telnyx4j.json.JsonModel;

/** Reads the ids that results have from requests and responses. */
final class CallIds {
    private CallIds() {}

    /** Returns the id of a leg that must have one. */
    static CallControlId callControlId(@Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("call_control_id must be set");
        }
        return CallControlId.of(value);
    }

    /** Returns the command id that was sent in the request of a response. */
    static @Nullable String commandId(@Nullable ApiResponse<?> response) {
        JsonModel body = response == null ? null : response.request().body();
        return body != null && body.get("command_id") instanceof String commandId ? commandId : null;
    }

    /** Returns as much of an id as may be shown. */
    static String shown(@Nullable String id) {
        return id == null ? "none" : Mask.identifier(id);
    }
}
