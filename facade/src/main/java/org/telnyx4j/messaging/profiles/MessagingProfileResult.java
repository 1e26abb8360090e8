package org.telnyx4j.messaging.profiles;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.generated.model.NumberPoolSettings;
import org.telnyx4j.generated.model.UrlShortenerSettings;

/**
 * What Telnyx says of a messaging profile at one moment. Safe for use by any number of threads as long as nobody
 * changes {@link #raw()}.
 *
 * <p>The secret of the old v1 API, where Telnyx tells it, is in {@link #raw()} alone.
 */
public final class MessagingProfileResult {
    private final MessagingProfile payload;
    private final @Nullable String requestId;
    private final @Nullable RateLimitState rateLimit;

    /**
     * Makes a result; applications need this for their tests only.
     *
     * @param payload what was answered; kept, not copied
     * @param requestId Telnyx's id of the request, or null where it was not said
     * @param rateLimit what the answer said of the caller's allowance, or null where it said nothing
     */
    public MessagingProfileResult(
            MessagingProfile payload, @Nullable String requestId, @Nullable RateLimitState rateLimit) {
        this.payload = Objects.requireNonNull(payload, "payload");
        this.requestId = requestId;
        this.rateLimit = rateLimit;
    }

    /**
     * Returns the profile's id.
     *
     * @return the id, or an empty text where Telnyx gave none
     */
    public String id() {
        String id = payload.getId();
        return id == null ? "" : id;
    }

    /**
     * Returns the profile's name, which another profile can have too.
     *
     * @return the name, or an empty text where Telnyx gave none
     */
    public String name() {
        String name = payload.getName();
        return name == null ? "" : name;
    }

    /**
     * Returns whether the profile can be used.
     *
     * @return the state, or empty where it was not said
     */
    public Optional<Boolean> enabled() {
        return Optional.ofNullable(payload.getEnabled());
    }

    /**
     * Returns where the events of the profile's messages go.
     *
     * @return the URL, or empty for none
     */
    public Optional<String> webhookUrl() {
        return Optional.ofNullable(payload.getWebhookUrl());
    }

    /**
     * Returns where events go that the webhook URL does not take.
     *
     * @return the URL, or empty for none
     */
    public Optional<String> webhookFailoverUrl() {
        return Optional.ofNullable(payload.getWebhookFailoverUrl());
    }

    /**
     * Returns the format of events.
     *
     * @return such as {@code 2}, or empty where it was not said
     */
    public Optional<String> webhookApiVersion() {
        MessagingProfile.WebhookApiVersionEnum version = payload.getWebhookApiVersion();
        return version == null ? Optional.empty() : Optional.of(version.getValue());
    }

    /**
     * Returns the countries that may be texted.
     *
     * @return an unmodifiable list of two capital letters each, of ISO 3166-1 alpha-2, or of {@code *} alone for all
     */
    public List<String> whitelistedDestinations() {
        List<String> countries = payload.getWhitelistedDestinations();
        return countries == null
                ? List.of()
                : countries.stream().filter(Objects::nonNull).toList();
    }

    /**
     * Returns how a sender is picked for messages that name none.
     *
     * @return the rules, or empty where the number pool is off
     */
    public Optional<NumberPool> numberPool() {
        NumberPoolSettings settings = payload.getNumberPoolSettings();
        if (settings == null) {
            return Optional.empty();
        }
        NumberPool.Builder pool = NumberPool.builder();
        ifSet(settings.getLongCodeWeight(), pool::longCodeWeight);
        ifSet(settings.getTollFreeWeight(), pool::tollFreeWeight);
        ifSet(settings.getSkipUnhealthy(), pool::skipUnhealthy);
        ifSet(settings.getGeomatch(), pool::geomatch);
        ifSet(settings.getStickySender(), pool::stickySender);
        return Optional.of(pool.build());
    }

    /**
     * Returns how links are shortened.
     *
     * @return the rules, or empty where shortening is off
     */
    public Optional<UrlShortener> urlShortener() {
        UrlShortenerSettings settings = payload.getUrlShortenerSettings();
        if (settings == null) {
            return Optional.empty();
        }
        UrlShortener.Builder shortener = UrlShortener.builder();
        ifSet(settings.getDomain(), shortener::domain);
        ifSet(settings.getPrefix(), shortener::prefix);
        ifSet(settings.getReplaceBlacklistOnly(), shortener::replaceBlacklistOnly);
        ifSet(settings.getSendWebhooks(), shortener::sendWebhooks);
        return Optional.of(shortener.build());
    }

