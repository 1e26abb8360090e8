package org.telnyx4j.webhooks.httpserver;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.testing.EndpointContract;

class WebhookHttpHandlerTest extends EndpointContract {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final HttpServer open;
    private final HttpServer closed;

    WebhookHttpHandlerTest() throws IOException {
        open = server(new WebhookHttpHandler(verifier(), this::handle));
        closed = server(new WebhookHttpHandler(WebhookVerifier.builder().build(), this::handle));
    }

    @BeforeEach
    void start() {
        open.start();
        closed.start();
    }

    @AfterEach
    void stop() {
        open.stop(0);
        closed.stop(0);
        executor.shutdownNow();
    }

    @Override
    protected int port() {
        return open.getAddress().getPort();
    }

    @Override
    protected int closedPort() {
        return closed.getAddress().getPort();
    }

    private HttpServer server(WebhookHttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(executor);
        server.createContext("/", handler);
        return server;
    }
}
