package org.telnyx4j.webhooks.httpserver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import org.telnyx4j.webhooks.WebhookHandler;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookResponse;
import org.telnyx4j.webhooks.WebhookVerifier;

/**
 * Receives webhooks in a context of a {@link com.sun.net.httpserver.HttpServer}. What it responds with is told by {@link
 * WebhookReceiver}. Immutable and safe for use by any number of threads.
 *
 * <p>Without {@link com.sun.net.httpserver.HttpServer#setExecutor} that server handles one request after another, and
 * without its system property {@code sun.net.httpserver.maxReqTime} (seconds) a request may take as long as it likes to
 * arrive: set both.
 */
public final class WebhookHttpHandler implements HttpHandler {
    private static final int NO_BODY = -1;

    private final WebhookReceiver receiver;

    /**
     * Creates a handler.
     *
     * @param verifier verifies what comes
     * @param handler handles what was verified, and nothing else
     */
    public WebhookHttpHandler(WebhookVerifier verifier, WebhookHandler handler) {
        this.receiver = new WebhookReceiver(verifier, handler);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            WebhookResponse response = receiver.receive(
                    exchange.getRequestMethod(), exchange.getRequestHeaders()::get, exchange.getRequestBody());
            byte[] body = response.body().getBytes(US_ASCII);
            boolean withBody = body.length > 0 && !exchange.getRequestMethod().equals("HEAD");
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), withBody ? body.length : NO_BODY);
            // Closed here, before the exchange: that would first wait for what is left of the request.
            try (OutputStream out = exchange.getResponseBody()) {
                if (withBody) {
                    out.write(body);
                    out.flush();
                    WebhookReceiver.discardRest(exchange.getRequestBody());
                }
            }
        }
    }
}
