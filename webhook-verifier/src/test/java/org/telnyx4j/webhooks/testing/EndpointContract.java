package org.telnyx4j.webhooks.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.testing.RawClient;
import org.telnyx4j.testing.RawClient.Reply;
import org.telnyx4j.webhooks.MalformedWebhookException;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookSigner;
import org.telnyx4j.webhooks.WebhookVerifier;

/** What every adapter has to do with the same bytes on the wire. */
public abstract class EndpointContract {
    private static final byte[] BODY = "{\"data\":{\"id\":\"1\",\"text\":\"\u00e9\u2603\"}}".getBytes(UTF_8);
    private static final int LIMIT = 1 << 20;

    protected final WebhookSigner signer = WebhookSigner.generate();
    protected final ConcurrentLinkedQueue<VerifiedWebhook> received = new ConcurrentLinkedQueue<>();

    /** The port of the endpoint, which remembers what it handles in {@link #received}. */
    protected abstract int port();

    /** The port of an endpoint that has no key. */
    protected abstract int closedPort();

    /** Handles as the body's text tells: it may ask for a failure. */
    protected final void handle(VerifiedWebhook webhook) throws Exception {
        String text = new String(webhook.body(), UTF_8);
        switch (text) {
            case "fail" -> throw new IOException("secret +14165550123");
            case "fail badly" -> throw new StackOverflowError("secret +14165550123");
            case "not understood" -> throw new MalformedWebhookException("secret +14165550123");
            default -> received.add(webhook);
        }
    }

    protected final WebhookVerifier verifier() {
        return WebhookVerifier.builder().publicKey(signer.publicKey()).build();
    }

