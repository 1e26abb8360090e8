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
import org.telnyx4j.json.JsonFormatException;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;

/** Reads the body of a success into the model of the operation. */
record ReadStep(CallStep next, ErrorFactory errors) implements CallStep {
    private static final String DATA = "data";
    private static final String ID = "id";

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
            throw unusable(call, response, BodyProblem.EMPTY, null);
        }
        try {
            T body = type.read(raw.body());
            if (call.needsData() && lacksData(body)) {
                throw unusable(call, response, BodyProblem.NOT_UNDERSTOOD, null);
            }
            return new ApiResponse<>(request, raw, body, response.attempts());
        } catch (JsonFormatException e) {
            throw unusable(call, response, BodyProblem.NOT_UNDERSTOOD, e);
        }
    }

    /**
     * Data of another type than the specification's are as good as none. An id beside them shows a response whose data
     * are its body itself.
     */
    private static boolean lacksData(@Nullable Object body) {
        if (!(body instanceof JsonModel model) || model.type().fields().find(DATA) == null) {
            return false;
        }
        if (model.type().fields().find(ID) != null && model.get(ID) != null) {
            return false;
        }
        return model.get(DATA) == null || model.getAdditionalProperties().containsKey(DATA);
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
