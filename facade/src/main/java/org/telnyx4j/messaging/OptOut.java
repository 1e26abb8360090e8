package org.telnyx4j.messaging;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.MessagingOptOut;

/** A recipient who does not want messages of a sender or a messaging profile. */
public final class OptOut extends Result<MessagingOptOut> {
    /**
     * Creates a result.
     *
     * @param optOut the opt-out
     * @param response the response that it came in, or null
     */
    public OptOut(MessagingOptOut optOut, @Nullable ApiResponse<?> response) {
        super(optOut, response);
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @param json a JSON object
     * @return the opt-out, without request id and rate limit
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     */
    public static OptOut fromJson(String json) {
        return new OptOut(MessagingOptOut.fromJson(json), null);
    }

    /**
     * Reads what {@link #toMap()} returned. Jackson uses this.
     *
     * @param fields the fields by their names on the wire
     * @return the opt-out, without request id and rate limit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OptOut fromMap(Map<String, ? extends @Nullable Object> fields) {
        return new OptOut(MessagingOptOut.fromMap(fields), null);
    }

    /**
     * Returns who opted out.
     *
     * @return the recipient's number, or empty where the response has none
     */
    public Optional<String> to() {
        return Optional.ofNullable(raw().getTo());
    }

    /**
     * Returns whose messages the recipient does not want.
     *
     * @return the sender, or empty where the response has none
     */
    public Optional<String> from() {
        return Optional.ofNullable(raw().getFrom());
    }

    /**
     * Returns the word that the recipient sent.
     *
     * @return the keyword, or empty where the response has none
     */
    public Optional<String> keyword() {
        return Optional.ofNullable(raw().getKeyword());
    }

    /**
     * Returns the messaging profile whose messages the recipient does not want.
     *
     * @return the profile's id, or empty where the response has none
     */
    public Optional<String> messagingProfileId() {
        return Optional.ofNullable(raw().getMessagingProfileId());
    }

    /**
     * Returns when the recipient opted out.
     *
     * @return the time, or empty where the response has none
     */
    public Optional<OffsetDateTime> createdAt() {
        return Optional.ofNullable(raw().getCreatedAt());
    }

    /** Shows the profile and the time; numbers and keyword are private. */
    @Override
    public String toString() {
        return "OptOut[messagingProfileId=" + raw().getMessagingProfileId() + ", createdAt=" + raw().getCreatedAt()
                + "]";
    }
}
