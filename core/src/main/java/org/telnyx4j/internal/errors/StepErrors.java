package org.telnyx4j.internal.errors;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.errors.TelnyxValidationException;

/** Builds errors from other errors, of the same kind, when more is known than the request itself shows. */
final class StepErrors {
    private StepErrors() {}

    static TelnyxException of(String operation, TelnyxException step, Outcome outcome) {
        boolean whole = step.operation().equals(operation);
        if (whole && step.outcome() == outcome) {
            return step;
        }
        ErrorDetails own = step.details();
        String problem = own.problem().orElse("for a reason that it did not give");
        ErrorDetails.Builder details = ErrorDetails.builder(operation, outcome, advice(step, outcome))
                .problem(whole ? problem : "its step " + step.operation() + " failed: " + problem)
                .remedy(own.remedy().orElse(null))
                .errors(own.errors())
                .requestId(own.requestId().orElse(null))
                .reference(own.reference().orElse(null))
                .correlationToken(own.correlationToken().orElse(null))
                .retryAfter(own.retryAfter().orElse(null))
                .rateLimit(own.rateLimit().orElse(null));
        own.httpStatus().ifPresent(details::httpStatus);
        return sameKind(step, details.build(), whole ? step.getCause() : step);
    }

    /** What a step may not do again alone, the whole may do again if it has had no effect. */
    private static Advice advice(TelnyxException step, Outcome outcome) {
        if (outcome == Outcome.CARRIED_OUT) {
            return Advice.DO_NOT_RETRY;
        }
        boolean harmless = outcome == Outcome.NOT_CARRIED_OUT;
        return step.advice() == Advice.FIND_OUT_FIRST && harmless ? Advice.RETRY_WITH_BACKOFF : step.advice();
    }

    static TelnyxException withReference(TelnyxException failure, @Nullable String reference, String remedy) {
        ErrorDetails details = failure.details().toBuilder()
                .reference(reference)
                .remedy(remedy)
                .build();
        TelnyxException richer = sameKind(failure, details, failure.getCause());
        richer.setStackTrace(failure.getStackTrace());
        for (Throwable suppressed : failure.getSuppressed()) {
            richer.addSuppressed(suppressed);
        }
        return richer;
    }

    static TelnyxException sameKind(TelnyxException like, ErrorDetails details, @Nullable Throwable cause) {
        if (like instanceof TelnyxValidationException validation) {
            return new TelnyxValidationException(details, validation.field().orElse(null), cause);
        }
        if (like instanceof TelnyxAuthenticationException) {
            return new TelnyxAuthenticationException(details, cause);
        }
        if (like instanceof TelnyxRateLimitException) {
            return new TelnyxRateLimitException(details, cause);
        }
        if (like instanceof TelnyxNetworkException network) {
            return new TelnyxNetworkException(details, network.stage(), network.failure(), cause);
        }
        return new TelnyxApiException(details, cause);
    }
}