    /**
     * Returns the sender for countries that want an alphanumeric one.
     *
     * @return the sender, or empty for none
     */
    public Optional<String> alphaSender() {
        return Optional.ofNullable(payload.getAlphaSender());
    }

    /**
     * Returns the most that the profile may cost in one day of UTC.
     *
     * @return US dollars, or empty where it was not said or is no number
     */
    public Optional<BigDecimal> dailySpendLimit() {
        String limit = payload.getDailySpendLimit();
        try {
            return limit == null ? Optional.empty() : Optional.of(new BigDecimal(limit.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether the daily spend limit counts.
     *
     * @return the state, or empty where it was not said
     */
    public Optional<Boolean> dailySpendLimitEnabled() {
        return Optional.ofNullable(payload.getDailySpendLimitEnabled());
    }

    /**
     * Returns whether an MMS may go out as an SMS instead.
     *
     * @return the state, or empty where it was not said
     */
    public Optional<Boolean> mmsFallBackToSms() {
        return Optional.ofNullable(payload.getMmsFallBackToSms());
    }

    /**
     * Returns whether Telnyx may resize media.
     *
     * @return the state, or empty where it was not said
     */
    public Optional<Boolean> mmsTranscoding() {
        return Optional.ofNullable(payload.getMmsTranscoding());
    }

    /**
     * Returns whether only mobile numbers may be texted.
     *
     * @return the state, or empty where it was not said
     */
    public Optional<Boolean> mobileOnly() {
        return Optional.ofNullable(payload.getMobileOnly());
    }

    /**
     * Returns whether Telnyx may choose the encoding of a text.
     *
     * @return the state, or empty where it was not said
     */
    public Optional<Boolean> smartEncoding() {
        return Optional.ofNullable(payload.getSmartEncoding());
    }

    /**
     * Returns the id of the AI assistant that is tied to the profile.
     *
     * @return the id, or empty for none
     */
    public Optional<String> aiAssistantId() {
        return Optional.ofNullable(payload.getAiAssistantId());
    }

    /**
     * Returns the id of the resource group that the profile is in.
     *
     * @return the id, or empty for none
     */
    public Optional<String> resourceGroupId() {
        return Optional.ofNullable(payload.getResourceGroupId());
    }

    /**
     * Returns where reports on the health of the profile's numbers go.
     *
     * @return the URL, or empty for none
     */
    public Optional<String> healthWebhookUrl() {
        return Optional.ofNullable(payload.getHealthWebhookUrl());
    }

    /**
     * Returns whether the content of messages is blanked out in Telnyx's records.
     *
     * @return the state, or empty where it was not said
     */
    public Optional<Boolean> redactionEnabled() {
        return Optional.ofNullable(payload.getRedactionEnabled());
    }

    /**
     * Returns the id of the account that the profile is in.
     *
     * @return the id, or empty where it was not said
     */
    public Optional<String> organizationId() {
        return Optional.ofNullable(payload.getOrganizationId());
    }

    /**
     * Returns when the profile was made.
     *
     * @return the time, or empty where it was not said
     */
    public Optional<OffsetDateTime> createdAt() {
        return Optional.ofNullable(payload.getCreatedAt());
    }

    /**
     * Returns when the profile was last changed.
     *
     * @return the time, or empty where it was not said
     */
    public Optional<OffsetDateTime> updatedAt() {
        return Optional.ofNullable(payload.getUpdatedAt());
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
    public MessagingProfile raw() {
        return payload;
    }

    /** Two are equal if Telnyx said the same of the profile, in whichever answer. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessagingProfileResult that && payload.equals(that.payload);
    }

    @Override
    public int hashCode() {
        return payload.hashCode();
    }

    /** Tells id and state; name, URLs and secret are private. */
    @Override
    public String toString() {
        return "MessagingProfileResult[id=" + id() + ", enabled=" + payload.getEnabled() + "]";
    }

    private static <T> void ifSet(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
