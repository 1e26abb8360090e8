package org.telnyx4j.platforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.telnyx4j.Telnyx;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.webhooks.WebhookSigner;

/**
 * Starts an application and calls it: {@code POST /telnyx} takes webhooks, {@code GET /events} shows the types of those
 * that it handled, {@code POST /send} sends a text to the number in the body and responds with the message's id. The
 * application reads the port from {@code PORT} and the rest from the {@code TELNYX_} variables.
 */
public final class EndpointCheck {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration START = Duration.ofSeconds(120);

    private EndpointCheck() {}

    /**
     * Runs.
     *
     * @param command what starts the application
     */
    public static void main(String[] command) throws Exception {
        WebhookSigner signer = WebhookSigner.generate();
        int port = freePort();
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment()
                    .putAll(Map.of(
                            "PORT", Integer.toString(port),
                            "TELNYX_API_KEY", sandbox.apiKey(),
                            "TELNYX_BASE_URL", sandbox.baseUrl().toString(),
                            "TELNYX_FROM", "+14165550199",
                            "TELNYX_PUBLIC_KEY", signer.publicKey()));
            Process application = builder.start();
            try {
                awaitStart(application, port);
                call(port, signer, sandbox);
            } finally {
                application.destroy();
                if (!application.waitFor(20, TimeUnit.SECONDS)) {
                    application.destroyForcibly();
                }
            }
        }
        System.out.println("PROBE OK");
        System.exit(0);
    }

    private static void call(int port, WebhookSigner signer, TelnyxSandbox sandbox) throws Exception {
        byte[] body = ("{\"data\":{\"event_type\":\"message.received\",\"id\":\"1\",\"payload\":{\"text\":\"Grüße 😀\"}}}\n")
                .getBytes(UTF_8);
        byte[] forged = body.clone();
        forged[forged.length - 8] ^= 1;
        expect(401, post(port, "/telnyx", forged, signer.headers(body)));
        expect(401, post(port, "/telnyx", body, Map.of()));
        check(get(port).body().isBlank(), "something forged was handled: " + get(port).body());
        expect(200, post(port, "/telnyx", body, signer.headers(body)));
        check(get(port).body().contains("message.received"), "events: " + get(port).body());
        HttpResponse<String> sent = post(port, "/send", "+14165550123".getBytes(UTF_8), Map.of());
        expect(200, sent);
        try (Telnyx telnyx = Telnyx.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl().toString())
                .build()) {
            telnyx.messages().retrieve(sent.body().trim());
        }
    }

    private static void awaitStart(Process application, int port) throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                if (get(port).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            check(application.isAlive(), "the application ended");
            check(System.nanoTime() < deadline, "the application did not start");
            Thread.sleep(200);
        }
    }

    private static HttpResponse<String> get(int port) throws IOException, InterruptedException {
        return CLIENT.send(request(port, "/events").GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(int port, String path, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(port, path)
                .header("Content-Type", path.equals("/send") ? "text/plain" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private static void expect(int status, HttpResponse<String> response) {
        check(
                response.statusCode() == status,
                response.uri() + ": expected " + status + " but got " + response.statusCode() + " " + response.body());
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            // An exception, and not an exit: the application is ended on the way.
            throw new IllegalStateException("FAILED: " + what);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
