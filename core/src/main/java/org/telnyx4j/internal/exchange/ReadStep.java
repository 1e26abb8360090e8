package org.telnyx4j.internal.exchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiRequest;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RawResponse;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.errors.BodyProblem;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.http.BodyTooLargeException;
import org.telnyx4j.internal.http.CallEndedException;
import org.telnyx4j.internal.http.UndecodableBodyException;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.json.FieldTable;
import org.telnyx4j.json.JsonFormatException;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/** Reads the body of a success into the model of the operation. */
record ReadStep(CallStep next, ErrorFactory errors) implements CallStep {
    private static final String DATA = "data";
    private static final String ID = "id";
    private static final String META = "meta";
    private static final String TOTAL_PAGES = "total_pages";
    private static final String PAGE_NUMBER = "page[number]";
    private static final String CALL_CONTROL_ID = "call_control_id";
    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    @Override
    public ApiResponse<?> send(Call call, Attempt first) {
        ApiResponse<?> response = next.send(call, first);
        return read(call, response);
    }

    private <T> ApiResponse<T> read(Call call, ApiResponse<T> response) {
        ApiRequest<T> request = response.request();
        ModelType<? extends T> type = request.responseType();
        if (type == null) {
            return response;
        }
        RawResponse raw = response.raw();
        IOException bodyFailure = raw.bodyFailure();
        if (bodyFailure != null) {
            throw unusable(call, response, problem(bodyFailure), bodyFailure);
        }
        if (raw.body().length == 0) {
            if (mayBeEmpty(call)) {
                return new ApiResponse<>(request, raw, type.read(EMPTY_OBJECT), response.attempts());
            }
            throw unusable(call, response, BodyProblem.EMPTY, null);
        }
        try {
            T body = withoutNulls(request, type.read(raw.body()), type);
            if (call.needsData() && lacksData(body, call.isLookup())) {
                throw unusable(call, response, BodyProblem.NO_DATA, null);
            }
            return new ApiResponse<>(request, raw, body, response.attempts());
        } catch (JsonFormatException e) {
            throw unusable(call, response, BodyProblem.NOT_UNDERSTOOD, e);
        }
    }

    /** What is removed needs no response but the status, unless the caller is to get something out of it. */
    private static boolean mayBeEmpty(Call call) {
        return call.operation().method().equals("DELETE") && !call.needsData();
    }

    /**
     * A null in a list of data is no item. It would set the list aside as a whole, and all its items would be lost for it.
     * It stays where the number of items is all that shows whether there is another page.
     */
    private static <T> T withoutNulls(ApiRequest<T> request, T body, ModelType<? extends T> type) {
        boolean isAside =
                body instanceof JsonModel model && model.type().fields().find(DATA) != null;
        Object aside = isAside ? ((JsonModel) body).getAdditionalProperties().get(DATA) : null;
        if (!(aside instanceof List<?> items) || !items.contains(null) || !isCounted(request, (JsonModel) body)) {
            return body;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(((JsonModel) body).toMap());
        fields.put(DATA, items.stream().filter(Objects::nonNull).toList());
        return type.fromMap(fields);
    }

    private static boolean isCounted(ApiRequest<?> request, JsonModel body) {
        JsonModel query = request.query();
        boolean isPage = query != null && query.has(PAGE_NUMBER);
        return !isPage || (body.get(META) instanceof JsonModel meta && meta.get(TOTAL_PAGES) != null);
    }

    private static boolean lacksData(@Nullable Object body, boolean isLookup) {
        if (!(body instanceof JsonModel model) || model.type().fields().find(DATA) == null) {
            return false;
        }
        // Data of another type than the specification's are as good as none.
        Object data = model.getAdditionalProperties().containsKey(DATA) ? null : model.get(DATA);
        // A few responses, that to cancelling a message among them, may come without the envelope.
        if (data == null) {
            return model.type().fields().find(ID) == null || lacksId(model, isLookup);
        }
        return data instanceof JsonModel single && lacksId(single, isLookup);
    }

    /** What has an id in the specification can't be used, or found again, without it. */
    private static boolean lacksId(JsonModel data, boolean isLookup) {
        FieldTable table = data.type().fields();
        // A call that was placed has no other id.
        if (!isLookup && table.find(ID) == null && table.find(CALL_CONTROL_ID) != null) {
            return !(data.get(CALL_CONTROL_ID) instanceof String text) || TextRules.callControlId(text) != null;
        }
        if (table.find(ID) == null) {
            // Only an empty one is known to be of no use.
            return table.fields().stream().allMatch(field -> data.get(field.name()) == null);
        }
        // One of another type than the specification's is an id all the same.
        Object id = data.get(ID);
        return id == null || (id instanceof String text && text.isBlank());
    }

    private TelnyxException unusable(
            Call call, ApiResponse<?> response, BodyProblem problem, @Nullable Throwable cause) {
        return errors.unusableSuccess(call, response, problem, cause);
    }

    private static BodyProblem problem(IOException bodyFailure) {
        if (bodyFailure instanceof CallEndedException ended) {
            return ended.reason() == CallEndedException.Reason.DEADLINE
                    ? BodyProblem.DEADLINE
                    : BodyProblem.INTERRUPTED;
        }
        if (bodyFailure instanceof UndecodableBodyException) {
            return BodyProblem.NOT_UNDERSTOOD;
        }
        return bodyFailure instanceof BodyTooLargeException ? BodyProblem.TOO_LARGE : BodyProblem.CUT_OFF;
    }
}
