package org.telnyx4j.internal.errors;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
import org.telnyx4j.errors.ErrorType;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.errors.TelnyxValidationException;

/**
 * Builds every exception of this library. Immutable and safe for use by many threads.
 *
 * <p>It returns exceptions and never throws one itself, whatever an answer holds. An interrupted thread's flag is the
 * caller's to set again.
 */
public final class ErrorFactory {
    private static final int LONGEST_REQUEST_ID = 256;

    private final Clock clock;

    /**
     * Makes a factory.
     *
     * @param clock tells how far away a {@code Retry-After} date is when the answer has no date of its own
     */
    public ErrorFactory(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Builds the error for a request that a local check refused.
     *
     * @param operation name of the operation
     * @param field name of the field at fault, as it is on the wire
     * @param problem the rule and what was given, already masked, as a phrase that goes on from the field's name:
     *     {@code must be an E.164 number, was ***}
     * @return the exception
     */
    public TelnyxValidationException localCheck(String operation, String field, String problem) {
        ErrorDetails details = details(Failure.LOCAL_CHECK, operation)
                .problem(field + " " + problem)
                .remedy("correct the request, nothing was sent")
                .build();
        return new TelnyxValidationException(details, field);
    }

    /**
     * Builds the error for an operation that cannot go on with what it found on Telnyx's side, before it changed
     * anything there.
     *
     * @param operation name of the operation
     * @param field name of the field at fault, as it is on the wire
     * @param problem what was found, already masked
     * @param remedy what to do about it
     * @return the exception
     */
    public TelnyxValidationException refused(String operation, String field, String problem, String remedy) {
        ErrorDetails details = details(Failure.LOCAL_CHECK, operation)
                .problem(problem)
                .remedy(remedy)
                .build();
        return new TelnyxValidationException(details, field);
    }

    /**
     * Builds the error for a call without an API key.
     *
     * @param operation name of the operation
     * @return the exception
     */
    public TelnyxAuthenticationException missingApiKey(String operation) {
        ErrorDetails details = details(Failure.MISSING_API_KEY, operation)
                .problem("the API key is missing or blank")
                .remedy("configure one, nothing was sent")
                .build();
        return new TelnyxAuthenticationException(details);
    }

    /**
     * Builds the error for a source of the API key that failed when it was asked.
     *
     * @param operation name of the operation
     * @param cause what the source threw
     * @return the exception
     */
    public TelnyxAuthenticationException noApiKey(String operation, Throwable cause) {
        ErrorDetails details = details(Failure.MISSING_API_KEY, operation)
                .problem("the source of the API key failed (" + SafeCause.describe(cause) + ")")
                .remedy("mend the source, nothing was sent")
                .build();
        return new TelnyxAuthenticationException(details, SafeCause.of(cause));
    }

    /**
     * Builds the error for an API key that no header can carry.
     *
     * @param operation name of the operation
     * @return the exception
     */
    public TelnyxAuthenticationException malformedApiKey(String operation) {
        ErrorDetails details = details(Failure.MISSING_API_KEY, operation)
                .problem("the API key has characters that no key has, such as line breaks or letters beyond ASCII")
                .remedy("configure the key as Telnyx shows it, nothing was sent")
                .build();
        return new TelnyxAuthenticationException(details);
    }

    /**
     * Builds the error for an answer other than a success.
     *
     * @param call the call
     * @param head status and headers of the answer
     * @param body the body, anything or nothing
     * @return the exception
     */
    public TelnyxException fromResponse(CallContext call, ResponseHead head, byte[] body) {
        if (head.isSuccess()) {
            return unusableBody(call, head, BodyProblem.NOT_UNDERSTOOD, null);
        }
        List<TelnyxError> errors = ErrorBody.parse(body);
        String note = errors.isEmpty() ? "no error details in the answer" : ProblemText.of(errors, call.privateTexts());
        return fromAnswer(call, head, errors, note, null);
    }

    /**
     * Builds the error for an answer whose status and headers arrived and whose body is of no use: what was carried
     * out if the status is a success, else what the status alone says.
     *
     * @param call the call
     * @param head status and headers of the answer
     * @param problem what is wrong with the body
     * @param cause what led to it, or null
     * @return the exception
     */
    public TelnyxException unusableBody(
            CallContext call, ResponseHead head, BodyProblem problem, @Nullable Throwable cause) {
        String note = cause == null ? problem.words() : problem.words() + " (" + SafeCause.describe(cause) + ")";
        return fromAnswer(call, head, List.of(), note, cause);
    }

    /**
     * Builds the error for a connection that could not be had or broke before the headers of an answer arrived.
     *
     * @param call the call
     * @param stage how far it had come
     * @param cause what led to it
     * @return the exception
     */
    public TelnyxNetworkException network(CallContext call, FailureStage stage, Throwable cause) {
        String problem = "the connection failed while " + doing(stage) + " (" + SafeCause.describe(cause) + ")";
        return noAnswer(call, stage, NetworkFailure.CONNECTION, problem, cause);
    }

    /**
     * Builds the error for a call whose deadline passed before the headers of an answer arrived.
     *
     * @param call the call
     * @param stage how far it had come
     * @param deadline the time that the whole call had
     * @param cause what led to it, or null
     * @return the exception
     */
    public TelnyxNetworkException deadlineExceeded(
            CallContext call, FailureStage stage, Duration deadline, @Nullable Throwable cause) {
        String problem = "its deadline of " + deadline.toMillis() + " ms passed while " + doing(stage);
        return noAnswer(call, stage, NetworkFailure.DEADLINE, problem, cause);
    }

    /**
     * Builds the error for a call whose thread was interrupted before the headers of an answer arrived.
     *
     * @param call the call
     * @param stage how far it had come
     * @param cause what led to it, or null
     * @return the exception
     */
    public TelnyxNetworkException interrupted(CallContext call, FailureStage stage, @Nullable Throwable cause) {
        String problem = "the calling thread was interrupted while " + doing(stage);
        return noAnswer(call, stage, NetworkFailure.INTERRUPTED, problem, cause);
    }

    /**
     * Builds the error for a call whose thread was interrupted while it waited before another attempt.
     *
     * @param call the call
     * @param soFar whether an attempt before was carried out, or may have been
     * @param cause what led to it, or null
     * @return the exception
     */
    public TelnyxNetworkException interruptedBetween(CallContext call, Outcome soFar, @Nullable Throwable cause) {
        Failure failure = soFar == Outcome.NOT_CARRIED_OUT ? Failure.NOT_SENT : Failure.NO_ANSWER;
        String problem = "the calling thread was interrupted while " + doing(FailureStage.BACKOFF);
        ErrorDetails.Builder details = noAnswer(call, failure, problem).outcome(soFar);
        if (soFar == Outcome.CARRIED_OUT) {
            details.advice(Advice.DO_NOT_RETRY).remedy(null);
        }
        return new TelnyxNetworkException(
                details.build(), FailureStage.BACKOFF, NetworkFailure.INTERRUPTED, SafeCause.of(cause));
    }

    /**
     * Builds the error for an operation of several steps that did not come to its end, though no single step says so.
     *
     * @param details what it carries
     * @param cause the step that led to it, or null
     * @return the exception
     */
    public TelnyxApiException ofSteps(ErrorDetails details, @Nullable TelnyxException cause) {
        return new TelnyxApiException(details, cause);
    }

    /**
     * Builds the error of an operation of several steps for one step that failed: of the same kind as the step's own
     * error, which becomes its cause, and under the name of the whole operation.
     *
     * @param operation name of the whole operation
     * @param step the step's error, whose operation tells which step it was
     * @param outcome what became of the whole operation, which the step does not know: a search that was not answered
     *     has bought nothing
     * @return the exception
     */
    public TelnyxException ofStep(String operation, TelnyxException step, Outcome outcome) {
        return StepErrors.of(operation, step, outcome);
    }

    /**
     * Adds to an error what the effect of its request can be found by.
     *
     * @param failure an error whose outcome is not {@link Outcome#NOT_CARRIED_OUT}
     * @param reference what to look for
     * @param remedy how to look for it, as a phrase without full stop
     * @return the same error with the reference
     */
    public TelnyxException withReference(TelnyxException failure, @Nullable String reference, String remedy) {
        return StepErrors.withReference(failure, reference, remedy);
    }

    /**
     * Builds the error for an operation whose deadline passed, or whose thread was interrupted, before it had anything
     * to send.
     *
     * @param operation name of the operation
     * @param why which of the two it was
     * @param problem what it was waiting for, in words
     * @return the exception
     */
    public TelnyxNetworkException notBegun(String operation, NetworkFailure why, String problem) {
        ErrorDetails details = ErrorDetails.builder(operation, Outcome.NOT_CARRIED_OUT, Advice.RETRY_WITH_BACKOFF)
                .problem(problem + ", nothing was sent")
                .build();
        return new TelnyxNetworkException(details, FailureStage.LEASE, why, null);
    }

    /**
     * Builds the error for a call as a whole, from that of its last attempt.
     *
     * @param call the call
     * @param last the error of the last attempt
     * @param history what came before it, and why nothing comes after it
     * @return the exception
     */
    public TelnyxException ofAttempts(CallContext call, TelnyxException last, History history) {
        return AttemptErrors.of(call, last, history);
    }

    private TelnyxException fromAnswer(
            CallContext call, ResponseHead head, List<TelnyxError> errors, String note, @Nullable Throwable cause) {
        Failure failure = Failure.ofAnswer(head.status(), errors);
        Duration delay = failure == Failure.RATE_LIMITED
                ? Delays.untilAllowed(head.headers(), errors, clock)
                : failure == Failure.SERVER_FAILED ? Delays.retryAfter(head.headers(), clock) : null;
        Advice advice = failure.advice(call.repeatability(), delay != null);
        ErrorDetails details = ErrorDetails.builder(call.operation(), failure.outcome(), advice)
                .problem("HTTP " + head.status() + ", " + note)
                .remedy(remedy(failure, call, delay))
                .httpStatus(head.status())
                .errors(errors)
                .requestId(requestId(head.headers()))
                .commandId(call.traces().commandId())
                .reference(reference(failure, call))
                .attempts(1)
                .retryAfter(delay)
                .rateLimit(RateLimits.of(head.headers()))
                .build();
        Throwable safe = SafeCause.of(cause);
        return switch (failure.type()) {
            case VALIDATION -> new TelnyxValidationException(details, ProblemText.field(errors), safe);
            case AUTHENTICATION -> new TelnyxAuthenticationException(details, safe);
            case RATE_LIMIT -> new TelnyxRateLimitException(details, safe);
            case API, NETWORK -> new TelnyxApiException(details, safe);
        };
    }

    private static TelnyxNetworkException noAnswer(
            CallContext call, FailureStage stage, NetworkFailure why, String problem, @Nullable Throwable cause) {
        ErrorDetails details = noAnswer(call, Failure.ofStage(stage), problem).build();
        return new TelnyxNetworkException(details, stage, why, SafeCause.of(cause));
    }

    private static ErrorDetails.Builder noAnswer(CallContext call, Failure failure, String problem) {
        Advice advice = failure.advice(call.repeatability(), false);
        return ErrorDetails.builder(call.operation(), failure.outcome(), advice)
                .problem(problem)
                .remedy(remedy(failure, call, null))
                .commandId(call.traces().commandId())
                .reference(reference(failure, call))
                .attempts(1);
    }

    /** For failures that no repetition mends, whatever the operation. */
    private static ErrorDetails.Builder details(Failure failure, String operation) {
        Advice advice = failure.advice(Repeatability.NOT_REPEATABLE, false);
        return ErrorDetails.builder(operation, failure.outcome(), advice);
    }

    /** Says more than the advice where there is more to say. */
    private static @Nullable String remedy(Failure failure, CallContext call, @Nullable Duration delay) {
        boolean needsSameCommandId = failure == Failure.SERVER_FAILED || failure == Failure.NO_ANSWER;
        if (call.repeatability() == Repeatability.DEDUPLICATED && needsSameCommandId) {
            return AttemptErrors.WITH_SAME_COMMAND_ID
                    + (delay == null ? "" : ", Telnyx asks to wait " + delay.toMillis() + " ms first");
        }
        if (failure == Failure.UNEXPECTED_STATUS) {
            return "check the base URL and what stands between here and Telnyx"
                    + (call.repeatability().isSafeToRepeat() ? "" : ", and find out before trying again");
        }
        if (failure.type() == ErrorType.VALIDATION) {
            return "correct the request before sending it again";
        }
        if (failure.type() == ErrorType.AUTHENTICATION) {
            return "check the API key and what it is allowed to do";
        }
        boolean mustFindOut =
                failure.outcome() == Outcome.UNKNOWN && !call.repeatability().isSafeToRepeat();
        return mustFindOut ? call.traces().whenUnknown() : null;
    }

    /** What was certainly not carried out left nothing that could be looked for. */
    private static @Nullable String reference(Failure failure, CallContext call) {
        return failure.outcome() == Outcome.NOT_CARRIED_OUT
                ? null
                : call.traces().reference();
    }

    private static String doing(FailureStage stage) {
        String words = switch (stage) {
            case LEASE -> "waiting for a free connection";
            case RESOLVE -> "looking up the host";
            case CONNECT -> "connecting";
            case TLS -> "agreeing on TLS";
            case SEND -> "sending the request";
            case AWAIT_RESPONSE -> "waiting for the answer";
            case READ_BODY -> "reading the answer";
            case BACKOFF -> "waiting before another attempt";
        };
        return words + " (stage " + stage.name().toLowerCase(Locale.ROOT) + ")";
    }

    private static @Nullable String requestId(ResponseHead.Headers headers) {
        String id = headers.first("x-request-id");
        if (id == null || id.isBlank()) {
            return null;
        }
        String trimmed = id.strip();
        return trimmed.length() <= LONGEST_REQUEST_ID ? trimmed : trimmed.substring(0, LONGEST_REQUEST_ID);
    }
}
