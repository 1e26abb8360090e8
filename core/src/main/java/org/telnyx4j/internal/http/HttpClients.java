package org.telnyx4j.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.internal.version.Version;

/**
 * Creates the HTTP client of a Telnyx client. Whatever HttpClient would do by itself with a request (repeat
 * it, follow a redirect, keep cookies, remember credentials) is off: what is sent again, and when, is decided in one
 * place, and that is the retry step.
 */
final class HttpClients {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final String[] TLS_VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private HttpClients() {}

    /** Creates a client of connections that it does not close. */
    static CloseableHttpClient create(HttpOptions options, HttpClientConnectionManager connections) {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setConnectionManagerShared(true)
                .setRequestExecutor(new StagedRequestExecutor())
                .setKeepAliveStrategy(keepAlive(options))
                .setUserAgent(Version.USER_AGENT)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression();
        UnloggedTarget.restore(builder);
        options.proxy().ifPresent(proxy -> configure(builder, proxy));
        return builder.build();
    }

    /** Creates the connections of a client, which negotiate HTTP/2 if there is a choice. */
    static ConnectionPool connections(
            HttpOptions options, DeadlineDnsResolver dnsResolver, @Nullable HttpVersionChoice choice) {
        ConnectionPool connections = new ConnectionPool(
                new StagedConnectionOperator(dnsResolver, tls(options, choice)),
                TimeValue.ofMilliseconds(millis(options.keepAlive())));
        connections.setMaxTotal(options.maxConnections());
        connections.setDefaultMaxPerRoute(options.maxConnections());
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofMilliseconds(millis(options.connectTimeout())))
                .setTimeToLive(TimeValue.ofMilliseconds(millis(options.maxConnectionAge())))
                // Each time, as the check of our connections does not wait. A request on a connection that the server
                // has closed may be lost without a trace, and one on a connection with something to read gets that as
                // its response.
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build());
        return connections;
    }

    /**
     * For how long a connection may be idle: what the server offers, and no longer than the option. The idle timeout of
     * a {@code ConnectionConfig} would do the same, but came with HttpClient 5.6.
     */
    private static ConnectionKeepAliveStrategy keepAlive(HttpOptions options) {
        TimeValue longest = TimeValue.ofMilliseconds(millis(options.keepAlive()));
        return (response, context) -> {
            TimeValue offered = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
            return TimeValue.isNonNegative(offered) && offered.compareTo(longest) < 0 ? offered : longest;
        };
    }

    private static void configure(HttpClientBuilder builder, HttpOptions.Proxy proxy) {
        HttpHost host = new HttpHost(URIScheme.HTTP.id, proxy.host(), proxy.port());
        builder.setProxy(host);
        String user = proxy.user();
        String password = proxy.password();
        if (user != null && password != null) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(host), new UsernamePasswordCredentials(user, password.toCharArray()));
            builder.setDefaultCredentialsProvider(credentials);
        }
    }

    private static Lookup<TlsSocketStrategy> tls(HttpOptions options, @Nullable HttpVersionChoice choice) {
        SSLContext given = options.trustedCertificates()
                .map(HttpClients::trusting)
                .or(options::sslContext)
                .orElse(null);
        TlsSocketStrategy strategy = new LazyTls(given, choice);
        return scheme -> URIScheme.HTTPS.same(scheme) ? strategy : null;
    }

    private static SSLContext trusting(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("There is no certificate in the file of trusted certificates");
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("The file of trusted certificates cannot be read: " + e, e);
        }
    }

    /** Rounded up, as 0 would mean no limit; and of a length that every part of HttpClient can count. */
    private static long millis(Duration duration) {
        return duration.compareTo(LONGEST) >= 0 ? LONGEST.toMillis() : Math.max(1, duration.toMillis());
    }

    /** Reads the JVM's trusted certificates with the first TLS connection, not before: it takes a while. */
    private static final class LazyTls implements TlsSocketStrategy {
        private final @Nullable SSLContext given;
        private final @Nullable HttpVersionChoice choice;
        private @Nullable TlsSocketStrategy strategy;

        LazyTls(@Nullable SSLContext given, @Nullable HttpVersionChoice choice) {
            this.given = given;
            this.choice = choice;
        }

        @Override
        public SSLSocket upgrade(
                Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
                throws IOException {
            return strategy().upgrade(socket, target, port, attachment, context);
        }

        private synchronized TlsSocketStrategy strategy() {
            TlsSocketStrategy made = strategy;
            if (made == null) {
                SSLContext context = given != null ? given : SSLContexts.createDefault();
                made = choice != null
                        ? new AlpnTlsStrategy(context, TLS_VERSIONS, choice::offersHttp2)
                        : new DefaultClientTlsStrategy(
                                context,
                                TLS_VERSIONS,
                                null,
                                SSLBufferMode.STATIC,
                                HostnameVerificationPolicy.BUILTIN,
                                null);
                strategy = made;
            }
            return made;
        }
    }
}
