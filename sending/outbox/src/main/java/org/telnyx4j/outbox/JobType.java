package org.telnyx4j.outbox;

import org.jspecify.annotations.Nullable;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.model.CreateNumberOrderRequest;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.Messages;
import org.telnyx4j.numbers.NumberOrderResult;
import org.telnyx4j.voice.CallCommandOutcome;
import org.telnyx4j.voice.Calls;
import org.telnyx4j.voice.PlacedCall;

/**
 * One kind of request: how it is read from its JSON and carried out.
 *
 * @param operation what the column {@code operation} has
 * @param kind what may be done where its outcome is unknown
 * @param request the class of the request
 * @param parser reads the JSON
 * @param sender carries it out
 * @param needsTarget whether it is for a call
 */
record JobType<T extends JsonModel>(
        String operation, JobKind kind, Class<T> request, Parser<T> parser, Sender<T> sender, boolean needsTarget) {

    /** Reads a request from JSON. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(String json);
    }

    /** Carries a request out. */
    @FunctionalInterface
    interface Sender<T> {
        SendResult send(TelnyxOperations telnyx, Attempt<T> attempt);
    }

    /** One of the operations of {@link Messages}. */
    @FunctionalInterface
    interface MessageCall<T> {
        MessageResult send(Messages messages, T request, RequestOptions options);
    }

    /** One of the operations of {@link Calls}. */
    @FunctionalInterface
    interface CommandCall<T> {
        CallCommandOutcome send(Calls calls, CallControlId id, T request, RequestOptions options);
    }

    /**
     * What goes out.
     *
     * @param request as it was stored
     * @param target the call, or null where there is none
     * @param token of the claim
     * @param options deadline and retries
     */
    record Attempt<T>(T request, @Nullable String target, String token, RequestOptions options) {}

    static <T extends JsonModel> JobType<T> message(
            String operation, Class<T> request, Parser<T> parser, MessageCall<T> call) {
        return new JobType<>(
                operation,
                JobKind.MESSAGE,
                request,
                parser,
                (telnyx, attempt) -> SendResult.of(call.send(telnyx.messages(), attempt.request(), attempt.options())),
                false);
    }

    static <T extends JsonModel> JobType<T> command(
            String operation, Class<T> request, Parser<T> parser, CommandCall<T> call) {
        return new JobType<>(
                operation,
                JobKind.CALL_COMMAND,
                request,
                parser,
                (telnyx, attempt) -> {
                    CallControlId id = CallControlId.of(attempt.target() == null ? "" : attempt.target());
                    T command = withDefault(attempt.request(), "command_id", attempt.token());
                    call.send(telnyx.calls(), id, command, attempt.options());
                    return SendResult.ofId(null);
                },
                true);
    }

    static JobType<OutgoingCall> dial(String operation, Class<OutgoingCall> request, Parser<OutgoingCall> parser) {
        return new JobType<>(
                operation,
                JobKind.CALL_COMMAND,
                request,
                parser,
                (telnyx, attempt) -> {
                    OutgoingCall dial = withDefault(attempt.request(), "command_id", attempt.token());
                    PlacedCall call = telnyx.calls().dial(dial, attempt.options());
                    return SendResult.ofId(call.callControlId().value());
                },
                false);
    }

    static JobType<CreateNumberOrderRequest> numberOrder(
            String operation, Class<CreateNumberOrderRequest> request, Parser<CreateNumberOrderRequest> parser) {
        return new JobType<>(
                operation,
                JobKind.NUMBER_ORDER,
                request,
                parser,
                (telnyx, attempt) -> {
                    CreateNumberOrderRequest order =
                            withDefault(attempt.request(), "customer_reference", attempt.token());
                    NumberOrderResult result = telnyx.numberOrders().create(order, attempt.options());
                    return SendResult.of(result);
                },
                false);
    }

    /** Reads and sends in one step, so that the class of the request is known. */
    SendResult send(
            TelnyxOperations telnyx, JsonModel payload, @Nullable String target, String token, RequestOptions options) {
        return sender.send(telnyx, new Attempt<>(request.cast(payload), target, token, options));
    }

    /** Returns what finds the request again: the application's own value, or else that of the claim. */
    static <T extends JsonModel> T withDefault(T request, String field, String value) {
        @SuppressWarnings("unchecked") // A copy has the class of the model.
        T complete = request.has(field) ? request : (T) request.with(field, value);
        return complete;
    }

    static String newToken() {
        return CorrelationToken.random().value();
    }
}
