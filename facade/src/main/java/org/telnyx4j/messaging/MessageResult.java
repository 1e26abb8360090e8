package org.telnyx4j.messaging;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.generated.model.ApiError;
import org.telnyx4j.generated.model.ApiErrorSource;
import org.telnyx4j.generated.model.MessageCost;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageSender;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.ids.CorrelationToken;

/** A message in the state that a response, or an event, reports. */
public final class MessageResult extends Result<MessagePayload> {
    /**
     * Creates a result.
     *
     * @param payload the message
     * @param response the response that it came in, or null
     */
    public MessageResult(MessagePayload payload, @Nullable ApiResponse<?> response) {
        super(payload, response);
    }

    /**
     * Returns a message with the accessors of this class, such as that of an event.
     *
     * @param payload the message as the generated client has it
     * @return the message, without request id and rate limit
     */
    public static MessageResult of(MessagePayload payload) {
        return new MessageResult(payload, null);
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @param json a JSON object
     * @return the message, without request id and rate limit
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     */
    public static MessageResult fromJson(String json) {
        return of(MessagePayload.fromJson(json));
    }

    /**
     * Reads what {@link #toMap()} returned. Jackson uses this.
     *
     * @param fields the fields by their names on the wire
     * @return the message, without request id and rate limit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MessageResult fromMap(Map<String, ? extends @Nullable Object> fields) {
        return of(MessagePayload.fromMap(fields));
    }

    /**
     * Returns the message's id, which its webhooks have too.
     *
     * @return the id, or an empty text where the response has none
     */
    public String id() {
        String id = raw().getId();
        return id == null ? "" : id;
    }

    /**
     * Returns the token that the message was sent with, by which its events and its detail record are recognised.
     *
     * @return the token, or empty where its webhook URL has none
     */
    public Optional<CorrelationToken> correlationToken() {
        return Optional.ofNullable(raw().getWebhookUrl()).flatMap(CorrelationToken::inUrl);
    }

    /**
     * Returns the recipients, and the status of the message for each.
     *
     * @return an unmodifiable list
     */
    public List<Recipient> recipients() {
        return recipients("to");
    }

    /**
     * Returns the other members of a group that a received group message was sent to.
     *
     * @return an unmodifiable list
     */
    public List<Recipient> cc() {
        return recipients("cc");
    }

    /**
     * Returns the status of the message for its first recipient.
     *
     * @return the status, or empty where the response has none
     */
    public Optional<MessageStatus> status() {
        List<Recipient> recipients = recipients();
        return recipients.isEmpty() ? Optional.empty() : recipients.get(0).status();
    }

    /**
     * Returns the sender.
     *
     * @return a number in E.164 form, a short code or an alphanumeric id, or empty where the response has none
     */
    public Optional<String> from() {
        // An object in the specification; the number alone in the messages of groups and number pools.
        Object from = raw().get("from");
        return from instanceof MessageSender sender
                ? Optional.ofNullable(sender.getPhoneNumber())
                : Optional.ofNullable(from).filter(String.class::isInstance).map(String.class::cast);
    }

    /**
     * Returns the text.
     *
     * @return the text, or empty where there is none
     */
    public Optional<String> text() {
        return Optional.ofNullable(raw().getText());
    }

    /**
     * Returns how many parts the text has, each of which costs.
     *
     * @return the number, or empty where the response has none
     */
    public OptionalInt parts() {
        Integer parts = raw().getParts();
        return parts == null ? OptionalInt.empty() : OptionalInt.of(parts);
    }

    /**
     * Returns the encoding of the text.
     *
     * @return such as {@code GSM-7} or {@code UCS-2}, or empty where the response has none
     */
    public Optional<String> encoding() {
        return Optional.ofNullable(raw().getEncoding());
    }

    /**
     * Returns the cost of the message.
     *
     * @return the cost, or empty as long as Telnyx does not know it
     */
    public Optional<Cost> cost() {
        MessageCost cost = raw().getCost();
        Object amount = cost == null ? null : cost.get("amount");
        if (cost == null || amount == null || cost.getCurrency() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Cost(new BigDecimal(amount.toString().strip()), cost.getCurrency()));
        } catch (NumberFormatException notANumber) {
            // An unreadable price is no reason to lose a message that was sent; raw() has it as it came.
            return Optional.empty();
        }
    }

