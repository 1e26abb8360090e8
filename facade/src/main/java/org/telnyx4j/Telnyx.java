package org.telnyx4j;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.config.Arguments;
import org.telnyx4j.internal.config.Checks;
import org.telnyx4j.internal.config.Environment;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.ClientCore;
import org.telnyx4j.internal.core.TenantView;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.messaging.Messages;
import org.telnyx4j.messaging.profiles.MessagingProfiles;
import org.telnyx4j.numbers.NumberOrders;
import org.telnyx4j.numbers.PhoneNumbers;
import org.telnyx4j.voice.Calls;

/**
 * A client of the Telnyx API: make one, keep it, close it at the end. Safe for use by any number of threads and
 * tenants, which share its connections.
 *
 * <pre>{@code
 * try (Telnyx telnyx = Telnyx.builder().apiKey(key).from("+14165550199").build()) {
 *     telnyx.messages().send(OutgoingMessage.to("+14165550123").text("Hello!").build());
 * }
 * }</pre>
 *
 * <p>Settings merge field by field: what the call says wins over the tenant, the tenant over the client, the client
 * over what is built in.
 */
public final class Telnyx implements TelnyxOperations, AutoCloseable {
    private final ClientCore core;
    private final SettingsLayer settings;
    private final TenantView own;
    private final @Nullable String publicKey;

    private Telnyx(Builder builder) {
        this.settings = SettingsLayer.merge(builder.settings(), SettingsLayer.BUILT_IN);
        Telemetry telemetry = new Telemetry(builder.openTelemetry, builder.httpSpans);
        this.core = new ClientCore(builder.baseUrl, builder.http, builder.httpClient, builder.time, telemetry);
        this.own = new TenantView(core, settings, null);
        this.publicKey = builder.publicKey;
    }

    /**
     * Starts a client that is all defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Makes a client from environment variables: {@code TELNYX_API_KEY}, {@code TELNYX_PUBLIC_KEY},
     * {@code TELNYX_BASE_URL}, {@code TELNYX_MESSAGING_PROFILE_ID}, {@code TELNYX_FROM}, {@code TELNYX_WEBHOOK_URL},
     * {@code TELNYX_WEBHOOK_FAILOVER_URL}, {@code TELNYX_CONNECTION_ID} and {@code TELNYX_TIMEOUT} (seconds, or an ISO
     * 8601 duration).
     *
     * @return a new client
     * @throws IllegalArgumentException naming the variable, if one cannot be used
     */
    public static Telnyx fromEnvironment() {
        return builder().environment(System.getenv()).build();
    }

    /**
     * Returns the operations as one tenant sees them. This opens nothing and takes no time, so it need not be kept.
     *
     * @param tenant the tenant
     * @return the operations, on this client's connections; of no use after this client is closed
     */
    public TelnyxOperations withTenant(Tenant tenant) {
        Objects.requireNonNull(tenant, "tenant");
        return new TenantView(core, SettingsLayer.merge(tenant.settings(), settings), tenant.name());
    }

    @Override
    public Messages messages() {
        return own.messages();
    }

    @Override
    public Calls calls() {
        return own.calls();
    }

    @Override
    public MessagingProfiles messagingProfiles() {
        return own.messagingProfiles();
    }

    @Override
    public PhoneNumbers phoneNumbers() {
        return own.phoneNumbers();
    }

    @Override
    public NumberOrders numberOrders() {
        return own.numberOrders();
    }

    @Override
    public RawApi raw() {
        return own.raw();
    }

    @Override
    public RawApi raw(RequestOptions options) {
        return own.raw(options);
    }

    /**
     * Returns the public key that webhooks are verified with.
     *
     * @return the key as Base64, or empty where none was set
     */
    public Optional<String> publicKey() {
        return Optional.ofNullable(publicKey);
    }

    /**
     * Closes all connections that this client has opened. Calls under way fail; an HTTP client that the application
     * gave stays open. Closing again does nothing.
     */
    @Override
    public void close() {
        core.close();
    }

    /** Tells nothing private. */
    @Override
    public String toString() {
        return "Telnyx[" + settings + "]";
    }

    /** Collects a client's settings. Mutable, for one thread. */
    public static final class Builder {
        private @Nullable Supplier<String> apiKey;
        private @Nullable String publicKey;
        private String baseUrl = ClientCore.DEFAULT_BASE_URL;
        private @Nullable String from;
        private @Nullable String messagingProfileId;
        private @Nullable String webhookUrl;
        private @Nullable String webhookFailoverUrl;
        private @Nullable String connectionId;
        private @Nullable Duration timeout;
        private HttpOptions http = HttpOptions.builder().build();
        private @Nullable CloseableHttpClient httpClient;
        private @Nullable RetryOptions retries;
        private TimeSource time = TimeSource.system();
        private @Nullable OpenTelemetry openTelemetry;
        private boolean httpSpans = true;

        private Builder() {}

