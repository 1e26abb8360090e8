package org.telnyx4j.internal.core;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.RetryOptions;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.invoker.ApiOperation;
import org.telnyx4j.generated.invoker.BodyTooLargeException;
import org.telnyx4j.generated.invoker.FailureHandler;
import org.telnyx4j.generated.invoker.RawResponse;
import org.telnyx4j.generated.invoker.Transport;
import org.telnyx4j.generated.invoker.UnreadableBodyException;
import org.telnyx4j.internal.config.Checks;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.errors.BodyProblem;
import org.telnyx4j.internal.errors.CallContext;
import org.telnyx4j.internal.errors.CallContext.Traces;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.internal.errors.History;
import org.telnyx4j.internal.errors.Repeatability;
import org.telnyx4j.internal.errors.ResponseHead;
import org.telnyx4j.internal.retry.Answered;
import org.telnyx4j.internal.retry.RetryableCall;
import org.telnyx4j.internal.retry.Sender;
import org.telnyx4j.internal.transport.CallEndedException;

/** Joins the generated client to our transport and our exceptions, with the settings of a call. */
final class CallTransport implements Transport, FailureHandler {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Set<String> IDEMPOTENT_METHODS = Set.of("GET", "PUT", "PATCH", "DELETE");

    private final ClientCore core;
    private final SettingsLayer settings;
    private final @Nullable Operation operation;
    private final @Nullable List<String> privateTexts;

    /**
     * Makes one.
     *
     * @param core what all views share
     * @param settings what holds for the call
     * @param operation the facade's operation, or null where the generated one speaks for itself
     * @param privateTexts what the request says that no exception may quote, or null where that is not known
     */
    CallTransport(
            ClientCore core,
            SettingsLayer settings,
            @Nullable Operation operation,
            @Nullable List<String> privateTexts) {
        this.core = core;
        this.settings = settings;
        this.operation = operation;
        this.privateTexts = privateTexts;
    }

    /**
     * Asks for the API key.
     *
     * @return a key that can be sent
     * @throws TelnyxAuthenticationException if there is none
     */
    String apiKey() {
        String name = operation == null ? "raw" : operation.name();
        String key = ask(name, settings.apiKey());
        if (key == null || key.isBlank()) {
            throw core.errors().missingApiKey(name);
        }
        String stripped = key.strip();
        if (Checks.headerValue(stripped) != null) {
            throw core.errors().malformedApiKey(name);
        }
        return stripped;
    }

    private @Nullable String ask(String name, @Nullable Supplier<String> source) {
        try {
            return source == null ? null : source.get();
        } catch (RuntimeException e) {
            throw core.errors().noApiKey(name, e);
        }
    }

    @Override
    public RawResponse execute(ApiOperation generated, HttpUriRequestBase request) {
        CallContext call = context(generated, request);
        Duration timeout = Objects.requireNonNull(settings.timeout(), "the built-in timeout");
        // The built-in level has some; without it nobody has said that anything may be sent again.
        RetryOptions options = Objects.requireNonNullElse(settings.retries(), RetryOptions.off());
        Sender sender = new CallSender(core, call, timeout, attempt(generated));
        Answered answered = core.retries().run(new RetryableCall(call, request, timeout, options, sender));
        return new AnswerOfCall(answered.answer(), call, answered.attempts());
    }

    /** A success has come here; what is no success has become an exception in {@link #execute} already. */
    @Override
    public TelnyxException toException(
            ApiOperation generated, @Nullable RawResponse response, @Nullable IOException failure) {
        RawResponse answer = Objects.requireNonNull(response, "a call without an answer is reported where it is made");
        return unusable(core.errors(), answer, problem(answer, failure), failure);
    }

    /** Builds the error for a success of {@link #execute} whose body is of no use. */
    static TelnyxException unusable(
            ErrorFactory errors, RawResponse success, BodyProblem problem, @Nullable Throwable cause) {
        AnswerOfCall answer = (AnswerOfCall) success;
        ResponseHead head = new ResponseHead(answer.status(), answer::header);
        TelnyxException last = errors.unusableBody(answer.call(), head, problem, cause);
        History history = new History(answer.attempts(), last.outcome(), null, false, List.of());
        return errors.ofAttempts(answer.call(), last, history);
    }

    private CallSender.Begin attempt(ApiOperation generated) {
        return operation == null
                ? (request, resends) -> core.telemetry().rawAttempt(generated, request, resends)
                : (request, resends) -> core.telemetry().attempt(generated, request, resends);
    }

    private CallContext context(ApiOperation generated, HttpUriRequestBase request) {
        Operation known = operation;
        String commandId = core.fields().commandId(request.getEntity());
        Repeatability repeatability = repeatability(generated, request, commandId);
        Traces traces = new Traces(
                commandId,
                core.fields().customerReference(request.getEntity()),
                known == null ? null : known.whenUnknown());
        String name = known == null ? generated.id() : known.name();
        return new CallContext(name, repeatability, privateTexts, traces);
    }

    /**
     * What happens if this request arrives twice, by what the specification says of it and by what it carries. GET, PUT,
     * PATCH and DELETE are idempotent by effect on this API; a POST is done again when it is sent again, unless it
     * carries something by which Telnyx recognises it.
     */
    private static Repeatability repeatability(
            ApiOperation generated, HttpUriRequestBase request, @Nullable String commandId) {
        if (!generated.method().equals("POST")) {
            return IDEMPOTENT_METHODS.contains(generated.method())
                    ? Repeatability.IDEMPOTENT
                    : Repeatability.NOT_REPEATABLE;
        }
        if (generated.declaresHeader(IDEMPOTENCY_KEY)) {
            if (!request.containsHeader(IDEMPOTENCY_KEY)) {
                request.setHeader(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
            }
            return Repeatability.KEYED;
        }
        return commandId == null ? Repeatability.NOT_REPEATABLE : Repeatability.DEDUPLICATED;
    }

    private static BodyProblem problem(RawResponse answer, @Nullable IOException failure) {
        if (failure instanceof CallEndedException ended) {
            return ended.reason() == CallEndedException.Reason.DEADLINE
                    ? BodyProblem.DEADLINE
                    : BodyProblem.INTERRUPTED;
        }
        if (failure instanceof BodyTooLargeException) {
            return BodyProblem.TOO_LARGE;
        }
        if (failure instanceof UnreadableBodyException) {
            return answer.body().length == 0 ? BodyProblem.EMPTY : BodyProblem.NOT_UNDERSTOOD;
        }
        return BodyProblem.CUT_OFF;
    }
}
