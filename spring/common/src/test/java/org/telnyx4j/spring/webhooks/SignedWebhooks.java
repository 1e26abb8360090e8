package org.telnyx4j.spring.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.telnyx4j.webhooks.WebhookSigner;

/** Posts webhooks as Telnyx does, each on a connection of its own: a container may close one after an error. */
final class SignedWebhooks {
    static final String PATH = "/webhooks/telnyx";

    private final WebhookSigner signer = WebhookSigner.generate();

    String publicKey() {
        return signer.publicKey();
    }

    static String event(String type, String id) {
        return "{\"data\":{\"record_type\":\"event\",\"event_type\":\"" + type + "\",\"id\":\"" + id
                + "\",\"occurred_at\":\"2026-01-01T00:00:00Z\",\"payload\":{\"id\":\"p-1\"}}}";
    }

    HttpResponse<String> post(int port, String body) throws IOException, InterruptedException {
        return post(port, "application/json", body, body);
    }

    HttpResponse<String> post(int port, String contentType, String body, String signed)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
        signer.headers(signed.getBytes(UTF_8)).forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    HttpResponse<String> postForm(int port, String path, String form) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
    }
}
