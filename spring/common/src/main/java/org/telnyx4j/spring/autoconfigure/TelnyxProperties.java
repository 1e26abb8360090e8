package org.telnyx4j.spring.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.util.unit.DataSize;
import org.telnyx4j.client.HttpOptions;

/**
 * The properties of {@code telnyx.*}. Each that names a setting of the client has the name of its environment variable, so
 * that {@code TELNYX_API_KEY} and the others have the same meaning with and without Spring. What is null is not set, and the
 * default of the library holds. Immutable; no {@code toString} shows a key or a password.
 *
 * @param apiKey API key. Required, unless a customizer sets one or only tenants send.
 * @param baseUrl URL that requests go to. The real API unless set.
 * @param allowInsecureHttp Whether requests may go to another machine over http, with the API key readable on the way.
 * @param from Default sender of messages: a number in E.164 form, a short code, or an alphanumeric id.
 * @param messagingProfileId Default messaging profile.
 * @param webhookUrl URL that events about messages go to, where a message names none.
 * @param webhookFailoverUrl URL that events about messages go to if the webhook URL does not respond.
 * @param connectionId Default Call Control application of calls that are placed.
 * @param correlateSends Whether each message gets a token by which it can be found again if the response is lost: a query
 *     parameter at the end of its webhook URLs.
 * @param timeout Total deadline of each call, from its start to the last byte of the response. A number without a unit is
 *     in seconds. 10 s unless set.
 * @param retries How a failed request is sent again.
 * @param http How to connect.
 * @param tenants Tenants by name. What a tenant leaves out is taken from the client.
 * @param webhooks The endpoint that receives webhooks.
 */
