package org.telnyx4j.messaging.profiles;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.Result;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.generated.model.NumberPoolSettings;
import org.telnyx4j.generated.model.UrlShortenerSettings;
import org.telnyx4j.generated.model.WebhookApiVersion;

/**
 * A messaging profile in the state that a response reports.
 *
 * <p>The secret of the old v1 API, where Telnyx returns it, is in {@link #raw()} alone.
 */
public final class MessagingProfileResult extends Result<MessagingProfile> {
    /**
     * Creates a result.
     *
     * @param payload the profile
     * @param response the response that it came in, or null
     */
    public MessagingProfileResult(MessagingProfile payload, @Nullable ApiResponse<?> response) {
        super(payload, response);
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @param json a JSON object
     * @return the profile, without request id and rate limit
     * @throws org.telnyx4j.json.JsonFormatException if it is no JSON object
     */
    public static MessagingProfileResult fromJson(String json) {
        return new MessagingProfileResult(MessagingProfile.fromJson(json), null);
    }

    /**
     * Reads what {@link #toMap()} returned. Jackson uses this.
     *
     * @param fields the fields by their names on the wire
     * @return the profile, without request id and rate limit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MessagingProfileResult fromMap(Map<String, ? extends @Nullable Object> fields) {
        return new MessagingProfileResult(MessagingProfile.fromMap(fields), null);
    }

    /**
     * Returns the profile's id.
     *
     * @return the id, or an empty text where the response has none
     */
    public String id() {
        String id = raw().getId();
        return id == null ? "" : id;
    }

    /**
     * Returns the profile's name, which another profile can have too.
     *
     * @return the name, or an empty text where the response has none
     */
    public String name() {
        String name = raw().getName();
        return name == null ? "" : name;
    }

    /**
     * Returns whether the profile can be used.
     *
     * @return the state, or empty where the response has none
     */
    public Optional<Boolean> enabled() {
        return Optional.ofNullable(raw().getEnabled());
    }

    /**
     * Returns where the events of the profile's messages go.
     *
     * @return the URL, or empty for none
     */
    public Optional<String> webhookUrl() {
        return Optional.ofNullable(raw().getWebhookUrl());
    }

    /**
     * Returns where events go that the webhook URL does not accept.
     *
     * @return the URL, or empty for none
     */
    public Optional<String> webhookFailoverUrl() {
        return Optional.ofNullable(raw().getWebhookFailoverUrl());
    }

    /**
     * Returns the format of events.
     *
     * @return such as {@link WebhookApiVersion#_2}, or empty where the response has none
     */
    public Optional<WebhookApiVersion> webhookApiVersion() {
        return Optional.ofNullable(raw().getWebhookApiVersion());
    }

    /**
     * Returns the countries that messages may go to.
     *
     * @return an unmodifiable list of two capital letters each, of ISO 3166-1 alpha-2, or of {@code *} alone for all
     */
    public List<String> whitelistedDestinations() {
        // A list with a null in it has no typed form.
        return raw().get("whitelisted_destinations") instanceof List<?> countries
                ? countries.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /**
     * Returns how a sender is chosen for messages without one.
     *
     * @return the rules, or empty where the number pool is off
     */
    public Optional<NumberPoolSettings> numberPool() {
        return Optional.ofNullable(raw().getNumberPoolSettings());
    }

    /**
     * Returns how links are shortened.
     *
     * @return the rules, or empty where shortening is off
     */
    public Optional<UrlShortenerSettings> urlShortener() {
        return Optional.ofNullable(raw().getUrlShortenerSettings());
    }

    /**
     * Returns the sender for countries that want an alphanumeric one.
     *
     * @return the sender, or empty for none
     */
    public Optional<String> alphaSender() {
        return Optional.ofNullable(raw().getAlphaSender());
    }

    /**
     * Returns the maximum cost of the profile in one day of UTC.
     *
     * @return US dollars, or empty where the response has none, or no number
     */
    public Optional<BigDecimal> dailySpendLimit() {
        String limit = raw().getDailySpendLimit();
        try {
            return limit == null ? Optional.empty() : Optional.of(new BigDecimal(limit.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether the daily spend limit is in force.
     *
     * @return the state, or empty where the response has none
     */
    public Optional<Boolean> dailySpendLimitEnabled() {
        return Optional.ofNullable(raw().getDailySpendLimitEnabled());
    }

    /**
     * Returns whether an MMS may go out as an SMS instead.
     *
     * @return the state, or empty where the response has none
     */
    public Optional<Boolean> mmsFallBackToSms() {
        return Optional.ofNullable(raw().getMmsFallBackToSms());
    }

    /**
     * Returns whether Telnyx may resize media.
     *
     * @return the state, or empty where the response has none
     */
    public Optional<Boolean> mmsTranscoding() {
        return Optional.ofNullable(raw().getMmsTranscoding());
    }

    /**
     * Returns whether messages go to mobile numbers only.
     *
     * @return the state, or empty where the response has none
     */
    public Optional<Boolean> mobileOnly() {
        return Optional.ofNullable(raw().getMobileOnly());
    }

    /**
     * Returns whether Telnyx may choose the encoding of a text.
     *
     * @return the state, or empty where the response has none
     */
    public Optional<Boolean> smartEncoding() {
        return Optional.ofNullable(raw().getSmartEncoding());
    }

    /**
     * Returns the id of the AI assistant that is tied to the profile.
     *
     * @return the id, or empty for none
     */
    public Optional<String> aiAssistantId() {
        return Optional.ofNullable(raw().getAiAssistantId());
    }

    /**
     * Returns the id of the resource group that the profile is in.
     *
     * @return the id, or empty for none
     */
    public Optional<String> resourceGroupId() {
        return Optional.ofNullable(raw().getResourceGroupId());
    }

    /**
     * Returns where reports on the health of the profile's numbers go.
     *
     * @return the URL, or empty for none
     */
    public Optional<String> healthWebhookUrl() {
        return Optional.ofNullable(raw().getHealthWebhookUrl());
    }

    /**
     * Returns whether the content of messages is blanked out in Telnyx's records.
     *
     * @return the state, or empty where the response has none
     */
    public Optional<Boolean> redactionEnabled() {
        return Optional.ofNullable(raw().getRedactionEnabled());
    }

    /**
     * Returns the id of the account that the profile is in.
     *
     * @return the id, or empty where the response has none
     */
    public Optional<String> organizationId() {
        return Optional.ofNullable(raw().getOrganizationId());
    }

    /**
     * Returns when the profile was created.
     *
     * @return the time, or empty where the response has none
     */
    public Optional<OffsetDateTime> createdAt() {
        return Optional.ofNullable(raw().getCreatedAt());
    }

    /**
     * Returns when the profile was last changed.
     *
     * @return the time, or empty where the response has none
     */
    public Optional<OffsetDateTime> updatedAt() {
        return Optional.ofNullable(raw().getUpdatedAt());
    }

    /** Shows id and state; name, URLs and secret are private. */
    @Override
    public String toString() {
        return "MessagingProfileResult[id=" + id() + ", enabled=" + raw().getEnabled() + "]";
    }
}
