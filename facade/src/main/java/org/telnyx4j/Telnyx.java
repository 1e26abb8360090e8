package org.telnyx4j;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.async.AsyncOptions;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.api.RawApi;
import org.telnyx4j.internal.call.CallSettings;
import org.telnyx4j.internal.call.FixedApiKey;
import org.telnyx4j.internal.config.Arguments;
import org.telnyx4j.internal.config.Environment;
import org.telnyx4j.internal.config.RequiredVersions;
import org.telnyx4j.internal.exchange.ClientResources;
import org.telnyx4j.internal.exchange.TelnyxClient;
import org.telnyx4j.internal.messaging.SendGuards;
import org.telnyx4j.internal.settings.MessagingDefaults;
import org.telnyx4j.internal.settings.Remedies;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.internal.validation.TextRules;
import org.telnyx4j.messaging.Messages;
import org.telnyx4j.messaging.SendGuard;
import org.telnyx4j.messaging.profiles.MessagingProfiles;
import org.telnyx4j.numbers.NumberOrders;
import org.telnyx4j.numbers.PhoneNumbers;
import org.telnyx4j.telemetry.OperationListener;
import org.telnyx4j.voice.Calls;

/**
 * A client of the Telnyx API: create one, keep it, close it at the end. Safe for use by any number of threads and
 * tenants, which share its connections.
 *
 * <pre>{@code
 * try (Telnyx telnyx = Telnyx.builder().apiKey(key).from("+14165550199").build()) {
 *     telnyx.messages().send(OutgoingMessage.builder().to("+14165550123").text("Hello!").build());
 * }
 * }</pre>
 *
 * <p>Settings merge field by field: the call wins over the tenant, the tenant over the client, the client over what is
 * built in.
 */
public final class Telnyx implements TelnyxOperations, AutoCloseable {
    private final ClientResources resources;
    private final CallSettings callSettings;
    private final MessagingDefaults defaults;
    private final SendGuards guards;
    private final TelnyxOperations own;

    private Telnyx(Builder builder) {
        this.callSettings = CallSettings.merge(builder.callSettings(), CallSettings.BUILT_IN);
        this.defaults = builder.messagingDefaults();
        this.resources = new ClientResources(
                builder.baseUrl,
                builder.http,
                builder.httpClient,
                builder.time,
                new Telemetry(builder.openTelemetry, builder.httpSpans, builder.listeners),
                Remedies.WHEN_UNKNOWN,
                builder.async);
        TelnyxClient client = new TelnyxClient(resources, callSettings, null);
        this.guards = new SendGuards(builder.guards, client);
        this.own = new ClientOperations(client, defaults, guards);
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
     * Creates a client from environment variables: {@code TELNYX_API_KEY}, {@code TELNYX_BASE_URL},
     * {@code TELNYX_MESSAGING_PROFILE_ID}, {@code TELNYX_FROM}, {@code TELNYX_WEBHOOK_URL},
     * {@code TELNYX_WEBHOOK_FAILOVER_URL}, {@code TELNYX_CONNECTION_ID}, {@code TELNYX_CORRELATE_SENDS} (true or
     * false), {@code TELNYX_TIMEOUT} (seconds, or an ISO 8601 duration) and {@code TELNYX_ALLOW_INSECURE_HTTP} (true or
     * false).
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
        CallSettings merged = CallSettings.merge(tenant.callSettings(), callSettings);
        return new ClientOperations(
                new TelnyxClient(resources, merged, tenant.name()),
                MessagingDefaults.merge(tenant.messagingDefaults(), defaults),
                guards);
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

    @Override
    public AsyncTelnyxOperations async() {
        return own.async();
    }

    /**
     * Closes this client as soon as the calls under way have ended; no other call may begin. Those that have not ended in
     * time fail, as with {@link #close()}. An operation of several steps counts as one call, and so does an asynchronous
     * one that still waits for a thread.
     *
     * @param atMost how long to wait for the calls under way, zero or more
     */
    public void close(Duration atMost) {
        resources.close(Objects.requireNonNull(atMost, "atMost"));
    }

    /**
     * Closes all connections that this client has opened. Calls under way fail; an HTTP client that the application
     * gave stays open. The futures of asynchronous calls complete: those that wait for a thread fail, with an outcome of
     * {@code NOT_CARRIED_OUT}. Closing again does nothing.
     */
    @Override
    public void close() {
        resources.close();
    }

    /** Shows nothing private. */
    @Override
    public String toString() {
        return "Telnyx[" + callSettings + ", " + defaults + "]";
    }

    /** Collects a client's settings. Mutable, for one thread. */
    public static final class Builder extends SettingsBuilder<Builder> {
        private String baseUrl = ClientResources.DEFAULT_BASE_URL;
        private HttpOptions http = HttpOptions.builder().build();
        private @Nullable CloseableHttpClient httpClient;
        private TimeSource time = TimeSource.system();
        private @Nullable OpenTelemetry openTelemetry;
        private @Nullable Boolean httpSpans;
        private final List<OperationListener> listeners = new ArrayList<>();
        private final List<SendGuard> guards = new ArrayList<>();
        private @Nullable AsyncOptions async;
        private boolean allowInsecureHttp;

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
            String key = environment.text("TELNYX_API_KEY", TextRules::apiKey);
            String url = environment.text("TELNYX_BASE_URL", TextRules::baseUrl);
            apiKey = key == null ? apiKey : new FixedApiKey(key);
            baseUrl = url == null ? baseUrl : url;
            messagingProfileId =
                    or(environment.text("TELNYX_MESSAGING_PROFILE_ID", TextRules::notBlank), messagingProfileId);
            from = or(environment.text("TELNYX_FROM", TextRules::sender), from);
            webhookUrl = or(environment.text("TELNYX_WEBHOOK_URL", TextRules::httpUrl), webhookUrl);
            webhookFailoverUrl =
                    or(environment.text("TELNYX_WEBHOOK_FAILOVER_URL", TextRules::httpUrl), webhookFailoverUrl);
            connectionId = or(environment.text("TELNYX_CONNECTION_ID", TextRules::notBlank), connectionId);
            timeout = or(environment.duration("TELNYX_TIMEOUT"), timeout);
            correlateSends = environment.flag("TELNYX_CORRELATE_SENDS", Boolean.TRUE.equals(correlateSends));
            allowInsecureHttp = environment.flag("TELNYX_ALLOW_INSECURE_HTTP", allowInsecureHttp);
            return this;
        }

        /**
         * Sets where requests go; the real API unless set.
         *
         * @param baseUrl an absolute http or https URL without query, such as {@code https://api.telnyx.com/v2}
         * @return this builder
         * @throws IllegalArgumentException if it is not such a URL
         */
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = Arguments.require(baseUrl, "baseUrl", TextRules::baseUrl);
            return this;
        }

