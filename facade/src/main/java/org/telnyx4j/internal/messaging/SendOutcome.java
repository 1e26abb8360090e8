package org.telnyx4j.internal.messaging;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageResponse;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.SendReport;

/**
 * What became of a message that guards had allowed. Immutable.
 *
 * @param outcome whether it was accepted
 * @param failure what the caller gets instead of a response, or null
 * @param response the response, or null
 */
record SendOutcome(
        Outcome outcome,
        @Nullable TelnyxException failure,
        @Nullable ApiResponse<?> response) implements SendReport {
    /** Nothing went out, for a reason that is no {@code TelnyxException}. */
    static final SendOutcome NOT_SENT = new SendOutcome(Outcome.NOT_CARRIED_OUT, null, null);

    /** Something was thrown on the way that is no {@code TelnyxException}. */
    static final SendOutcome UNKNOWN = new SendOutcome(Outcome.UNKNOWN, null, null);

    static SendOutcome of(ApiResponse<?> response) {
        return new SendOutcome(Outcome.CARRIED_OUT, null, response);
    }

    static SendOutcome of(TelnyxException failure) {
        return new SendOutcome(failure.outcome(), failure, null);
    }

    @Override
    public int attempts() {
        return response != null ? response.attempts() : failure != null ? failure.attempts() : 0;
    }

    @Override
    public Optional<TelnyxException> error() {
        return Optional.ofNullable(failure);
    }

    @Override
    public Optional<String> messageId() {
        return message().map(MessageResult::id).filter(id -> !id.isEmpty());
    }

    @Override
    public Optional<String> sender() {
        return message().flatMap(MessageResult::from);
    }

    @Override
    public Optional<String> messagingProfileId() {
        return message().flatMap(message -> Optional.ofNullable(message.raw().getMessagingProfileId()));
    }

    @Override
    public OptionalInt parts() {
        return message().map(MessageResult::parts).orElse(OptionalInt.empty());
    }

    @Override
    public Optional<Duration> retryAfter() {
        return error().flatMap(TelnyxException::retryAfter);
    }

    @Override
    public Optional<RateLimitState> rateLimit() {
        return response != null ? response.rateLimit() : error().flatMap(TelnyxException::rateLimit);
    }

    private Optional<MessageResult> message() {
        MessagePayload payload =
                response != null && response.data() instanceof MessageResponse body ? body.getData() : null;
        return Optional.ofNullable(payload).map(MessageResult::of);
    }

    /** Shows the outcome; what the message is, is private. */
    @Override
    public String toString() {
        return "SendReport[" + outcome + ", attempts=" + attempts() + "]";
    }
}
