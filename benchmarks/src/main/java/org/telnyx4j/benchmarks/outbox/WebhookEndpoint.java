package org.telnyx4j.benchmarks.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookRejectedException;
import org.telnyx4j.webhooks.WebhookVerifier;

/** The web process of the application: verifies webhooks and hands them to the outbox. */
final class WebhookEndpoint implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private WebhookEndpoint(HttpServer server) {
        this.server = server;
    }

    /** What is done with a webhook; where it throws, it comes again. */
    interface Receiver {
        void receive(VerifiedWebhook webhook) throws Exception;
    }

    static WebhookEndpoint start(WebhookVerifier verifier, Receiver receiver) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        WebhookEndpoint endpoint = new WebhookEndpoint(server);
        server.setExecutor(endpoint.threads);
        server.createContext("/hook", exchange -> handle(exchange, verifier, receiver));
        server.start();
        return endpoint;
    }

    private static void handle(HttpExchange exchange, WebhookVerifier verifier, Receiver receiver) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status(exchange, verifier, receiver), -1);
        }
    }

    private static int status(HttpExchange exchange, WebhookVerifier verifier, Receiver receiver) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            receiver.receive(verifier.verify(
                    body,
                    exchange.getRequestHeaders().getFirst(WebhookVerifier.SIGNATURE_HEADER),
                    exchange.getRequestHeaders().getFirst(WebhookVerifier.TIMESTAMP_HEADER)));
            return 200;
        } catch (WebhookRejectedException e) {
            return 400;
        } catch (Exception databaseIsAway) {
            return 503;
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