        /**
         * Sets whether requests may go to another machine over {@code http://}, with the API key readable on the way.
         * False unless set; {@code build()} then refuses such a base URL, except for this machine ({@code localhost} and
         * the loopback addresses). For a mock in a network of one's own, such as that of docker compose.
         *
         * @param allowInsecureHttp whether they may
         * @return this builder
         */
        public Builder allowInsecureHttp(boolean allowInsecureHttp) {
            this.allowInsecureHttp = allowInsecureHttp;
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
         * {@link HttpOptions} only the size limit of responses holds then. Turn its automatic retries off
         * ({@code disableAutomaticRetries()}): what it repeats by itself may be carried out twice, and this
         * library can do no more about it than report the outcome as unknown.
         *
         * <p>It runs on threads of this library, which see the trace and the context class loader of the caller, but not
         * its other thread-locals. So a call ends at its deadline even where the HTTP client does not, such as while it
         * tries one dead address after the other; what was left behind sends nothing any more.
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
         * sets it ({@code GlobalOpenTelemetry}); this library never sets it. With an API older than 1.57 that works with
         * the Java agent only; for an SDK, which is then not found, one warning is logged.
         *
         * <p>Each operation is a span such as {@code telnyx.messages.send}, and a value in the histogram
         * {@code telnyx.client.operation.duration}, in seconds. No phone number, no text and no key is reported, and
         * nothing that goes wrong with the reporting changes a call. Requests carry no trace context: it would give
         * another company the caller's trace ids and baggage, and Telnyx does not continue the trace.
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
         * the histogram {@code http.client.request.duration}, in seconds. Unless set, they are reported, except where
         * OpenTelemetry's Java agent reports the requests of Apache HttpClient already: whether it does is read from
         * its system properties and environment variables, so set it where a file configures the agent.
         *
         * @param httpSpans whether to report them
         * @return this builder
         */
        public Builder httpSpans(boolean httpSpans) {
            this.httpSpans = httpSpans;
            return this;
        }

        /**
         * Adds a listener, which is called when an operation starts and ends, whether or not there is an OpenTelemetry:
         * for metrics, alerts, or a circuit breaker. May be called several times, for one listener each.
         *
         * @param listener the listener; must be safe for use by many threads
         * @return this builder
         */
        public Builder listener(OperationListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Adds a guard, which is asked before each message is sent, by the client or one of its tenants, and can refuse it:
         * for opt-outs, rate limits, or rules of the application's own. May be called several times, for one guard each;
         * they are asked in this order, so put one that only looks something up before one that waits.
         *
         * @param guard the guard; must be safe for use by many threads
         * @return this builder
         */
        public Builder sendGuard(SendGuard guard) {
            guards.add(Objects.requireNonNull(guard, "guard"));
            return this;
        }

        /**
         * Sets where asynchronous calls run; see {@link AsyncOptions} for what is so unless set.
         *
         * @param async the options
         * @return this builder
         */
        public Builder async(AsyncOptions async) {
            this.async = Objects.requireNonNull(async, "async");
            return this;
        }

        /** For tests: the clock, the sleeper and the jitter of the client. */
        Builder time(TimeSource time) {
            this.time = time;
            return this;
        }

        /**
         * Creates the client. It connects when it is first used, not before.
         *
         * @return a new client
         * @throws IllegalArgumentException if the file of trusted certificates cannot be read, or if the base URL would
         *     send the API key in clear and that is not allowed
         * @throws IllegalStateException if HttpClient, HttpCore or Jackson is there in a version that is too old, naming
         *     the artifact, the version that was found and the one that is needed
         */
        public Telnyx build() {
            RequiredVersions.check();
            if (!allowInsecureHttp && TextRules.sendsInClear(baseUrl)) {
                throw new IllegalArgumentException(
                        "baseUrl must be https, since http would send the API key in clear; allowInsecureHttp(true) or"
                                + " TELNYX_ALLOW_INSECURE_HTTP=true allows it, such as for a mock in a network of your own");
            }
            return new Telnyx(this);
        }

        @Override
        Builder self() {
            return this;
        }

        private static <T> @Nullable T or(@Nullable T set, @Nullable T before) {
            return set != null ? set : before;
        }
    }
}
