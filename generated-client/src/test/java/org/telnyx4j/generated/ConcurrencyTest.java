package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.invoker.ApiException;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.generated.model.MessageResponse;
import org.telnyx4j.generated.model.SendMessageRequest;

/** One client, many threads: each call gets its own status, headers and body and nobody else's. */
class ConcurrencyTest {
    private static final int THREADS = 64;
    private static final int CALLS_OF_EACH = 40;

    @Test
    void answersToManyThreads_neverMix() throws Exception {
        try (Wire wire = Wire.to(
                (request, socket) -> LoopbackServer.answering(answer(request)).answer(request, socket))) {
            MessagesApi messages = new MessagesApi(wire.client());
            CyclicBarrier start = new CyclicBarrier(THREADS);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<Integer>> done = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    int first = thread * CALLS_OF_EACH;
                    done.add(threads.submit(() -> {
                        start.await(20, TimeUnit.SECONDS);
                        return callAll(messages, first);
                    }));
                }
                int calls = 0;
                for (Future<Integer> each : done) {
                    calls += each.get(60, TimeUnit.SECONDS);
                }
                assertThat(calls).isEqualTo(THREADS * CALLS_OF_EACH);
                assertThat(wire.server().waitingRequests()).isEqualTo(calls);
                assertThat(wire.server().connections()).isLessThanOrEqualTo(THREADS);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static int callAll(MessagesApi messages, int first) {
        int calls = 0;
        for (int i = first; i < first + CALLS_OF_EACH; i++, calls++) {
            String id = "id-" + i;
            switch (i % 3) {
                case 0 -> retrieve(messages, id);
                case 1 -> send(messages, id);
                default -> fail(messages, id);
            }
        }
        return calls;
    }

    private static void retrieve(MessagesApi messages, String id) {
        ApiResponse<?> response = messages.retrieveMessageWithHttpInfo(id, Map.of("X-Id", id));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("x-id")).isEqualTo(id);
        assertThat(response.raw().body()).asString(UTF_8).contains("\"" + id + "\"");
    }

    private static void send(MessagesApi messages, String id) {
        ApiResponse<MessageResponse> response =
                messages.sendMessageWithHttpInfo(new SendMessageRequest().text(id), Map.of("X-Id", id));

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.header("x-id")).isEqualTo(id);
        assertThat(response.data().getData().getText()).isEqualTo(id);
    }

    private static void fail(MessagesApi messages, String id) {
        ApiException thrown = catchThrowableOfType(
                ApiException.class, () -> messages.cancelMessageWithHttpInfo(id, Map.of("X-Id", id)));

        assertThat(thrown.status()).isEqualTo(404);
        assertThat(thrown.response().header("x-id")).isEqualTo(id);
        assertThat(thrown.response().body()).asString(UTF_8).contains("\"" + id + "\"");
    }

    private static byte[] answer(LoopbackServer.Request request) {
        String id = request.values("X-Id").get(0);
        String method = request.line().substring(0, request.line().indexOf(' '));
        int status = switch (method) {
            case "GET" -> 200;
            case "POST" -> 202;
            default -> 404;
        };
        // What a POST answers with comes from its body, so that a body of another call would show.
        String said = method.equals("POST") ? new String(request.body(), UTF_8) : "{\"text\":\"" + id + "\"}";
        return Answer.whole(status, "X-Id: " + id, ("{\"data\":" + said + "}").getBytes(UTF_8));
    }
}
