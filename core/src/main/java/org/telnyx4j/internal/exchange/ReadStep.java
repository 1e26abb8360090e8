package org.telnyx4j.internal.exchange;

import java.io.IOException;
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
import org.telnyx4j.json.FieldTable;
import org.telnyx4j.json.JsonFormatException;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/** Reads the body of a success into the model of the operation. */
record ReadStep(CallStep next, ErrorFactory errors) implements CallStep {
    private static final String DATA = "data";
    private static final String ID = "id";
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
            T body = type.read(raw.body());
            if (call.needsData() && lacksData(body)) {
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

    private static boolean lacksData(@Nullable Object body) {
        if (!(body instanceof JsonModel model) || model.type().fields().find(DATA) == null) {
            return false;
        }
        // Data of another type than the specification's are as good as none.
        Object data = model.getAdditionalProperties().containsKey(DATA) ? null : model.get(DATA);
        // A few responses, that to cancelling a message among them, may come without the envelope.
        if (data == null) {
            return model.type().fields().find(ID) == null || lacksId(model);
        }
        return data instanceof JsonModel single && lacksId(single);
    }

    /** What has an id in the specification can't be used, or found again, without it. */
    private static boolean lacksId(JsonModel data) {
        FieldTable table = data.type().fields();
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
        return bodyFailure instanceof BodyTooLargeException ? BodyProblem.TOO_LARGE : BodyProblem.CUT_OFF;
    }
}
