package org.telnyx4j.client;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.internal.config.Arguments;
import org.telnyx4j.internal.validation.TextRules;

/**
 * Options for one call, which win over the tenant's and the client's. Immutable and safe for use by any number of
 * threads, so one object can serve many calls.
 */
public final class RequestOptions {
    private static final RequestOptions NONE = builder().build();

    /** Headers that the client sets itself; another value would break the exchange. */
    private static final Set<String> OURS = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    private final @Nullable Duration timeout;
    private final @Nullable RetryOptions retries;
    private final @Nullable String apiKey;
    private final @Nullable CorrelationToken correlationToken;
    private final Map<String, String> headers;

    private RequestOptions(Builder builder) {
        this.timeout = builder.timeout;
        this.retries = builder.retries;
        this.apiKey = builder.apiKey;
        this.correlationToken = builder.correlationToken;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.headers));
    }

    /**
     * Starts empty options.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts other options from these.
     *
     * @return a new builder that holds the same values
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.timeout = timeout;
        builder.retries = retries;
        builder.apiKey = apiKey;
        builder.correlationToken = correlationToken;
        builder.headers.putAll(headers);
        return builder;
    }

    /**
     * Returns empty options.
     *
     * @return the same object each time
     */
    public static RequestOptions none() {
        return NONE;
    }

    /**
     * Returns options with a deadline alone.
     *
     * @param timeout the total deadline of the call, longer than zero
     * @return new options
     * @throws IllegalArgumentException if it is not
     */
    public static RequestOptions timeout(Duration timeout) {
        return builder().timeout(timeout).build();
    }

    /**
     * Returns the total deadline of the call.
     *
     * @return the deadline, or empty for the tenant's or the client's
     */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /**
     * Returns how a failed request of the call is sent again.
     *
     * @return the options, or empty for the tenant's or the client's
     */
    public Optional<RetryOptions> retries() {
        return Optional.ofNullable(retries);
    }

    /**
     * Returns the API key of the call.
     *
     * @return the key, or empty for the tenant's or the client's
     */
    public Optional<String> apiKey() {
        return Optional.ofNullable(apiKey);
    }

    /**
     * Returns what the message of this call is found by, should its response be lost.
     *
     * @return the token, or empty where the client decides
     */
    public Optional<CorrelationToken> correlationToken() {
        return Optional.ofNullable(correlationToken);
    }

    /**
     * Returns the further headers of the call.
     *
     * @return an unmodifiable map, empty where there are none
     */
    public Map<String, String> headers() {
        return headers;
    }

    /** Shows deadline, retries and the names of the headers; the rest is private. */
    @Override
    public String toString() {
        return "RequestOptions[timeout=" + timeout + ", retries=" + retries + ", apiKey "
                + (apiKey == null ? "not set" : "set") + ", correlationToken "
                + (correlationToken == null ? "not set" : "set") + ", headers=" + headers.keySet() + "]";
    }

    /** Collects options. Mutable, for one thread. */
    public static final class Builder {
        private @Nullable Duration timeout;
        private @Nullable RetryOptions retries;
        private @Nullable String apiKey;
        private @Nullable CorrelationToken correlationToken;
        private final Map<String, String> headers = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets the total deadline of the call: from its start to the last byte of the response.
         *
         * <p>Nothing is sent that would leave with less than a fiftieth of the deadline (100 ms at most) to go: it would
         * hardly get a response, and whether it was carried out would be unknown. Such a call fails, and nothing was carried
         * out.
         *
         * <p>The time goes on while the process or the machine is suspended, as far as the time of day shows that. So a
         * system clock that is set forward by more than a quarter of a second ends calls under way as if that time had
         * passed. One that is set back has no effect.
         *
         * @param timeout longer than zero
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder timeout(Duration timeout) {
            this.timeout = Arguments.require(timeout, "timeout", TextRules::positive);
            return this;
        }

        /**
         * Sets the API key of the call.
         *
         * @param apiKey the key
         * @return this builder
         */
        public Builder apiKey(String apiKey) {
            this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
            return this;
        }

        /**
         * Sets a header of the request, in place of one of the same name.
         *
         * @param name the header's name; not one that this library sets itself, such as {@code Authorization}
         * @param value printable ASCII characters
         * @return this builder
         * @throws IllegalArgumentException if the name or the value cannot be sent
         */
        public Builder header(String name, String value) {
            Arguments.require(name, "name", TextRules::headerName);
            if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("The header " + name + " is set by this library");
            }
            Arguments.require(value, "value of " + name, TextRules::headerValue);
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, value);
            return this;
        }

        /**
         * Sets what the message of this call is found by, should its response be lost. It is added to the message's
         * {@code webhook_url} and {@code webhook_failover_url}, so that the webhook URL must be set, on the message, the
         * tenant or the client. All other bytes of the request stay the same. Store the token before you send, and a
         * crash of the process leaves a send that can be settled.
         *
         * <p>A token belongs to one send. Calls that send no message refuse it, and so does the generated client where
         * the body has no webhook URL with this token ({@link CorrelationToken#addTo}).
         *
         * @param correlationToken such as {@link CorrelationToken#random()}, for this send alone
         * @return this builder
         */
        public Builder correlationToken(CorrelationToken correlationToken) {
            this.correlationToken = Objects.requireNonNull(correlationToken, "correlationToken");
            return this;
        }

        /**
         * Sets how a failed request is sent again, in place of all that the client or the tenant sets.
         *
         * @param retries the options
         * @return this builder
         */
        public Builder retries(RetryOptions retries) {
            this.retries = Objects.requireNonNull(retries, "retries");
            return this;
        }

        /**
         * Builds the options.
         *
         * @return immutable options
         */
        public RequestOptions build() {
            return new RequestOptions(this);
        }
    }
}
