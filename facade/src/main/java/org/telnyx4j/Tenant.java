package org.telnyx4j;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.config.Arguments;
import org.telnyx4j.internal.config.Checks;
import org.telnyx4j.internal.config.SettingsLayer;

/**
 * A named set of settings that one of many customers has. What a tenant leaves out, the client's own settings give.
 * Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * Tenant acme = Tenant.builder("acme").apiKey(key).from("+14165550123").build();
 * telnyx.withTenant(acme).messages().send(message);
 * }</pre>
 */
public final class Tenant {
    private final String name;
    private final SettingsLayer settings;

    private Tenant(Builder builder) {
        this.name = builder.name;
        this.settings = new SettingsLayer(
                builder.apiKey,
                builder.from,
                builder.messagingProfileId,
                builder.webhookUrl,
                builder.webhookFailoverUrl,
                builder.connectionId,
                builder.timeout,
                builder.retries);
    }

    /**
     * Starts a tenant.
     *
     * @param name what telemetry calls the tenant; not blank, and nothing private
     * @return a new builder
     * @throws IllegalArgumentException if the name is blank
     */
    public static Builder builder(String name) {
        return new Builder(Arguments.require(name, "name", Checks::notBlank));
    }

    /**
     * Returns the name.
     *
     * @return what telemetry calls the tenant
     */
    public String name() {
        return name;
    }

    SettingsLayer settings() {
        return settings;
    }

    /** Tells the name; the rest is private. */
    @Override
    public String toString() {
        return "Tenant[" + name + "]";
    }

    /** Collects a tenant's settings. Mutable, for one thread. */
    public static final class Builder {
        private final String name;
        private @Nullable Supplier<String> apiKey;
        private @Nullable String from;
        private @Nullable String messagingProfileId;
        private @Nullable String webhookUrl;
        private @Nullable String webhookFailoverUrl;
        private @Nullable String connectionId;
        private @Nullable Duration timeout;
        private @Nullable RetryOptions retries;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Sets the API key. It is checked when a call is made, so that one tenant's missing key stops that tenant only.
         *
         * @param apiKey the key
         * @return this builder
         */
        public Builder apiKey(String apiKey) {
            Objects.requireNonNull(apiKey, "apiKey");
            this.apiKey = () -> apiKey;
            return this;
        }

        /**
         * Sets where the API key comes from. It is asked for each request, so a key can change without a restart.
         *
         * @param apiKey returns the key at once; must be safe for use by many threads. What it throws reaches the caller
         *     as the cause of a {@link org.telnyx4j.errors.TelnyxAuthenticationException}
         * @return this builder
         */
        public Builder apiKey(Supplier<String> apiKey) {
            this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
            return this;
        }

        /**
         * Sets the default sender of messages. Where it is a number in E.164 form, it is also the default caller id of
         * calls that are placed ({@code calls().dial}); transfers do not use it. A sender that cannot call, such as a
         * short code, is no fault here: a call that names no caller id of its own is then refused before it is sent.
         *
         * @param from a number in E.164 form, a short code, or an alphanumeric id
         * @return this builder
         * @throws IllegalArgumentException if it is none of these
         */
        public Builder from(String from) {
            this.from = Arguments.require(from, "from", Checks::sender);
            return this;
        }

        /**
         * Sets the default messaging profile.
         *
         * @param messagingProfileId the profile's id
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder messagingProfileId(String messagingProfileId) {
            this.messagingProfileId = Arguments.require(messagingProfileId, "messagingProfileId", Checks::notBlank);
            return this;
        }

        /**
         * Sets where events about messages go.
         *
         * @param webhookUrl an http or https URL
         * @return this builder
         * @throws IllegalArgumentException if it is none
         */
        public Builder webhookUrl(String webhookUrl) {
            this.webhookUrl = Arguments.require(webhookUrl, "webhookUrl", Checks::httpUrl);
            return this;
        }

        /**
         * Sets where events about messages go if the webhook URL does not answer.
         *
         * @param webhookFailoverUrl an http or https URL
         * @return this builder
         * @throws IllegalArgumentException if it is none
         */
        public Builder webhookFailoverUrl(String webhookFailoverUrl) {
            this.webhookFailoverUrl = Arguments.require(webhookFailoverUrl, "webhookFailoverUrl", Checks::httpUrl);
            return this;
        }

        /**
         * Sets the default Call Control application of calls that are placed: {@code calls().dial} uses it where the
         * call names none. Nothing else does, in particular no order of numbers.
         *
         * @param connectionId the application's id, which Telnyx calls connection id
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder connectionId(String connectionId) {
            this.connectionId = Arguments.require(connectionId, "connectionId", Checks::notBlank);
            return this;
        }

        /**
         * Sets the total deadline of each call.
         *
         * @param timeout longer than zero
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder timeout(Duration timeout) {
            this.timeout = Arguments.require(timeout, "timeout", Checks::positive);
            return this;
        }

        /**
         * Sets how a failed request is sent again, in place of all that the client says of it.
         *
         * @param retries the options
         * @return this builder
         */
        public Builder retries(RetryOptions retries) {
            this.retries = Objects.requireNonNull(retries, "retries");
            return this;
        }

        /**
         * Makes the tenant.
         *
         * @return an immutable tenant
         */
        public Tenant build() {
            return new Tenant(this);
        }
    }
}
