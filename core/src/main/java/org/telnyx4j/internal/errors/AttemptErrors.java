package org.telnyx4j.internal.errors;

import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.Call;

/** Builds the error of a call out of that of its last attempt, with what the attempts before may have done. */
final class AttemptErrors {
    static final String WITH_SAME_COMMAND_ID =
            "it may be sent again within 60 s with the same command_id, counted from the first attempt";

    private AttemptErrors() {}

    static TelnyxException of(Call call, TelnyxException last, AttemptHistory history) {
        boolean isTheWhole = history.attempts() == last.attempts()
                && history.note() == null
                && history.outcome() == last.outcome()
                && !history.isCommandIdSpent();
        if (isTheWhole) {
            return last;
        }
        TelnyxException whole = StepErrors.sameKind(last, details(call, last, history), last.getCause());
        history.failures().forEach(whole::addSuppressed);
        return whole;
    }

    private static ErrorDetails details(Call call, TelnyxException last, AttemptHistory history) {
        ErrorDetails.Builder details =
                last.details().toBuilder().attempts(history.attempts()).outcome(history.outcome());
        StringBuilder problem = new StringBuilder(last.details().problem().orElse("no response"));
        if (history.outcome() != last.outcome()) {
            details.reference(call.correlationIds().customerReference())
                    .correlationToken(call.correlationIds().correlationToken());
            if (history.outcome() == Outcome.CARRIED_OUT) {
                problem.append(", after an attempt that was carried out");
                details.advice(Advice.DO_NOT_RETRY).remedy(null);
            } else {
                problem.append(", after an attempt that may have been carried out");
                if (last.advice() == Advice.DO_NOT_RETRY) {
                    details.advice(Advice.FIND_OUT_FIRST)
                            .remedy("check whether an earlier attempt has done it before trying again");
                } else if (call.idempotency() == Idempotency.DEDUPLICATED) {
                    details.remedy(WITH_SAME_COMMAND_ID);
                }
            }
        }
        if (history.outcome() == Outcome.UNKNOWN && history.isCommandIdSpent()) {
            details.advice(Advice.FIND_OUT_FIRST)
                    .remedy(
                            "its command_id no longer keeps it from being carried out twice, so wait for the webhooks of"
                                    + " the call or look it up before trying again");
        }
        if (history.note() != null) {
            problem.append("; not tried again, as ").append(history.note());
        }
        return details.problem(problem.toString()).build();
    }
}
