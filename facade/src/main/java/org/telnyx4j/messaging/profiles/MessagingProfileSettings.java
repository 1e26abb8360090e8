package org.telnyx4j.messaging.profiles;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a messaging profile that is to be made or changed. Only what is set goes out, and each setting that
 * Telnyx can be without has three states: not set, which leaves it as it is; set to a value; and set to {@code null},
 * which takes it away. Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * MessagingProfileSettings.builder()
 *         .name("Support")
 *         .whitelistedDestinations(List.of("CA", "US"))
 *         .webhookUrl("https://example.com/telnyx")
 *         .build()
 * }</pre>
 *
 * <p>The rules are checked when the settings are sent.
 */
public final class MessagingProfileSettings {
    private final Map<String, @Nullable Object> fields;

    private MessagingProfileSettings(Builder builder) {
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
    }

    /**
     * Starts settings that say nothing.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts other settings from these.
     *
     * @return a new builder that holds the same values
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.fields.putAll(fields);
        return builder;
    }

    /**
     * Returns what is set, as it goes on the wire, the secret of the old API included.
     *
     * @return an unmodifiable map from the API's names to values: text, Boolean, BigDecimal, list, map, or null for what
     *     is to be taken away
     */
    public Map<String, @Nullable Object> fields() {
        return fields;
    }

    /** Two are equal if they set the same fields to the same values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessagingProfileSettings that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** Names what is set, without the values, some of which are private. */
    @Override
    public String toString() {
        return "MessagingProfileSettings" + fields.keySet();
    }

    /** Collects settings. Mutable, for one thread. */
    public static final class Builder {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the profile's name, which another profile can have too. A new profile needs one.
         *
         * @param name the name, not blank
         * @return this builder
         */
        public Builder name(String name) {
            return required("name", name);
        }

        /**
         * Sets the countries that may be texted. A new profile needs at least one.
         *
         * @param countries two capital letters each, of ISO 3166-1 alpha-2, or {@code *} alone for all countries
         * @return this builder
         */
        public Builder whitelistedDestinations(List<String> countries) {
            return required("whitelisted_destinations", List.copyOf(countries));
        }

        /**
         * Sets whether the profile can be used. Telnyx assumes yes for a new one.
         *
         * @param enabled the choice
         * @return this builder
         */
        public Builder enabled(boolean enabled) {
            return required("enabled", enabled);
        }

        /**
         * Sets where the events of the profile's messages go.
         *
         * @param webhookUrl an http or https URL, or null for none
         * @return this builder
         */
        public Builder webhookUrl(@Nullable String webhookUrl) {
            return set("webhook_url", webhookUrl);
        }

        /**
         * Sets where events go if the webhook URL does not take them.
         *
         * @param webhookFailoverUrl an http or https URL, or null for none
         * @return this builder
         */
        public Builder webhookFailoverUrl(@Nullable String webhookFailoverUrl) {
            return set("webhook_failover_url", webhookFailoverUrl);
        }

        /**
         * Sets the format of events. Telnyx assumes {@code 2} for a new profile.
         *
         * @param webhookApiVersion {@code 2}, or one of the older {@code 1} and {@code 2010-04-01}
         * @return this builder
         */
        public Builder webhookApiVersion(String webhookApiVersion) {
            return required("webhook_api_version", webhookApiVersion);
        }

        /**
         * Sets how a sender is picked for messages that name none. Telnyx takes it as a whole: what it leaves open gets
         * Telnyx's default, except by {@link MessagingProfiles#createOrUpdate}, which leaves that as it is.
         *
         * @param numberPool the rules, or null to switch the number pool off
         * @return this builder
         */
        public Builder numberPool(@Nullable NumberPool numberPool) {
            return set("number_pool_settings", numberPool == null ? null : numberPool.fields());
        }

        /**
         * Sets how links are shortened. Telnyx takes it as a whole: what it leaves open gets Telnyx's default, except by
         * {@link MessagingProfiles#createOrUpdate}, which leaves that as it is.
         *
         * @param urlShortener the rules, or null to switch shortening off
         * @return this builder
         */
        public Builder urlShortener(@Nullable UrlShortener urlShortener) {
            return set("url_shortener_settings", urlShortener == null ? null : urlShortener.fields());
        }

