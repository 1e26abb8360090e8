package org.telnyx4j.sandbox.internal.server;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.security.Authenticator;
import java.util.concurrent.atomic.AtomicBoolean;
import org.telnyx4j.sandbox.internal.http.SandboxApi;

/** WireMock, set up so that it does nothing but carry requests to the sandbox and answers back. */
public final class SandboxServer implements AutoCloseable {
    /** Loopback by number: a name could resolve to an address that the server doesn't listen on. */
    public static final String ADDRESS = "127.0.0.1";

    private final WireMockServer wireMock;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SandboxServer(WireMockServer wireMock) {
        this.wireMock = wireMock;
        this.port = wireMock.port();
    }

    public static SandboxServer start(int port, SandboxApi api, RequestLog requests, FaultQueue faults) {
        WireMockServer wireMock = new WireMockServer(configuration(port, new SandboxFilter(api, requests, faults)));
        try {
            wireMock.start();
        } catch (FatalStartupException e) {
            throw new IllegalStateException(
                    "The sandbox could not listen on " + ADDRESS + ":" + port + "; the port may be taken", e);
        }
        return new SandboxServer(wireMock);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            wireMock.stop();
        }
    }

    private static WireMockConfiguration configuration(int port, SandboxFilter filter) {
        WireMockConfiguration configuration = WireMockConfiguration.options()
                .bindAddress(ADDRESS)
                .extensions(filter)
                .httpServerFactory(new DaemonServerFactory())
                .jettyStopTimeout(0L)
                // By default 50, and the kernel drops whoever connects while so many wait.
                .jettyAcceptQueueSize(500)
                // HTTP/1.1 only and nothing compressed: faults act on a connection and on the bytes of a body.
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                // Without these WireMock sets system properties, which would outlive the sandbox.
                .disableStrictHttpHeaders(true)
                .disableOptimizeXmlFactoriesLoading(true)
                // The sandbox keeps its own record. WireMock's log would show keys and texts.
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .notifier(new Silence())
                // A directory that isn't there: by default WireMock would read the stubs and files that a user keeps
                // in src/test/resources.
                .withRootDirectory("telnyx-sandbox-reads-no-files")
                // The sandbox is steered from Java alone.
                .adminAuthenticator(new NobodyIsAdmin())
                // Nothing is proxied, and a real client would take time to load. Braces in a text stay as they are.
                .httpClientFactory((options, trustAll, trustedHosts, useSystemProperties) -> request -> {
                    throw new UnsupportedOperationException("The sandbox calls nobody");
                })
                .templatingEnabled(false);
        return port == 0 ? configuration.dynamicPort() : configuration.port(port);
    }

    private static final class Silence implements Notifier {
        @Override
        public void info(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable t) {}
    }

    private static final class NobodyIsAdmin implements Authenticator {
        @Override
        public boolean authenticate(Request request) {
            return false;
        }
    }
}
