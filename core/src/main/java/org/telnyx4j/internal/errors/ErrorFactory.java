package org.telnyx4j.internal.errors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.ErrorDetails;
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
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.internal.call.Call;
import org.telnyx4j.internal.decision.Decision;
import org.telnyx4j.internal.decision.DecisionTable;
import org.telnyx4j.internal.decision.RetryCondition;
import org.telnyx4j.internal.headers.RateLimits;
import org.telnyx4j.internal.headers.ResponseHead;
import org.telnyx4j.internal.headers.RetryAfterParser;
import org.telnyx4j.internal.privacy.Mask;

/**
 * Builds every exception of this library. Immutable and safe for use by many threads.
 *
 * <p>It returns exceptions and never throws one itself, whatever a response contains. An interrupted thread's flag is the
 * caller's to set again.
 */
public final class ErrorFactory {
    private static final int LONGEST_REQUEST_ID = 256;

    private final Clock clock;
    private final @Nullable String proxy;

    /**
     * Creates a factory.
     *
     * @param clock measures how far away a {@code Retry-After} date is when the response has no date of its own
     */
    public ErrorFactory(Clock clock) {
        this(clock, null);
    }

    /**
     * Creates a factory for a client that connects through a proxy.
     *
     * @param clock measures how far away a {@code Retry-After} date is when the response has no date of its own
     * @param proxy host and port of the proxy, or null for none
     */
    public ErrorFactory(Clock clock, @Nullable String proxy) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.proxy = proxy;
    }

    /**
     * Returns the time, for checks of requests.
     *
     * @return the time of this factory's clock
     */
    public Instant now() {
        return clock.instant();
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
        ErrorDetails details = details(RetryCondition.LOCAL_CHECK, operation)
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
        ErrorDetails details = details(RetryCondition.LOCAL_CHECK, operation)
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
        ErrorDetails details = details(RetryCondition.NO_API_KEY, operation)
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
        ErrorDetails details = details(RetryCondition.NO_API_KEY, operation)
                .problem("the source of the API key failed (" + SafeCause.describe(cause) + ")")
                .remedy("correct the source, nothing was sent")
                .build();
        return new TelnyxAuthenticationException(details, SafeCause.of(cause));
    }

    /**
     * Builds the error for an API key that can't be one.
     *
     * @param operation name of the operation
     * @param problem the rule that it breaks, as a phrase that goes on from it
     * @return the exception
     */
    public TelnyxAuthenticationException malformedApiKey(String operation, String problem) {
        ErrorDetails details = details(RetryCondition.NO_API_KEY, operation)
                .problem("the API key " + problem)
                .remedy("configure the key as Telnyx shows it, nothing was sent")
                .build();
        return new TelnyxAuthenticationException(details);
    }

    /**
     * Builds the error for a response other than a success.
     *
     * @param call the call
     * @param head status and headers of the response
     * @param body the body, anything or nothing
     * @return the exception
     */
    public TelnyxException fromResponse(Call call, ResponseHead head, byte[] body) {
        if (head.isSuccess()) {
            return unusableBody(call, head, BodyProblem.NOT_UNDERSTOOD, null);
        }
        List<TelnyxError> errors = ErrorBody.parse(body);
        String note = errors.isEmpty() ? "no error details in the response" : ProblemText.of(errors, call);
        return fromResponse(call, head, RetryCondition.ofResponse(head.status(), errors), errors, note, null);
    }

    /**
     * Builds the error for a response whose status and headers arrived and whose body is of no use. If the status is a
     * success, the outcome is unknown unless the rest shows that it is Telnyx's; else it is what the status means.
     *
     * @param call the call
     * @param head status and headers of the response
     * @param problem what is wrong with the body
     * @param cause what led to it, or null
     * @return the exception
     */
    public TelnyxException unusableBody(Call call, ResponseHead head, BodyProblem problem, @Nullable Throwable cause) {
        String note =
                cause == null ? problem.words(head) : problem.words(head) + " (" + SafeCause.describe(cause) + ")";
        RetryCondition condition = head.isSuccess()
                ? problem.ofSuccess(head, call.isLookup())
                : RetryCondition.ofResponse(head.status(), List.of());
        return fromResponse(call, head, condition, List.of(), note, cause);
    }

    /**
     * Builds the error for a success, of a call as a whole, whose body is of no use.
     *
     * @param call the call
     * @param response the response
     * @param problem what is wrong with the body
     * @param cause what led to it, or null
     * @return the exception
     */
    public TelnyxException unusableSuccess(
            Call call, ApiResponse<?> response, BodyProblem problem, @Nullable Throwable cause) {
        ResponseHead head = new ResponseHead(response.status(), response.raw()::header);
        TelnyxException last = unusableBody(call, head, problem, cause);
        return ofAttempts(call, last, new AttemptHistory(response.attempts(), last.outcome(), null, false, List.of()));
    }

    /**
     * Builds the error for a connection that could not be had or broke before the headers of a response arrived.
     *
     * @param call the call
     * @param stage how far it had come
     * @param cause what led to it
     * @return the exception
     */
    public TelnyxNetworkException network(Call call, FailureStage stage, Throwable cause) {
        boolean isToProxy = proxy != null && (stage == FailureStage.RESOLVE || stage == FailureStage.CONNECT);
        String problem = "the connection " + (isToProxy ? "to the proxy " + proxy + " " : "") + "failed while "
                + doing(stage) + " (" + SafeCause.describe(cause) + ")";
        String remedy = SetupFault.remedy(stage, cause);
        if (remedy == null) {
            return noResponse(call, stage, NetworkFailure.CONNECTION, problem, cause);
        }
        ErrorDetails details = noResponse(call, RetryCondition.ofNetwork(stage, NetworkFailure.SETUP), problem)
                .remedy(remedy)
                .build();
        return new TelnyxNetworkException(details, stage, NetworkFailure.SETUP, SafeCause.of(cause));
    }

    /**
     * Builds the error for a request that the server refused unread, as only HTTP/2 lets it.
     *
     * @param call the call
     * @param stage how far it had come
     * @param cause what led to it
     * @param isInvitation whether the server means to be asked again at once, on another connection
     * @return the exception
     */
    public TelnyxNetworkException refused(Call call, FailureStage stage, Throwable cause, boolean isInvitation) {
        String problem = "the server took the connection but not the request (" + SafeCause.describe(cause) + ")";
        ErrorDetails details = noResponse(call, RetryCondition.STREAM_REFUSED, problem)
                .retryAfter(isInvitation ? Duration.ZERO : null)
                .build();
        return new TelnyxNetworkException(details, stage, NetworkFailure.REFUSED, SafeCause.of(cause));
    }

    /**
     * Builds the error for a call whose deadline passed before the headers of a response arrived.
     *
     * @param call the call
     * @param stage how far it had come
     * @param deadline the time that the whole call had
     * @param cause what led to it, or null
     * @return the exception
     */
    public TelnyxNetworkException deadlineExceeded(
            Call call, FailureStage stage, Duration deadline, @Nullable Throwable cause) {
        String problem = "its deadline of " + deadline.toMillis() + " ms passed while " + doing(stage);
        return noResponse(call, stage, NetworkFailure.DEADLINE, problem, cause);
    }

    /**
     * Builds the error for a request that was not sent, as something that it needs on this machine could not be had.
     *
     * @param call the call
     * @param problem what that is, as a phrase
     * @param cause what led to it
     * @return the exception
     */
    public TelnyxNetworkException notStarted(Call call, String problem, Throwable cause) {
        String full = problem + " (" + SafeCause.describe(cause) + "), nothing was sent";
        return noResponse(call, FailureStage.LEASE, NetworkFailure.CONNECTION, full, cause);
    }

    /**
     * Builds the error for a call whose thread was interrupted before the headers of a response arrived.
     *
     * @param call the call
     * @param stage how far it had come
     * @param cause what led to it, or null
     * @return the exception
     */
    public TelnyxNetworkException interrupted(Call call, FailureStage stage, @Nullable Throwable cause) {
        String problem = "the calling thread was interrupted while " + doing(stage);
        return noResponse(call, stage, NetworkFailure.INTERRUPTED, problem, cause);
    }

    /**
     * Builds the error for a call whose thread was interrupted while it waited before another attempt.
     *
     * @param call the call
     * @param soFar whether an attempt before was carried out, or may have been
     * @param cause what led to it, or null
     * @return the exception
     */
    public TelnyxNetworkException interruptedBetween(Call call, Outcome soFar, @Nullable Throwable cause) {
        boolean nothing = soFar == Outcome.NOT_CARRIED_OUT;
        RetryCondition condition = nothing ? RetryCondition.ENDED_BEFORE_SENDING : RetryCondition.ENDED_AFTER_SENDING;
        String problem = "the calling thread was interrupted while " + doing(FailureStage.BACKOFF);
        ErrorDetails.Builder details = noResponse(call, condition, problem).outcome(soFar);
        if (soFar == Outcome.CARRIED_OUT && !call.isLookup()) {
            details.advice(Advice.DO_NOT_RETRY).remedy(null);
        }
        return new TelnyxNetworkException(
                details.build(), FailureStage.BACKOFF, NetworkFailure.INTERRUPTED, SafeCause.of(cause));
    }

    /**
     * Builds the error for a call on a client that is closed.
     *
     * @param operation name of the operation
     * @return the exception
     */
    public TelnyxNetworkException clientClosed(String operation) {
        ErrorDetails details = details(RetryCondition.CLIENT_CLOSED, operation)
                .problem("this Telnyx client is closed")
                .remedy("use a client that is open, nothing was sent")
                .build();
        return new TelnyxNetworkException(details, FailureStage.LEASE, NetworkFailure.CLIENT_CLOSED, null);
    }

    /**
     * Builds the error for an operation of several steps that did not come to its end, though no single step reports
     * that.
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
     * @param step the step's error, whose operation shows which step it was
     * @param outcome what became of the whole operation, which the step does not know: a search without a response
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
     * @param reference what to search for
     * @param remedy how to search for it, as a phrase without full stop
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
     * Builds the error for a message to somebody who has opted out, which was not sent for it: of the class, and with the
     * code, that Telnyx's own refusal has.
     *
     * @param operation name of the operation
     * @param recipient who has opted out; masked here
     * @return the exception
     */
    public TelnyxValidationException optedOut(String operation, String recipient) {
        ErrorDetails details = details(RetryCondition.LOCAL_CHECK, operation)
                .problem("the recipient " + Mask.phoneNumber(recipient) + " has opted out (code "
                        + TelnyxException.OPTED_OUT + ")")
                .remedy("do not send to this recipient until a START, nothing was sent")
                .errors(List.of(new TelnyxError(
                        TelnyxException.OPTED_OUT, "The recipient has opted out", null, "/to", null, Map.of())))
                .build();
        return new TelnyxValidationException(details, "to");
    }

    /**
     * Builds the error for a message that was not sent, so that a rate limit is kept.
     *
     * @param operation name of the operation
     * @param delay when it may be tried again, zero or more
     * @param reason which limit it is, in words that are masked here; or null
     * @return the exception
     */
    public TelnyxRateLimitException paced(String operation, Duration delay, @Nullable String reason) {
        Decision decision = DecisionTable.decide(RetryCondition.RATE_LIMITED, Idempotency.NOT_IDEMPOTENT, false);
        ErrorDetails details = ErrorDetails.builder(operation, decision.outcome(), decision.advice(false, true))
                .problem("it was held back to keep a rate limit"
                        + (reason == null ? "" : " (" + Mask.freeText(reason) + ")") + ", nothing was sent")
                .retryAfter(delay)
                .build();
        return new TelnyxRateLimitException(details);
    }

    /**
     * Builds the error for a message that was not sent, since what has to allow it could not decide.
     *
     * @param operation name of the operation
     * @param problem what is wrong, in words that are masked here
     * @param cause what led to it, or null
     * @return the exception
     */
    public TelnyxNetworkException undecided(String operation, String problem, @Nullable Throwable cause) {
        String why = cause == null ? "" : " (" + SafeCause.describe(cause) + ")";
        ErrorDetails details = details(RetryCondition.LEASE_FAILED, operation)
                .problem(Mask.freeText(problem) + why + ", nothing was sent")
                .build();
        return new TelnyxNetworkException(details, FailureStage.LEASE, NetworkFailure.CONNECTION, SafeCause.of(cause));
    }

    /**
     * Builds the error for a call as a whole, from that of its last attempt.
     *
     * @param call the call
     * @param last the error of the last attempt
     * @param history what came before it, and why nothing comes after it
     * @return the exception
     */
    public TelnyxException ofAttempts(Call call, TelnyxException last, AttemptHistory history) {
        return AttemptErrors.of(call, last, history);
    }

    private TelnyxException fromResponse(
            Call call,
            ResponseHead head,
            RetryCondition condition,
            List<TelnyxError> errors,
            String note,
            @Nullable Throwable cause) {
        Decision decision = decide(condition, call);
        Duration delay = delay(condition, decision, head, errors);
        ErrorDetails details = ErrorDetails.builder(
                        call.name(), decision.outcome(), decision.advice(call.isLookup(), delay != null))
                .lookup(call.isLookup())
                .problem("HTTP " + head.status() + ", " + note)
                .remedy(remedy(condition, decision, call, delay))
                .httpStatus(head.status())
                .errors(errors)
                .requestId(requestId(head.headers()))
                .commandId(call.correlationIds().commandId())
                .reference(reference(decision, call))
                .correlationToken(correlationToken(decision, call))
                .attempts(1)
                .retryAfter(delay)
                .rateLimit(RateLimits.of(head.headers()))
                .build();
        Throwable safe = SafeCause.of(cause);
        return switch (condition.errorType()) {
            case VALIDATION -> new TelnyxValidationException(details, ProblemText.field(errors), safe);
            case AUTHENTICATION -> new TelnyxAuthenticationException(details, safe);
            case RATE_LIMIT -> new TelnyxRateLimitException(details, safe);
            case API, NETWORK -> new TelnyxApiException(details, safe);
        };
    }

    /** A delay is kept where waiting can help. */
    private @Nullable Duration delay(
            RetryCondition condition, Decision decision, ResponseHead head, List<TelnyxError> errors) {
        return switch (condition) {
            case RATE_LIMITED -> RetryAfterParser.untilAllowed(head.headers(), errors, clock);
            case REQUEST_TIMEOUT, SERVER_FAILED, NOT_SUPPORTED -> RetryAfterParser.retryAfter(head.headers(), clock);
            case CONFLICT -> decision.isRepeated() ? RetryAfterParser.retryAfter(head.headers(), clock) : null;
            default -> null;
        };
    }

    private static TelnyxNetworkException noResponse(
            Call call, FailureStage stage, NetworkFailure why, String problem, @Nullable Throwable cause) {
        ErrorDetails details =
                noResponse(call, RetryCondition.ofNetwork(stage, why), problem).build();
        return new TelnyxNetworkException(details, stage, why, SafeCause.of(cause));
    }

    private static ErrorDetails.Builder noResponse(Call call, RetryCondition condition, String problem) {
        Decision decision = decide(condition, call);
        return ErrorDetails.builder(call.name(), decision.outcome(), decision.advice(call.isLookup(), false))
                .lookup(call.isLookup())
                .problem(problem)
                .remedy(remedy(condition, decision, call, null))
                .commandId(call.correlationIds().commandId())
                .reference(reference(decision, call))
                .correlationToken(correlationToken(decision, call))
                .attempts(1);
    }

    private static Decision decide(RetryCondition condition, Call call) {
        return DecisionTable.decide(condition, call.idempotency(), call.isLookup());
    }

    /** For conditions that are the same for every operation. */
    private static ErrorDetails.Builder details(RetryCondition condition, String operation) {
        Decision decision = DecisionTable.decide(condition, Idempotency.NOT_IDEMPOTENT, false);
        return ErrorDetails.builder(operation, decision.outcome(), decision.advice(false, false));
    }

    /** What to do, in more words than the advice has; null where the advice is enough. */
    private static @Nullable String remedy(
            RetryCondition condition, Decision decision, Call call, @Nullable Duration delay) {
        boolean isOpen = decision.outcome() == Outcome.UNKNOWN;
        if (call.idempotency() == Idempotency.DEDUPLICATED && isOpen && decision.allowsAnother()) {
            return AttemptErrors.WITH_SAME_COMMAND_ID
                    + (delay == null ? "" : ", Telnyx asks to wait " + delay.toMillis() + " ms first");
        }
        return switch (condition) {
            case UNEXPECTED_STATUS ->
                "check the base URL and what is between here and Telnyx"
                        + (decision.next() == Decision.Next.FIND_OUT ? ", and find out before trying again" : "");
            case UNPROVEN_SUCCESS -> RemedyText.ofUnprovenSuccess(decision, call);
            case INVALID -> "correct the request before sending it again";
            case CALL_ENDED -> "there is nothing to do, the call is over";
            case NOT_FOUND -> RemedyText.ofNotFound(call);
            case UNAUTHENTICATED -> "check the API key and what it is allowed to do";
            default -> decision.next() == Decision.Next.FIND_OUT ? call.remedyWhenUnknown() : null;
        };
    }

    /** What was certainly not carried out left nothing that could be looked for. */
    private static @Nullable String reference(Decision decision, Call call) {
        return decision.outcome() == Outcome.NOT_CARRIED_OUT
                ? null
                : call.correlationIds().customerReference();
    }

    private static @Nullable CorrelationToken correlationToken(Decision decision, Call call) {
        return decision.outcome() == Outcome.NOT_CARRIED_OUT
                ? null
                : call.correlationIds().correlationToken();
    }

    private static String doing(FailureStage stage) {
        String words = switch (stage) {
            case LEASE -> "waiting for a free connection";
            case RESOLVE -> "looking up the host";
            case CONNECT -> "connecting";
            case TLS -> "agreeing on TLS";
            case SEND -> "sending the request";
            case AWAIT_RESPONSE -> "waiting for the response";
            case READ_BODY -> "reading the response";
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