    /**
     * Returns when Telnyx received the message.
     *
     * @return the time, or empty where the response has none
     */
    public Optional<OffsetDateTime> receivedAt() {
        return Optional.ofNullable(raw().getReceivedAt());
    }

    /**
     * Returns when Telnyx passed the message on.
     *
     * @return the time, or empty before
     */
    public Optional<OffsetDateTime> sentAt() {
        return Optional.ofNullable(raw().getSentAt());
    }

    /**
     * Returns when the message reached its final status.
     *
     * @return the time, or empty before
     */
    public Optional<OffsetDateTime> completedAt() {
        return Optional.ofNullable(raw().getCompletedAt());
    }

    /**
     * Returns until when Telnyx tries to send the message.
     *
     * @return the time, or empty where the response has none
     */
    public Optional<OffsetDateTime> validUntil() {
        return Optional.ofNullable(raw().getValidUntil());
    }

    /**
     * Returns the errors of the message.
     *
     * @return an unmodifiable list, empty where nothing went wrong
     */
    public List<TelnyxError> errors() {
        return items("errors").flatMap(MessageResult::error).toList();
    }

    /**
     * Returns whether Telnyx has accepted the message and nothing has failed so far. Accepted is not yet delivered.
     *
     * @return false if {@link #isFailed()}, or if it was cancelled
     */
    public boolean isAccepted() {
        return !isFailed() && status().filter(MessageStatus.CANCELLED::equals).isEmpty();
    }

    /**
     * Returns whether the message will not arrive at one recipient at least.
     *
     * @return true if the status for a recipient is a failure, or if there are errors and no status
     */
    public boolean isFailed() {
        List<Recipient> recipients = recipients();
        return recipients.stream().anyMatch(Recipient::isFailed)
                || (recipients.stream().allMatch(recipient -> recipient.status().isEmpty()) && !errors().isEmpty());
    }

    /**
     * Returns whether the message was delivered to all its recipients.
     *
     * @return true if there are recipients and the status for each is delivered
     */
    public boolean isDelivered() {
        List<Recipient> recipients = recipients();
        return !recipients.isEmpty() && recipients.stream().allMatch(Recipient::isDelivered);
    }

    /**
     * Returns whether no status will change any more.
     *
     * @return true if there are recipients and the status for each is final
     */
    public boolean isFinal() {
        List<Recipient> recipients = recipients();
        return !recipients.isEmpty() && recipients.stream().allMatch(Recipient::isFinal);
    }

    /** Shows the id and the statuses; numbers and text are private. */
    @Override
    public String toString() {
        return "MessageResult[id=" + id() + ", recipients=" + recipients() + ", parts=" + raw().getParts()
                + ", errors="
                + errors().stream().map(error -> String.valueOf(error.code())).toList() + "]";
    }

    private List<Recipient> recipients(String field) {
        return items(field)
                .flatMap(item -> Stream.ofNullable(Recipient.read(item)))
                .toList();
    }

    private static Stream<TelnyxError> error(Object item) {
        if (item instanceof Map<?, ?> fields) {
            @SuppressWarnings("unchecked") // The plain form of JSON.
            ApiError error = ApiError.fromMap((Map<String, @Nullable Object>) fields);
            return error(error);
        }
        if (!(item instanceof ApiError error)) {
            return Stream.empty();
        }
        ApiErrorSource source = error.getSource();
        return Stream.of(new TelnyxError(
                Objects.toString(error.get("code"), null),
                error.getTitle(),
                error.getDetail(),
                source == null ? null : source.getPointer(),
                source == null ? null : source.getParameter(),
                error.getMeta() == null ? Map.of() : error.getMeta()));
    }

    /** The items of a list, as models or, where one of them is not of the documented form, as plain JSON. */
    private Stream<Object> items(String field) {
        return raw().get(field) instanceof List<?> items
                ? items.stream().filter(Objects::nonNull).map(Object.class::cast)
                : Stream.empty();
    }
}