        /**
         * Takes settings from environment variables, as {@link Telnyx#fromEnvironment()} does. Those that are not set, or
         * blank, leave this builder as it is.
         *
         * @param variables such as {@link System#getenv()}
         * @return this builder
         * @throws IllegalArgumentException naming the variable, if one cannot be used
         */
        public Builder environment(Map<String, String> variables) {
            Environment environment = new Environment(Objects.requireNonNull(variables, "variables"));
            String key = environment.text("TELNYX_API_KEY", Checks::headerValue);
            String url = environment.text("TELNYX_BASE_URL", Checks::baseUrl);
            apiKey = key == null ? apiKey : () -> key;
            baseUrl = url == null ? baseUrl : url;
            publicKey = or(environment.text("TELNYX_PUBLIC_KEY", Checks::notBlank), publicKey);
            messagingProfileId =
                    or(environment.text("TELNYX_MESSAGING_PROFILE_ID", Checks::notBlank), messagingProfileId);
            from = or(environment.text("TELNYX_FROM", Checks::sender), from);
            webhookUrl = or(environment.text("TELNYX_WEBHOOK_URL", Checks::httpUrl), webhookUrl);
            webhookFailoverUrl =
                    or(environment.text("TELNYX_WEBHOOK_FAILOVER_URL", Checks::httpUrl), webhookFailoverUrl);
            connectionId = or(environment.text("TELNYX_CONNECTION_ID", Checks::notBlank), connectionId);
            timeout = or(environment.duration("TELNYX_TIMEOUT"), timeout);
            return this;
        }

        /**
         * Sets the API key. A call without a key, be it here or on the tenant, fails before anything is sent.
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
         * Sets the public key that webhooks are verified with.
         *
         * @param publicKey 32 bytes as Base64
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder publicKey(String publicKey) {
            this.publicKey = Arguments.require(publicKey, "publicKey", Checks::notBlank);
            return this;
        }

        /**
         * Sets where requests go; the real API unless set.
         *
         * @param baseUrl an absolute http or https URL without query, such as {@code https://api.telnyx.com/v2}
         * @return this builder
         * @throws IllegalArgumentException if it is none
         */
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = Arguments.require(baseUrl, "baseUrl", Checks::baseUrl);
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
         * Sets the total deadline of each call: from its start to the last byte of the answer. 10 s unless set.
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
         * Sets how a failed request is sent again; up to 2 retries unless set.
         *
         * @param retries the options, such as {@link RetryOptions#off()}
         * @return this builder
         */
        public Builder retries(RetryOptions retries) {
            this.retries = Objects.requireNonNull(retries, "retries");
            return this;
        }

        /**
         * Sets how to connect.
         *
         * @param http the options
         * @return this builder
         */
        public Builder http(HttpOptions http) {
            this.http = Objects.requireNonNull(http, "http");
            return this;
        }

        /**
         * Sends with an HTTP client of the application's own, which stays the application's to close. Of
         * {@link HttpOptions} only the size limit of answers holds then. Turn its automatic retries off
         * ({@code disableAutomaticRetries()}): what it repeats by itself may be carried out twice, and this
         * library can do no more about it than report the outcome as unknown.
         *
         * @param httpClient the client
         * @return this builder
         */
        public Builder httpClient(CloseableHttpClient httpClient) {
            this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
            return this;
        }

        /**
         * Sets where spans and metrics go. Unless set, that is the global OpenTelemetry from the moment that somebody
         * sets it ({@code GlobalOpenTelemetry}, version 1.57 or later); this library never sets it.
         *
         * <p>Each operation is a span such as {@code telnyx.messages.send}, and a value in the histogram
         * {@code telnyx.client.operation.duration}, in seconds. No phone number, no text and no key is reported, and
         * nothing that goes wrong with the reporting changes a call. Requests carry no trace context: it would tell
         * another company about the caller's traces and baggage, and nobody there goes on with them.
         *
         * @param openTelemetry such as an SDK; it stays the application's to close
         * @return this builder
         */
        public Builder openTelemetry(OpenTelemetry openTelemetry) {
            this.openTelemetry = Objects.requireNonNull(openTelemetry, "openTelemetry");
            return this;
        }

        /**
         * Sets whether each HTTP request is reported, retries one by one: as a client span below the operation's, and in
         * the histogram {@code http.client.request.duration}, in seconds. True unless set. Turn it off where an agent
         * reports the requests of Apache HttpClient already.
         *
         * @param httpSpans whether to report them
         * @return this builder
         */
        public Builder httpSpans(boolean httpSpans) {
            this.httpSpans = httpSpans;
            return this;
        }

        /** For tests: what the client takes for time and chance. */
        Builder time(TimeSource time) {
            this.time = time;
            return this;
        }

        /**
         * Makes the client. It connects when it is first used, not before.
         *
         * @return a new client
         * @throws IllegalArgumentException if the file of trusted certificates cannot be read
         */
        public Telnyx build() {
            return new Telnyx(this);
        }

        private SettingsLayer settings() {
            return new SettingsLayer(
                    apiKey, from, messagingProfileId, webhookUrl, webhookFailoverUrl, connectionId, timeout, retries);
        }

        private static <T> @Nullable T or(@Nullable T set, @Nullable T before) {
            return set != null ? set : before;
        }
    }
}
