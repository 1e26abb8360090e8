package org.telnyx4j.examples;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.httpserver.WebhookHttpHandler;

/** An endpoint as an application has it: real HTTP, verified, and the sandbox sends its webhooks there. */
public final class WebhookEndpoint implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Starts it. With {@code Runnable::run} as the router's executor, an event is handled once it is acknowledged. */
    public WebhookEndpoint(TelnyxSandbox sandbox, EventRouter router) {
        WebhookVerifier verifier = WebhookVerifier.builder()
                .publicKey(sandbox.publicKey())
                .clock(sandbox.clock().asClock())
                .build();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.createContext("/telnyx", new WebhookHttpHandler(verifier, router));
        server.setExecutor(threads);
        server.start();
        sandbox.webhooks().defaultUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/telnyx");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
