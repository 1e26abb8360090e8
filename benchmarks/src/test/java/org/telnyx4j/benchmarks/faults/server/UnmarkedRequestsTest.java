package org.telnyx4j.benchmarks.faults.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.telnyx4j.benchmarks.faults.server.RecordBooks.Quirk;
import org.telnyx4j.testing.Certificates;

/** How the server treats senders that know nothing of tickets, and where it posts webhooks. */
class UnmarkedRequestsTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> carriedOut = new CopyOnWriteArrayList<>();
    private final Ticketing ticketing = new Ticketing() {
        @Override
        public Ticket ticket(boolean isRead, String text) {
            Fault fault = text.startsWith("reset") ? Fault.RESET_MID_REQUEST : Fault.NONE;
            return Ticket.of(text, text.startsWith("closed") ? Fault.DONE_CLOSED : fault, PATIENCE);
        }

        @Override
        public void carriedOut(Ticket ticket) {
            carriedOut.add(ticket.token());
        }
    };

    @Test
    void theTextShowsHowARequestFares() throws Exception {
        try (ProofServer server = ProofServer.start(Certificates.selfSigned(), ticketing)) {
            assertThat(send(server, "fine", "https://example.com/hook")).isEqualTo(200);
            assertThatThrownBy(() -> send(server, "closed", "https://example.com/hook"))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> send(server, "reset", "https://example.com/hook"))
                    .isInstanceOf(IOException.class);

            assertThat(server.settle(Duration.ofSeconds(20))).isTrue();
            MessageBooks books = server.books().messages();
            assertThat(books.sent("fine")).hasSize(1);
            assertThat(books.sent("closed")).hasSize(1);
            assertThat(books.sent("reset")).isEmpty();
            assertThat(carriedOut).containsExactly("fine", "closed");
            assertThat(server.books().mistakes()).isEmpty();
        }
    }

    @Test
    void webhooksArePostedTwiceAndAgainUntilTheyAreConfirmed() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpServer hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            exchange.sendResponseHeaders(requests.getAndIncrement() == 0 ? 503 : 200, -1);
            exchange.close();
        });
        hook.start();
        String url = "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook";
        try (ProofServer server = ProofServer.start(Certificates.selfSigned(), ticketing);
                WebhookDeliveries deliveries =
                        WebhookDeliveries.start(server.books().messages().records(), 1)) {
            // The second message of each turn is the first with a webhook.
            send(server, "first", url);
            send(server, "second", url);
            deliveries.drain(Duration.ofSeconds(60));

            RecordBooks records = server.books().messages().records();
            String id = server.books().messages().sent("second").get(0);
            assertThat(records.find(id))
                    .hasValueSatisfying(sent -> assertThat(sent.quirk()).isEqualTo(Quirk.WEBHOOK));
            assertThat(deliveries.isConfirmed(id)).isTrue();
            assertThat(deliveries.isConfirmed(
                            server.books().messages().sent("first").get(0)))
                    .isFalse();
            assertThat(requests).hasValue(3);
            assertThat(deliveries.givenUp()).isZero();
        } finally {
            hook.stop(0);
        }
    }

    private int send(ProofServer server, String text, String hook) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl(Door.SHARED) + "/messages"))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"to\":\"+14165550123\",\"text\":\"" + text + "\",\"webhook_url\":\"" + hook + "\"}"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
