package org.telnyx4j.internal.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.internal.privacy.SensitiveValues;
import org.telnyx4j.json.JsonModel;

/** Reads what the exchange needs to know from the models of a request. */
final class RequestModels {
    private RequestModels() {}

    /** Returns a field by its wire name, or null where it is not set, blank, or not a string. */
    static @Nullable String text(JsonModel model, String name) {
        return model.get(name) instanceof String text && !text.isBlank() ? text : null;
    }

    /** Returns the values of a request that must not show in a message. */
    static List<String> sensitiveValues(ApiRequest<?> request) {
        List<String> values = new ArrayList<>();
        if (request.query() != null) {
            values.addAll(SensitiveValues.of(request.query()));
        }
        if (request.body() != null) {
            values.addAll(SensitiveValues.of(request.body()));
        }
        return values;
    }
}
