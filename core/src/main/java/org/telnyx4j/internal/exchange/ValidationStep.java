package org.telnyx4j.internal.exchange;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.call.PathParameters;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.validation.Validator;
import org.telnyx4j.internal.validation.Violation;
import org.telnyx4j.json.JsonModel;

/** Refuses what Telnyx would refuse, and what would become another operation, before anything is sent. */
record ValidationStep(CallStep next, ErrorFactory errors) implements CallStep {
    @Override
    public ApiResponse<?> send(Call call, Attempt first) {
        String parameter = PathParameters.unusable(call.request());
        if (parameter != null) {
            throw errors.localCheck(call.name(), parameter, "must be the id of something, was blank or dots");
        }
        check(call, call.request().query());
        check(call, call.request().body());
        return next.send(call, first);
    }

    private void check(Call call, @Nullable JsonModel model) {
        Violation violation = model == null ? null : Validator.check(model);
        if (violation != null) {
            throw violated(call, violation);
        }
    }

    private TelnyxValidationException violated(Call call, Violation violation) {
        return errors.localCheck(call.name(), violation.field(), violation.problem());
    }
}
