package org.telnyx4j.internal.core;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;
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
import org.telnyx4j.internal.errors.Repeatability;
import org.telnyx4j.internal.errors.ResponseHead;
import org.telnyx4j.internal.telemetry.ActiveAttempt;
import org.telnyx4j.internal.transport.CallEndedException;

/** Joins the generated client to our transport and our exceptions, with the settings of a call. */
final class CallTransport implements Transport, FailureHandler {
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
        Duration timeout = Objects.requireNonNull(settings.timeout(), "the built-in timeout");
        ActiveAttempt attempt = operation == null
                ? core.telemetry().rawAttempt(generated, request, 0)
                : core.telemetry().attempt(generated, request, 0);
        try {
            RawResponse response = core.transport().send(context(generated), timeout, request);
            attempt.end(response, null);
            return response;
        } catch (Throwable e) {
            attempt.end(null, e);
            throw e;
        }
    }

    @Override
    public TelnyxException toException(
            ApiOperation generated, @Nullable RawResponse response, @Nullable IOException failure) {
        CallContext call = context(generated);
        RawResponse answer = Objects.requireNonNull(response, "a call without an answer is reported by the transport");
        ResponseHead head = new ResponseHead(answer.status(), answer::header);
        if (answer.isSuccess()) {
            return core.errors().unusableBody(call, head, problem(answer, failure), failure);
        }
        return core.errors().fromResponse(call, head, answer.body());
    }

    private CallContext context(ApiOperation generated) {
        Operation known = operation;
        return known == null
                ? new CallContext(generated.id(), repeatability(generated), privateTexts)
                : new CallContext(known.name(), known.repeatability(), privateTexts);
    }

    /** GET, PUT, PATCH and DELETE are idempotent by effect on this API; a POST is done again when it is sent again. */
    private static Repeatability repeatability(ApiOperation generated) {
        return generated.method().equals("POST") ? Repeatability.NOT_REPEATABLE : Repeatability.IDEMPOTENT;
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
