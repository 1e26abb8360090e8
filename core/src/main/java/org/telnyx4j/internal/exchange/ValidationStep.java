package org.telnyx4j.internal.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.internal.call.Attempt;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.call.CallStep;
import org.telnyx4j.internal.call.PathParameters;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.validation.NumberFaults;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.internal.validation.Validator;
import org.telnyx4j.internal.validation.Violation;
import org.telnyx4j.json.JsonModel;

/** Refuses what Telnyx would refuse, and what would become another operation, before anything is sent. */
record ValidationStep(CallStep next, ErrorFactory errors) implements CallStep {
    /** The only parameter of a path that has a format; all others are ids of any form. */
    private static final String PHONE_NUMBER = "phone_number";

    @Override
    public ApiResponse<?> send(Call call, Attempt first) {
        String parameter = PathParameters.unusable(call.request());
        if (parameter != null) {
            throw errors.localCheck(call.name(), parameter, "must be the id of something, was blank or dots");
        }
        checkNumber(call, PathParameters.value(call.request(), PHONE_NUMBER));
        check(call, call.request().query());
        check(call, call.request().body());
        checkToken(call);
        return next.send(call, first);
    }

    /** A token that does not travel would be one that nothing is found by. */
    private void checkToken(Call call) {
        CorrelationToken token = call.request().options().correlationToken().orElse(null);
        JsonModel body = call.request().body();
        boolean travels = token == null
                || (body != null
                        && body.get("webhook_url") instanceof String url
                        && CorrelationToken.inUrl(url).equals(Optional.of(token)));
        if (!travels) {
            throw errors.localCheck(
                    call.name(),
                    "correlationToken",
                    "must be in the webhook_url of the message, and is for messages alone");
        }
    }

    private void checkNumber(Call call, @Nullable String number) {
        String problem = number == null ? null : TextRules.e164(number);
        if (number != null && problem != null) {
            throw errors.localCheck(call.name(), PHONE_NUMBER, problem + ", was " + NumberFaults.shown(number));
        }
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
