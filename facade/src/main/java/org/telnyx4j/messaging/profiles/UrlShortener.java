package org.telnyx4j.messaging.profiles;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says how the links of public shortening services are replaced in messages. Immutable and safe for use by any number
 * of threads.
 */
public final class UrlShortener {
    private final @Nullable String domain;
    private final @Nullable String prefix;
    private final @Nullable Boolean replaceBlacklistOnly;
    private final @Nullable Boolean sendWebhooks;

    private UrlShortener(Builder builder) {
        this.domain = builder.domain;
        this.prefix = builder.prefix;
        this.replaceBlacklistOnly = builder.replaceBlacklistOnly;
        this.sendWebhooks = builder.sendWebhooks;
    }

    /**
     * Starts one. Telnyx wants a domain.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the domain of the new links.
     *
     * @return the domain, or empty where it was not said
     */
    public Optional<String> domain() {
        return Optional.ofNullable(domain);
    }

    /**
     * Returns what the new links have behind the domain.
     *
     * @return the text, which can be empty, or an empty Optional where it was not said
     */
    public Optional<String> prefix() {
        return Optional.ofNullable(prefix);
    }

    /**
     * Returns whether only links that Telnyx holds to be bad are replaced.
     *
     * @return the choice, or empty where it was not said
     */
    public Optional<Boolean> replaceBlacklistOnly() {
        return Optional.ofNullable(replaceBlacklistOnly);
    }

    /**
     * Returns whether clicks on the new links go to the profile's webhook URL.
     *
     * @return the choice, or empty where it was not said
     */
    public Optional<Boolean> sendWebhooks() {
        return Optional.ofNullable(sendWebhooks);
    }

    /**
     * Returns what is set, as it goes on the wire.
     *
     * @return an unmodifiable map from the API's names to values
     */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "domain", domain);
        put(fields, "prefix", prefix);
        put(fields, "replace_blacklist_only", replaceBlacklistOnly);
        put(fields, "send_webhooks", sendWebhooks);
        return Collections.unmodifiableMap(fields);
    }

    /** Two are equal if they set the same fields to the same values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UrlShortener that && fields().equals(that.fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    /** Names what is set, without the values. */
    @Override
    public String toString() {
        return "UrlShortener" + fields().keySet();
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** Collects one. Mutable, for one thread. */
    public static final class Builder {
        private @Nullable String domain;
        private @Nullable String prefix;
        private @Nullable Boolean replaceBlacklistOnly;
        private @Nullable Boolean sendWebhooks;

        private Builder() {}

        /**
         * Sets the domain of the new links.
         *
         * @param domain one of those that Telnyx has for the purpose
         * @return this builder
         */
        public Builder domain(String domain) {
            this.domain = Objects.requireNonNull(domain, "domain");
            return this;
        }

        /**
         * Sets what the new links have behind the domain.
         *
         * @param prefix such as a brand, or an empty text for nothing
         * @return this builder
         */
        public Builder prefix(String prefix) {
            this.prefix = Objects.requireNonNull(prefix, "prefix");
            return this;
        }

        /**
         * Sets whether only links that Telnyx holds to be bad are replaced.
         *
         * @param replaceBlacklistOnly the choice
         * @return this builder
         */
        public Builder replaceBlacklistOnly(boolean replaceBlacklistOnly) {
            this.replaceBlacklistOnly = replaceBlacklistOnly;
            return this;
        }

        /**
         * Sets whether clicks on the new links go to the profile's webhook URL.
         *
         * @param sendWebhooks the choice
         * @return this builder
         */
        public Builder sendWebhooks(boolean sendWebhooks) {
            this.sendWebhooks = sendWebhooks;
            return this;
        }

        /**
         * Makes one. What is missing is noticed when it is sent.
         *
         * @return an immutable object
         */
        public UrlShortener build() {
            return new UrlShortener(this);
        }
    }
}