@ConfigurationProperties("telnyx")
public record TelnyxProperties(
        @Nullable String apiKey,
        @Nullable String baseUrl,
        @DefaultValue("false") boolean allowInsecureHttp,
        @Nullable String from,
        @Nullable String messagingProfileId,
        @Nullable String webhookUrl,
        @Nullable String webhookFailoverUrl,
        @Nullable String connectionId,
        @Nullable Boolean correlateSends,
        @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration timeout,
        @DefaultValue Retries retries,
        @DefaultValue Http http,
        @DefaultValue Map<String, Tenant> tenants,
        @DefaultValue Webhooks webhooks)
        implements Sender {

    /** Shows whether there is a key, and nothing private. */
    @Override
    public String toString() {
        return "TelnyxProperties[apiKey=" + shown(apiKey) + ", tenants=" + tenants.keySet() + ", http=" + http
                + ", retries=" + retries + ", webhooks=" + webhooks + "]";
    }

    private static String shown(@Nullable String secret) {
        return secret == null ? "not set" : "set";
    }

    /**
     * What a tenant has of its own.
     *
     * @param apiKey API key of the tenant.
     * @param from Default sender of the tenant's messages.
     * @param messagingProfileId Default messaging profile of the tenant.
     * @param webhookUrl URL that events about the tenant's messages go to.
     * @param webhookFailoverUrl URL that events about the tenant's messages go to if the webhook URL does not respond.
     * @param connectionId Default Call Control application of the tenant's calls.
     * @param correlateSends Whether each of the tenant's messages gets a token by which it can be found again.
     * @param timeout Total deadline of each of the tenant's calls. A number without a unit is in seconds.
     * @param retries How the tenant's failed requests are sent again. If any is set, all of the client's are replaced.
     */
    public record Tenant(
            @Nullable String apiKey,
            @Nullable String from,
            @Nullable String messagingProfileId,
            @Nullable String webhookUrl,
            @Nullable String webhookFailoverUrl,
            @Nullable String connectionId,
            @Nullable Boolean correlateSends,
            @DurationUnit(ChronoUnit.SECONDS) @Nullable Duration timeout,
            @DefaultValue Retries retries)
            implements Sender {

        /** Shows whether there is a key, and nothing private. */
        @Override
        public String toString() {
            return "Tenant[apiKey=" + shown(apiKey) + "]";
        }
    }

    /**
     * How a failed request is sent again.
     *
     * @param maxRetries How often a request may be sent again, 0 (never) to 10. 2 unless set.
     * @param baseDelay Longest wait before the first retry. 200 ms unless set.
     * @param maxDelay Longest wait before any retry, but for one that Telnyx asks for. 5 s unless set.
     * @param hedgeCallCommands Time without a response after which a call command is sent a second time. Never unless set.
     * @param attemptTimeout How long one attempt may take. Bounded by the deadline only unless set.
     */
    public record Retries(
            @Nullable Integer maxRetries,
            @Nullable Duration baseDelay,
            @Nullable Duration maxDelay,
            @Nullable Duration hedgeCallCommands,
            @Nullable Duration attemptTimeout) {
        /**
         * Returns whether nothing is set.
         *
         * @return whether all are null
         */
        public boolean isEmpty() {
            return maxRetries == null
                    && baseDelay == null
                    && maxDelay == null
                    && hedgeCallCommands == null
                    && attemptTimeout == null;
        }
    }

    /**
     * How to connect.
     *
     * @param connectTimeout How long opening one connection may take. 5 s unless set.
     * @param maxConnections How many connections may be open at once. 500 unless set.
     * @param keepAlive How long a connection is kept without use. 30 s unless set.
     * @param maxConnectionAge How old a connection may become. 5 minutes unless set.
     * @param maxResponseSize Largest response that is read. 16 MB unless set.
     * @param protocol Which HTTP is spoken. http-1-1 unless set.
     * @param proxy HTTP proxy. None unless its host is set.
     * @param trustedCertificates PEM file of the certificates to trust, instead of the JVM's.
     * @param sslBundle Name of the SSL bundle to use (spring.ssl.bundle.*).
     */
    public record Http(
            @Nullable Duration connectTimeout,
            @Nullable Integer maxConnections,
            @Nullable Duration keepAlive,
            @Nullable Duration maxConnectionAge,
            @Nullable DataSize maxResponseSize,
            HttpOptions.@Nullable Protocol protocol,
            @DefaultValue Proxy proxy,
            @Nullable Path trustedCertificates,
            @Nullable String sslBundle) {}

    /**
     * An HTTP proxy.
     *
     * @param host Host name of the proxy, without a scheme.
     * @param port Port of the proxy.
     * @param username User that the proxy knows us by.
     * @param password Password of that user.
     */
    public record Proxy(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String username,
            @Nullable String password) {

        /** Shows the address; the credentials are private. */
        @Override
        public String toString() {
            return host == null ? "none" : host + ":" + port + (username == null ? "" : " with credentials");
        }
    }

    /**
     * The endpoint that receives webhooks.
     *
     * @param enabled Whether there is an endpoint. If not set, there is one if anything handles events.
     * @param path Path of the endpoint, below the context path.
     * @param publicKeys Public keys of the Telnyx account, which webhooks are verified with. The environment variable
     *     TELNYX_PUBLIC_KEY unless set.
     * @param tolerance How far the timestamp of a webhook may lie in the past, and how far in the future.
     * @param maxBodySize Longest body that is read.
     * @param dropDuplicates Whether an event that was handled is recognised when Telnyx delivers it again, within this
     *     process. A bean of type ReplayGuard does so across processes.
     * @param executor Name of the bean that runs the handlers, after the event was acknowledged. They run before that
     *     unless set.
     * @param order Order of the filter among all filters. Before all that could read the body unless set.
     */
    public record Webhooks(
            @Nullable Boolean enabled,
            @DefaultValue("/webhooks/telnyx") String path,
            @DefaultValue List<String> publicKeys,
            @DefaultValue("5m") Duration tolerance,
            @DefaultValue("1MB") DataSize maxBodySize,
            @DefaultValue("true") boolean dropDuplicates,
            @Nullable String executor,
            @Nullable Integer order) {}
}
