package org.telnyx4j.spring.autoconfigure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.unit.DataSize;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.spring.TelnyxConfigurationException;
import org.telnyx4j.spring.TelnyxConnectionDetails;

/** Builds the client and the tenants from the properties. */
final class ClientFactory {
    private final TelnyxProperties properties;

    ClientFactory(TelnyxProperties properties) {
        this.properties = properties;
    }

    /** Returns a builder with everything that the properties set. */
    Telnyx.Builder client(TelnyxConnectionDetails connection, @Nullable SslBundles sslBundles) {
        Telnyx.Builder builder = Telnyx.builder().allowInsecureHttp(properties.allowInsecureHttp());
        Settings.applyKey(connection.getApiKey(), "telnyx.api-key", builder);
        Settings.set("telnyx.base-url", connection.getBaseUrl(), builder::baseUrl);
        Settings.apply(properties, "telnyx.", builder);
        return builder.http(http(properties.http(), sslBundles));
    }

    /** Returns the tenants of the properties. */
    List<Tenant> tenants() {
        return properties.tenants().entrySet().stream()
                .map(ClientFactory::tenant)
                .toList();
    }

    private static Tenant tenant(Map.Entry<String, TelnyxProperties.Tenant> entry) {
        String prefix = "telnyx.tenants." + entry.getKey() + ".";
        Tenant.Builder builder = Tenant.builder(entry.getKey());
        Settings.applyKey(entry.getValue().apiKey(), prefix + "api-key", builder);
        Settings.apply(entry.getValue(), prefix, builder);
        return builder.build();
    }

    private static HttpOptions http(TelnyxProperties.Http http, @Nullable SslBundles sslBundles) {
        HttpOptions.Builder builder = HttpOptions.builder();
        Settings.set("telnyx.http.connect-timeout", http.connectTimeout(), builder::connectTimeout);
        Settings.set("telnyx.http.max-connections", http.maxConnections(), builder::maxConnections);
        Settings.set("telnyx.http.keep-alive", http.keepAlive(), builder::keepAlive);
        Settings.set("telnyx.http.max-connection-age", http.maxConnectionAge(), builder::maxConnectionAge);
        Settings.set(
                "telnyx.http.max-response-size", http.maxResponseSize(), size -> builder.maxResponseBytes(bytes(size)));
        Settings.set("telnyx.http.protocol", http.protocol(), builder::protocol);
        Settings.set("telnyx.http.trusted-certificates", http.trustedCertificates(), builder::trustedCertificates);
        applyProxy(http.proxy(), builder);
        applyBundle(http.sslBundle(), sslBundles, builder);
        return Settings.named("telnyx.http.ssl-bundle", builder::build);
    }

    private static void applyProxy(TelnyxProperties.Proxy proxy, HttpOptions.Builder builder) {
        Settings.set("telnyx.http.proxy", proxy.host(), host -> {
            if (proxy.port() == null) {
                throw new IllegalArgumentException("the port is not set");
            }
            builder.proxy(new HttpOptions.Proxy(host, proxy.port(), proxy.username(), proxy.password()));
        });
    }

    private static void applyBundle(
            @Nullable String name, @Nullable SslBundles sslBundles, HttpOptions.Builder builder) {
        if (name == null) {
            return;
        }
        if (sslBundles == null) {
            throw noBundle(null);
        }
        try {
            builder.sslContext(sslBundles.getBundle(name).createSslContext());
        } catch (NoSuchSslBundleException e) {
            throw noBundle(e);
        }
    }

    private static TelnyxConfigurationException noBundle(@Nullable Throwable cause) {
        return new TelnyxConfigurationException(
                "The property telnyx.http.ssl-bundle names an SSL bundle that does not exist.",
                "Define it below spring.ssl.bundle, or correct the name.",
                cause);
    }

    /** The size as the library takes it. */
    static int bytes(DataSize size) {
        try {
            return Math.toIntExact(size.toBytes());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("it must be less than 2 GB", e);
        }
    }
}
