package org.telnyx4j.messaging;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.generated.model.ApiError;
import org.telnyx4j.generated.model.ApiErrorSource;
import org.telnyx4j.generated.model.MessageCost;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.MessageSender;

/**
 * What Telnyx says of a message at one moment. Safe for use by any number of threads as long as nobody changes
 * {@link #raw()}.
 */
public final class MessageResult {
    private final MessagePayload payload;
    private final @Nullable String requestId;
    private final @Nullable RateLimitState rateLimit;
    private final List<Recipient> recipients;
    private final List<TelnyxError> errors;

    /**
     * Makes a result; applications need this for their tests only.
     *
     * @param payload what was answered; kept, not copied
     * @param requestId Telnyx's id of the request, or null where it was not said
     * @param rateLimit what the answer said of the caller's allowance, or null where it said nothing
     */
    public MessageResult(MessagePayload payload, @Nullable String requestId, @Nullable RateLimitState rateLimit) {
        this.payload = Objects.requireNonNull(payload, "payload");
        this.requestId = requestId;
        this.rateLimit = rateLimit;
        this.recipients = present(payload.getTo()).map(MessageResult::recipient).toList();
        this.errors = present(payload.getErrors()).map(MessageResult::error).toList();
    }

    /**
     * Returns the message's id, which the webhooks about it carry too.
     *
     * @return the id, or an empty text where Telnyx gave none
     */
    public String id() {
        String id = payload.getId();
        return id == null ? "" : id;
    }

    /**
     * Returns who gets the message, and how far it has come to each.
     *
     * @return an unmodifiable list
     */
    public List<Recipient> recipients() {
        return recipients;
    }

    /**
     * Returns how far the message has come to its first recipient.
     *
     * @return the status, or empty where it was not said
     */
    public Optional<DeliveryStatus> status() {
        return recipients.isEmpty() ? Optional.empty() : recipients.get(0).status();
    }

    /**
     * Returns who sends the message.
     *
     * @return a number in E.164 form, a short code or an alphanumeric id, or empty where it was not said
     */
    public Optional<String> from() {
        MessageSender from = payload.getFrom();
        return from == null ? Optional.empty() : Optional.ofNullable(from.getPhoneNumber());
    }

    /**
     * Returns what the message says.
     *
     * @return the text, or empty where there is none
     */
    public Optional<String> text() {
        return Optional.ofNullable(payload.getText());
    }

    /**
     * Returns how many parts the text takes, each of which costs.
     *
     * @return the number, or empty where it was not said
     */
    public OptionalInt parts() {
        Integer parts = payload.getParts();
        return parts == null ? OptionalInt.empty() : OptionalInt.of(parts);
    }

    /**
     * Returns how the text is encoded.
     *
     * @return such as {@code GSM-7} or {@code UCS-2}, or empty where it was not said
     */
    public Optional<String> encoding() {
        return Optional.ofNullable(payload.getEncoding());
    }

    /**
     * Returns what the message costs.
     *
     * @return the cost, or empty while Telnyx does not know it
     */
    public Optional<Cost> cost() {
        MessageCost cost = payload.getCost();
        if (cost == null || cost.getAmount() == null || cost.getCurrency() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Cost(new BigDecimal(cost.getAmount().strip()), cost.getCurrency()));
        } catch (NumberFormatException notANumber) {
            // An unreadable price is no reason to lose a message that went out; raw() has it as it came.
            return Optional.empty();
        }
    }

    /**
     * Returns when Telnyx took the message.
     *
     * @return the time, or empty where it was not said
     */
    public Optional<OffsetDateTime> receivedAt() {
        return Optional.ofNullable(payload.getReceivedAt());
    }

    /**
     * Returns when the message was sent on.
     *
     * @return the time, or empty before
     */
    public Optional<OffsetDateTime> sentAt() {
        return Optional.ofNullable(payload.getSentAt());
    }

    /**
     * Returns when the message came to its final state.
     *
     * @return the time, or empty before
     */
    public Optional<OffsetDateTime> completedAt() {
        return Optional.ofNullable(payload.getCompletedAt());
    }

    /**
     * Returns until when Telnyx tries to send the message.
     *
     * @return the time, or empty where it was not said
     */
    public Optional<OffsetDateTime> validUntil() {
        return Optional.ofNullable(payload.getValidUntil());
    }

    /**
     * Returns what went wrong with the message.
     *
     * @return an unmodifiable list, empty where nothing did
     */
    public List<TelnyxError> errors() {
        return errors;
    }

    /**
     * Tells whether Telnyx has the message and nothing has failed so far. Accepted is not yet delivered.
     *
     * @return false if {@link #isFailed()}, or if it was cancelled
     */
    public boolean isAccepted() {
        return !isFailed() && status().filter(DeliveryStatus.CANCELLED::equals).isEmpty();
    }

    /**
     * Tells whether the message will not arrive at one recipient at least.
     *
     * @return true if a recipient's status is a failure, or there are errors and no recipient's status
     */
    public boolean isFailed() {
        boolean told = false;
        for (Recipient recipient : recipients) {
            if (recipient.status().isPresent()) {
                told = true;
                if (recipient.status().get().isFailure()) {
                    return true;
                }
            }
        }
        return !told && !errors.isEmpty();
    }

    /**
     * Returns Telnyx's id of the request that this answers, for its support.
     *
     * @return the id, or empty where it was not said
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /**
     * Returns what the answer said of the caller's allowance.
     *
     * @return the state, or empty where it said nothing
     */
    public Optional<RateLimitState> rateLimit() {
        return Optional.ofNullable(rateLimit);
    }

    /**
     * Returns the answer as the generated client read it, with every field of the API, known or not.
     *
     * @return the payload itself, not a copy
     */
    public MessagePayload raw() {
        return payload;
    }

    /** Tells id and states; numbers and text are private. */
    @Override
    public String toString() {
        return "MessageResult[id=" + id() + ", recipients=" + recipients + ", parts=" + payload.getParts() + ", errors="
                + errors.stream().map(error -> String.valueOf(error.code())).toList() + "]";
    }

    private static Recipient recipient(MessageRecipient recipient) {
        String number = recipient.getPhoneNumber();
        MessageRecipient.StatusEnum status = recipient.getStatus();
        MessageRecipient.LineTypeEnum lineType = recipient.getLineType();
        return new Recipient(
                number == null ? "" : number,
                status == null ? null : DeliveryStatus.of(status.getValue()),
                recipient.getCarrier(),
                lineType == null ? null : lineType.getValue());
    }

    private static TelnyxError error(ApiError error) {
        ApiErrorSource source = error.getSource();
        return new TelnyxError(
                error.getCode(),
                error.getTitle(),
                error.getDetail(),
                source == null ? null : source.getPointer(),
                source == null ? null : source.getParameter(),
                error.getMeta() == null ? Map.of() : error.getMeta());
    }

    /** What a list of the answer has: an entry that is null is no reason to lose a message that went out. */
    private static <T> Stream<T> present(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }
}
