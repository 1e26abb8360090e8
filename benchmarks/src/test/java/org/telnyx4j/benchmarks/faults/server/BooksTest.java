package org.telnyx4j.benchmarks.faults.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.telnyx4j.testing.Certificates;

/** The server's counting, seen through plain requests. A mistake here would make the proof worthless. The tests share a server, each with texts of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BooksTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ProofServer server;

    BooksTest() throws Exception {
        server = ProofServer.start(Certificates.selfSigned(), 10, 1);
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @Test
    void eachPostOfATextCounts() throws Exception {
        sendText("hello", Fault.NONE);
        sendText("hello", Fault.NONE);
        sendText("hello", Fault.NONE);

        assertThat(server.books().messages().sent("hello")).hasSize(3).doesNotHaveDuplicates();
        assertThat(server.attempts().of("hello")).isEqualTo(3);
    }

    @Test
    void whatIsCarriedOutCountsThoughNoAnswerComes() throws Exception {
        sendText("lost", Fault.DONE_CLOSED);

        assertThat(server.books().messages().sent("lost")).hasSize(1);
    }

    @Test
    void whatIsReadAndDroppedDoesNotCount() throws Exception {
        sendText("dropped", Fault.READ_RESET);

        assertThat(server.settle(Duration.ofSeconds(20))).isTrue();
        assertThat(server.books().messages().sent("dropped")).isEmpty();
        assertThat(server.attempts().of("dropped")).isEqualTo(1);
    }

    @Test
    void theBooksAreFinalOnlyWhenWhatIsLateIsCarriedOut() throws Exception {
        sendText("late", Fault.DONE_LATE);

        assertThat(server.settle(Duration.ofSeconds(20))).isTrue();
        assertThat(server.books().messages().sent("late")).hasSize(1);
    }

    @Test
    void aCommandIdCountsOnceAndIsAnsweredAlike() throws Exception {
        String first = dial("same", "command-1");
        String second = dial("same", "command-1");
        String third = dial("same", "command-2");

        assertThat(second).isEqualTo(first);
        assertThat(third).isNotEqualTo(first);
        assertThat(server.books().calls().placed("same")).hasSize(2);
    }

    @Test
    void aNumberIsSoldOnce() throws Exception {
        String order = "{\"phone_numbers\":[{\"phone_number\":\"+14162000000\"}],\"customer_reference\":\"%s/1\"}";

        int first = status(post("/number_orders", Ticket.of("a", Fault.NONE, PATIENCE), order.formatted("a")));
        int second = status(post("/number_orders", Ticket.of("b", Fault.NONE, PATIENCE), order.formatted("b")));

        assertThat(first).isEqualTo(200);
        assertThat(second).isEqualTo(422);
        assertThat(server.books().numbers().orders("a")).hasSize(1);
        assertThat(server.books().numbers().orders("b")).isEmpty();
    }

    @Test
    void aTextThatIsNotItsTicketsMakesTheRunWorthless() throws Exception {
        post("/messages", Ticket.of("mine", Fault.NONE, PATIENCE), "{\"text\":\"another's\"}");

        assertThat(server.books().mistakes()).hasSize(1);
    }

    private void sendText(String text, Fault fault) throws Exception {
        try {
            post("/messages", Ticket.of(text, fault, PATIENCE), "{\"text\":\"" + text + "\"}");
        } catch (IOException e) {
            // The fault.
        }
    }

    private String dial(String state, String commandId) throws Exception {
        String encoded = Base64.getEncoder().encodeToString(state.getBytes(StandardCharsets.UTF_8));
        String json = "{\"client_state\":\"" + encoded + "\",\"command_id\":\"" + commandId + "\"}";
        return post("/calls", Ticket.of(state, Fault.NONE, PATIENCE), json).body();
    }

    private static int status(HttpResponse<?> response) {
        return response.statusCode();
    }

    private HttpResponse<String> post(String path, Ticket ticket, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl(Door.SHARED) + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20))
                .header(Ticket.HEADER, ticket.header())
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
