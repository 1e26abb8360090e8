package org.telnyx4j.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookHandler;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookRejectedException;
import org.telnyx4j.webhooks.WebhookResponse;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.httpserver.WebhookHttpHandler;
import org.telnyx4j.webhooks.servlet.WebhookFilter;
import org.telnyx4j.webhooks.servlet.WebhookServlet;

/** The README's samples on webhooks. What stands between two marks is in the README word for word. */
final class WebhookSamples {
    private WebhookSamples() {}

    static String verify(String publicKey, byte[] body, Headers headers) {
        // [verify]
        WebhookVerifier verifier = WebhookVerifier.builder()
                .publicKey(publicKey) // as Telnyx shows it; add the old and the new one while it changes
                .build();

        try {
            VerifiedWebhook webhook = verifier.verify(body, headers::get); // the bytes as they came
            return new String(webhook.body(), UTF_8);
        } catch (WebhookRejectedException e) {
            return "refused: " + e.reason(); // such as SIGNATURE_MISMATCH or TIMESTAMP_TOO_OLD
        }
        // [/verify]
    }

    static HttpServer server(WebhookVerifier verifier, WebhookHandler handler, ExecutorService executor)
            throws IOException {
        // [server]
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/telnyx", new WebhookHttpHandler(verifier, handler));
        server.setExecutor(executor);
        server.start();
        // [/server]
        return server;
    }

    static void servlet(ServletContext context, WebhookVerifier verifier, WebhookHandler handler) {
        // [servlet]
        context.addServlet("telnyx", new WebhookServlet(verifier, handler)).addMapping("/telnyx");

        // or a filter before a controller of your own, which then reads the body as if for the first time
        FilterRegistration.Dynamic filter = context.addFilter("telnyx-only", new WebhookFilter(verifier));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(null, false, "/texml/*"); // also /texml; "/texml" alone lets "/texml/" past
        // [/servlet]
    }

    static int anything(
            WebhookVerifier verifier, WebhookHandler handler, Map<String, List<String>> headers, InputStream body) {
        // [anything]
        WebhookReceiver receiver = new WebhookReceiver(verifier, handler); // one for all requests

        WebhookResponse response = receiver.receive("POST", headers::get, body);
        return response.status(); // send it with response.headers() and response.body()
        // [/anything]
    }

    static int signed(WebhookSigner signer, URI endpoint) throws IOException, InterruptedException {
        // [signer]
        byte[] body = "{\"data\":{\"event_type\":\"message.received\"}}".getBytes(UTF_8);

        // The endpoint under test has signer.publicKey() as its public key
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint).POST(BodyPublishers.ofByteArray(body));
        signer.headers(body).forEach(request::header);
        int status = HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
        // [/signer]
        return status;
    }
}
