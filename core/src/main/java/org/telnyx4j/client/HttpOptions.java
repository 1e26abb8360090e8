package org.telnyx4j.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.config.Arguments;
import org.telnyx4j.internal.validation.TextRules;

/**
 * How a client connects. Everything has a default that suits most: connect within 5 s, HTTP/1.1 on as many connections as
 * there are calls at once and no more than 500, idle ones closed after 30 s and all after 5 minutes, responses of at most 16 MiB, TLS 1.2 or 1.3 with the JVM's trusted certificates, no proxy.
 * Immutable and safe for use by any number of threads.
 */
public final class HttpOptions {
    private final Duration connectTimeout;
    private final int maxConnections;
    private final Duration keepAlive;
    private final Duration maxConnectionAge;
    private final int maxResponseBytes;
    private final Protocol protocol;
    private final @Nullable Proxy proxy;
    private final @Nullable Path trustedCertificates;
    private final @Nullable SSLContext sslContext;

    private HttpOptions(Builder builder) {
        this.connectTimeout = builder.connectTimeout;
        this.maxConnections = builder.maxConnections;
        this.keepAlive = builder.keepAlive;
        this.maxConnectionAge = builder.maxConnectionAge;
        this.maxResponseBytes = builder.maxResponseBytes;
        this.protocol = builder.protocol;
        this.proxy = builder.proxy;
        this.trustedCertificates = builder.trustedCertificates;
        this.sslContext = builder.sslContext;
    }

    /**
     * Starts options that are all defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns how long opening one connection may take. The call's deadline holds besides.
     *
     * @return the timeout, 5 s unless set
     */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * Returns how many connections may be open at once. A connection is opened only when a call finds none that is free,
     * and the one that was used last is taken first, so that those which are not needed any more are soon idle and
     * closed. A call beyond the number waits, within its deadline. Over HTTP/2 all calls share one connection, and those
     * beyond what the server allows at once wait.
     *
     * @return the number, 500 unless set
     */
    public int maxConnections() {
        return maxConnections;
    }

    /**
     * Returns how long a connection is kept without use.
     *
     * @return the time, 30 s unless set
     */
    public Duration keepAlive() {
        return keepAlive;
    }

    /**
     * Returns how old a connection may become. An older one carries no further request, so that a client that is busy all
     * the time follows changes of DNS, too.
     *
     * @return the age, 5 minutes unless set
     */
    public Duration maxConnectionAge() {
        return maxConnectionAge;
    }

    /**
     * Returns the largest response that is read, in bytes.
     *
     * @return the size, 16 MiB unless set
     */
    public int maxResponseBytes() {
        return maxResponseBytes;
    }

    /**
     * Returns which HTTP is spoken.
     *
     * @return the protocol, {@link Protocol#HTTP_1_1} unless set
     */
    public Protocol protocol() {
        return protocol;
    }

    /**
     * Returns the proxy.
     *
     * @return the proxy, or empty for a direct connection
     */
    public Optional<Proxy> proxy() {
        return Optional.ofNullable(proxy);
    }

    /**
     * Returns the file of the certificates that are trusted.
     *
     * @return the file, or empty for the JVM's
     */
    public Optional<Path> trustedCertificates() {
        return Optional.ofNullable(trustedCertificates);
    }

    /**
     * Returns the TLS context.
     *
     * @return the context, or empty for one made for this client
     */
    public Optional<SSLContext> sslContext() {
        return Optional.ofNullable(sslContext);
    }

    @Override
    public String toString() {
        return "HttpOptions[connectTimeout=" + connectTimeout + ", maxConnections=" + maxConnections + ", keepAlive="
                + keepAlive + ", maxConnectionAge=" + maxConnectionAge + ", maxResponseBytes=" + maxResponseBytes
                + ", protocol=" + protocol + ", proxy=" + proxy + "]";
    }

    /**
     * Which HTTP is spoken with the server. Whatever it is, deadlines, outcomes, retries, proxies and limits are the same.
     * HTTP/2 makes one connection and one TLS handshake do for all calls; it is not faster. At 20 ms each way 16 callers sent as
     * much over either. 256 callers sent half as much over HTTP/2 to a server that allows 128 streams, as many do, and as much
     * to one that allows them all. Where packets are lost, all calls of a shared connection wait for each of them. A call takes
     * a tenth to two thirds more processor time. Choose it where a proxy or a server allows few connections.
     */
    public enum Protocol {
        /**
         * The server chooses within the TLS handshake: HTTP/2 if it can, else HTTP/1.1 on the same connection. Without TLS
         * it is HTTP/1.1.
         */
        AUTOMATIC,
        /** HTTP/1.1: each call under way has a connection of its own. */
        HTTP_1_1,
        /**
         * HTTP/2: all calls share one connection, as many at once as the server allows. A call fails, and is not sent, if
         * the server does not offer it. Needs a base URL with {@code https}.
         */
        HTTP_2
    }