        /**
         * Sets the sender for countries that want an alphanumeric one.
         *
         * @param alphaSender 1 to 11 letters, digits and spaces, or null for none
         * @return this builder
         */
        public Builder alphaSender(@Nullable String alphaSender) {
            return set("alpha_sender", alphaSender);
        }

        /**
         * Sets the most that the profile may cost in one day of UTC. It counts only with
         * {@link #dailySpendLimitEnabled}.
         *
         * @param usDollars zero or more, in US dollars
         * @return this builder
         */
        public Builder dailySpendLimit(BigDecimal usDollars) {
            return required("daily_spend_limit", usDollars.toPlainString());
        }

        /**
         * Sets whether the daily spend limit counts.
         *
         * @param dailySpendLimitEnabled the choice
         * @return this builder
         */
        public Builder dailySpendLimitEnabled(boolean dailySpendLimitEnabled) {
            return required("daily_spend_limit_enabled", dailySpendLimitEnabled);
        }

        /**
         * Sets whether an MMS may go out as an SMS instead. Telnyx assumes no for a new profile.
         *
         * @param mmsFallBackToSms the choice
         * @return this builder
         */
        public Builder mmsFallBackToSms(boolean mmsFallBackToSms) {
            return required("mms_fall_back_to_sms", mmsFallBackToSms);
        }

        /**
         * Sets whether Telnyx may resize media. Telnyx assumes no for a new profile.
         *
         * @param mmsTranscoding the choice
         * @return this builder
         */
        public Builder mmsTranscoding(boolean mmsTranscoding) {
            return required("mms_transcoding", mmsTranscoding);
        }

        /**
         * Sets whether only mobile numbers may be texted. Telnyx assumes no for a new profile.
         *
         * @param mobileOnly the choice
         * @return this builder
         */
        public Builder mobileOnly(boolean mobileOnly) {
            return required("mobile_only", mobileOnly);
        }

        /**
         * Sets whether Telnyx may choose the encoding of a text so that it takes fewer parts. Telnyx assumes no for a
         * new profile.
         *
         * @param smartEncoding the choice
         * @return this builder
         */
        public Builder smartEncoding(boolean smartEncoding) {
            return required("smart_encoding", smartEncoding);
        }

        /**
         * Sets the AI assistant that is tied to the profile.
         *
         * @param aiAssistantId its id of at most 64 characters, or null for none
         * @return this builder
         */
        public Builder aiAssistantId(@Nullable String aiAssistantId) {
            return set("ai_assistant_id", aiAssistantId);
        }

        /**
         * Sets the resource group that a new profile is in. It cannot be changed later.
         *
         * @param resourceGroupId its id of at most 64 characters, or null for none
         * @return this builder
         */
        public Builder resourceGroupId(@Nullable String resourceGroupId) {
            return set("resource_group_id", resourceGroupId);
        }

        /**
         * Sets where reports on the health of a new profile's numbers go. It cannot be changed later, and Telnyx has
         * given it up.
         *
         * @param healthWebhookUrl an http or https URL, or null for none
         * @return this builder
         */
        public Builder healthWebhookUrl(@Nullable String healthWebhookUrl) {
            return set("health_webhook_url", healthWebhookUrl);
        }

        /**
         * Sets the secret for the old v1 API. Only {@link MessagingProfiles#update} takes it.
         *
         * @param v1Secret the secret, not blank
         * @return this builder
         */
        public Builder v1Secret(String v1Secret) {
            return required("v1_secret", v1Secret);
        }

        /**
         * Makes the settings.
         *
         * @return immutable settings
         */
        public MessagingProfileSettings build() {
            return new MessagingProfileSettings(this);
        }

        private Builder required(String field, Object value) {
            return set(field, Objects.requireNonNull(value, field));
        }

        private Builder set(String field, @Nullable Object value) {
            fields.put(field, value);
            return this;
        }
    }
}