    @Test
    void aSignedWebhookIsHandledAndAcknowledged() throws IOException {
        Reply response = post(signedHeaders(BODY), BODY);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(received).singleElement().extracting(VerifiedWebhook::body).isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 65_536})
    void aChunkedBodyIsPutTogether(int size) throws IOException {
        byte[] body = "x".repeat(70_000).getBytes(UTF_8);
        Reply response = chunked(signed(body), RawClient.chunked(body, size));

        assertThat(response.status()).isEqualTo(200);
        assertThat(received).singleElement().extracting(VerifiedWebhook::body).isEqualTo(body);
    }

    @Test
    void http10IsUnderstood() throws IOException {
        assertThat(RawClient.send(port(), "POST / HTTP/1.0", signedHeaders(BODY), BODY)
                        .status())
                .isEqualTo(200);
        assertThat(received).hasSize(1);
    }

    @Test
    void headerNamesMayBeInAnyCase() throws IOException {
        List<String> headers = signedHeaders(BODY).stream()
                .map(EndpointContract::nameInUpperCase)
                .toList();

        assertThat(post(headers, BODY).status()).isEqualTo(200);
    }

    @Test
    void bodiesOfAnyBytesAreHandledByteForByte() throws IOException {
        byte[] body = new byte[256 * 256];
        new Random(1).nextBytes(body);

        assertThat(post(signedHeaders(body), body).status()).isEqualTo(200);
        assertThat(received).singleElement().extracting(VerifiedWebhook::body).isEqualTo(body);
    }

    @Test
    void aMissingHeaderGives401AndItsName() throws IOException {
        Reply response = post(List.of("Content-Length: " + BODY.length), BODY);

        assertRefused(response, 401, "MISSING_HEADER");
        assertThat(response.body()).contains("telnyx-signature-ed25519");
        assertThat(response.hasHeader("WWW-Authenticate: telnyx-signature-ed25519"))
                .isTrue();
        assertThat(response.hasHeader("Content-Type: application/json")).isTrue();
    }

    @Test
    void aSignatureOfAnotherBodyGives401() throws IOException {
        byte[] other = BODY.clone();
        other[0] ^= 1;

        assertRefused(post(signedHeaders(BODY), other), 401, "SIGNATURE_MISMATCH");
    }

    @Test
    void oldAndFutureTimestampsGive401() throws IOException {
        assertRefused(post(signedHeaders(BODY, Instant.now().minusSeconds(400)), BODY), 401, "TIMESTAMP_TOO_OLD");
        assertRefused(post(signedHeaders(BODY, Instant.now().plusSeconds(400)), BODY), 401, "TIMESTAMP_IN_THE_FUTURE");
    }

    @Test
    void headersThatCannotBeReadGive400() throws IOException {
        assertRefused(
                post(
                        List.of(
                                "Content-Length: " + BODY.length,
                                "telnyx-signature-ed25519: garbage",
                                "telnyx-timestamp: " + Instant.now().getEpochSecond()),
                        BODY),
                400,
                "MALFORMED_SIGNATURE");
        assertRefused(
                post(
                        List.of(
                                "Content-Length: " + BODY.length,
                                "telnyx-signature-ed25519: garbage",
                                "telnyx-timestamp: -1"),
                        BODY),
                400,
                "MALFORMED_TIMESTAMP");
    }

    @Test
    void aHeaderThatCameTwiceGives400() throws IOException {
        List<String> headers = new ArrayList<>(signedHeaders(BODY));
        headers.add(headers.stream()
                .filter(header -> header.startsWith("telnyx-timestamp"))
                .findFirst()
                .orElseThrow());

        assertRefused(post(headers, BODY), 400, "MALFORMED_TIMESTAMP");
    }

    @Test
    void theLongestBodyPassesAndOneByteMoreGives413() throws IOException {
        byte[] longest = new byte[LIMIT];
        byte[] tooLong = new byte[LIMIT + 1];

        assertThat(post(signedHeaders(longest), longest).status()).isEqualTo(200);
        received.clear();
        assertRefused(post(signedHeaders(tooLong), tooLong), 413, "BODY_TOO_LARGE");
        assertRefused(chunked(signed(tooLong), RawClient.chunked(tooLong, 8192)), 413, "BODY_TOO_LARGE");
    }

    @Test
    void aBodyThatIsAnnouncedToBeHugeIsNotWaitedFor() throws IOException {
        byte[] start = new byte[LIMIT + 1];
        List<String> headers = new ArrayList<>(signed(start));
        headers.add("Content-Length: 100000000000");

        assertRefused(post(headers, start), 413, "BODY_TOO_LARGE");
    }

    @Test
    void aSenderThatSendsAHundredMegabytesSeesTheResponse() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[100_000_000]))
                .build();

        HttpResponse<String> response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("BODY_TOO_LARGE");
    }

    @Test
    void aBodyThatBreaksOffIsNotHandled() throws IOException {
        String head = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + String.join("\r\n", signed(BODY))
                + "\r\nContent-Length: " + (BODY.length + 1) + "\r\n\r\n";
        Reply response = RawClient.send(port(), head, BODY, true);

        assertThat(response.status()).isIn(0, 400);
        assertThat(received).isEmpty();
    }

    @Test
    void brokenChunksAreNotHandled() throws IOException {
        for (String chunks : List.of("zz\r\nabc\r\n0\r\n\r\n", "-1\r\n\r\n", "ffffffffffffffffff\r\nabc", "5\r\nab")) {
            String head = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + String.join("\r\n", signed(BODY)) + "\r\nTransfer-Encoding: chunked\r\n\r\n";
            Reply response = RawClient.send(port(), head, chunks.getBytes(ISO_8859_1), true);

            assertThat(response.status()).as(chunks).isIn(0, 400, 401);
        }
        assertThat(received).isEmpty();
    }

    @Test
    void compressedBodiesAreRefusedWithoutBeingInflated() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(BODY);
        }
        byte[] body = compressed.toByteArray();
        List<String> headers = new ArrayList<>(signedHeaders(body));
        headers.add("Content-Encoding: gzip");

        assertRefused(post(headers, body), 415, "ENCODED_BODY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "post"})
    void otherMethodsGive405AndTheOneThatIsAllowed(String method) throws IOException {
        Reply response = RawClient.send(port(), method + " / HTTP/1.1", signedHeaders(BODY), BODY);

        assertRefused(response, 405, method.equals("GET") ? "GET_CANNOT_BE_VERIFIED" : "METHOD_NOT_ALLOWED");
        assertThat(response.hasHeader("Allow: POST")).isTrue();
    }

    @Test
    void aHeadRequestGets405WithoutABody() throws IOException {
        Reply response = RawClient.send(port(), "HEAD / HTTP/1.1", List.of(), new byte[0]);

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void withoutAKeyEverythingGets503() throws IOException {
        assertRefused(
                RawClient.send(closedPort(), "POST / HTTP/1.1", signedHeaders(BODY), BODY), 503, "MISSING_PUBLIC_KEY");
    }

    @Test
    void aHandlerThatFailsGives500WithoutDetails() throws IOException {
        for (String failure : List.of("fail", "fail badly")) {
            byte[] body = failure.getBytes(UTF_8);
            Reply response = post(signedHeaders(body), body);

            assertRefused(response, 500, "HANDLER_FAILED");
            assertThat(response.body()).doesNotContain("secret", "4165550123", "Exception", "Error");
        }
    }

    @Test
    void aHandlerThatCannotUnderstandTheBodyGives400() throws IOException {
        byte[] body = "not understood".getBytes(UTF_8);
        Reply response = post(signedHeaders(body), body);

        assertRefused(response, 400, "MALFORMED_BODY");
        assertThat(response.body()).doesNotContain("secret");
    }

    @Test
    void aHundredAtATimeAreAllHandledOnce() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(100);
        try {
            List<Future<Reply>> responses = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                byte[] body = ("event-" + i).getBytes(UTF_8);
                responses.add(executor.submit(() -> post(signedHeaders(body), body)));
            }
            for (Future<Reply> response : responses) {
                assertThat(response.get().status()).isEqualTo(200);
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(received.stream().map(webhook -> new String(webhook.body(), UTF_8)))
                .hasSize(100)
                .doesNotHaveDuplicates();
    }

    protected final Reply post(List<String> headers, byte[] body) throws IOException {
        return RawClient.send(port(), "POST / HTTP/1.1", headers, body);
    }

    protected final List<String> signedHeaders(byte[] body) {
        return signedHeaders(body, Instant.now());
    }

    private List<String> signedHeaders(byte[] body, Instant timestamp) {
        List<String> headers = new ArrayList<>(signed(body, timestamp));
        headers.add("Content-Length: " + body.length);
        return headers;
    }

    private List<String> signed(byte[] body) {
        return signed(body, Instant.now());
    }

    private List<String> signed(byte[] body, Instant timestamp) {
        return signer.headers(body, timestamp).entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .toList();
    }

    private Reply chunked(List<String> headers, byte[] chunks) throws IOException {
        List<String> all = new ArrayList<>(headers);
        all.add("Transfer-Encoding: chunked");
        return post(all, chunks);
    }

    private void assertRefused(Reply response, int status, String reason) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).startsWith("{\"reason\":\"" + reason + "\",\"message\":\"");
        assertThat(received).isEmpty();
    }

    private static String nameInUpperCase(String header) {
        int colon = header.indexOf(':');
        return header.substring(0, colon).toUpperCase(Locale.ROOT) + header.substring(colon);
    }
}