    /**
     * An HTTP proxy.
     *
     * @param host its host name alone, without a scheme
     * @param port its port, 1 to 65535
     * @param user the user that it knows us by, or null for none
     * @param password that user's password, or null for none
     */
    public record Proxy(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password) {
        /** Checks the values. */
        public Proxy {
            Arguments.require(host, "host", TextRules::host);
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("port must be 1 to 65535, but is " + port);
            }
            if ((user == null) != (password == null)) {
                throw new IllegalArgumentException("user and password go together");
            }
        }

        /** Shows the address; the credentials are private. */
        @Override
        public String toString() {
            return host + ":" + port + (user == null ? "" : " with credentials");
        }
    }

    /** Collects options. Mutable, for one thread. */
    public static final class Builder {
        private Duration connectTimeout = Duration.ofSeconds(5);
        private int maxConnections = 500;
        private Duration keepAlive = Duration.ofSeconds(30);
        private Duration maxConnectionAge = Duration.ofMinutes(5);
        private int maxResponseBytes = 16 * 1024 * 1024;
        private Protocol protocol = Protocol.HTTP_1_1;
        private @Nullable Proxy proxy;
        private @Nullable Path trustedCertificates;
        private @Nullable SSLContext sslContext;

        private Builder() {}

        /**
         * Sets how long opening one connection may take.
         *
         * @param connectTimeout longer than zero
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = Arguments.require(connectTimeout, "connectTimeout", TextRules::positive);
            return this;
        }

        /**
         * Sets how many connections may be open at once; 500 unless set. Each takes a file descriptor, of which many
         * systems give a process no more than 1,024.
         *
         * @param maxConnections at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder maxConnections(int maxConnections) {
            this.maxConnections = atLeastOne(maxConnections, "maxConnections");
            return this;
        }

        /**
         * Sets how long a connection is kept without use.
         *
         * @param keepAlive longer than zero
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder keepAlive(Duration keepAlive) {
            this.keepAlive = Arguments.require(keepAlive, "keepAlive", TextRules::positive);
            return this;
        }

        /**
         * Sets how old a connection may become; 5 minutes unless set.
         *
         * @param maxConnectionAge longer than zero
         * @return this builder
         * @throws IllegalArgumentException if it is not
         */
        public Builder maxConnectionAge(Duration maxConnectionAge) {
            this.maxConnectionAge = Arguments.require(maxConnectionAge, "maxConnectionAge", TextRules::positive);
            return this;
        }

        /**
         * Sets the largest response that is read.
         *
         * @param maxResponseBytes at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder maxResponseBytes(int maxResponseBytes) {
            this.maxResponseBytes = atLeastOne(maxResponseBytes, "maxResponseBytes");
            return this;
        }

        /**
         * Sets which HTTP is spoken.
         *
         * @param protocol the protocol
         * @return this builder
         */
        public Builder protocol(Protocol protocol) {
            this.protocol = Objects.requireNonNull(protocol, "protocol");
            return this;
        }

        /**
         * Sends everything through an HTTP proxy.
         *
         * @param proxy the proxy
         * @return this builder
         */
        public Builder proxy(Proxy proxy) {
            this.proxy = Objects.requireNonNull(proxy, "proxy");
            return this;
        }

        /**
         * Trusts the certificates of a file and no others. The file is read when the client is built.
         *
         * @param pem a file of one or more certificates in PEM form
         * @return this builder
         */
        public Builder trustedCertificates(Path pem) {
            this.trustedCertificates = Objects.requireNonNull(pem, "pem");
            return this;
        }

        /**
         * Uses a TLS context of the application's own, for example with a client certificate.
         *
         * @param sslContext the context
         * @return this builder
         */
        public Builder sslContext(SSLContext sslContext) {
            this.sslContext = Objects.requireNonNull(sslContext, "sslContext");
            return this;
        }

        /**
         * Builds the options.
         *
         * @return immutable options
         * @throws IllegalArgumentException if both trusted certificates and a TLS context are set
         */
        public HttpOptions build() {
            if (trustedCertificates != null && sslContext != null) {
                throw new IllegalArgumentException(
                        "trustedCertificates and sslContext exclude each other: a TLS context has its own trust");
            }
            return new HttpOptions(this);
        }

        private static int atLeastOne(int value, String name) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
            }
            return value;
        }
    }
}
