package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.model.MessageResponse;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;

/** One client, many threads: each call gets its own status, headers and body and nobody else's. */
class ConcurrencyTest {
    private static final int THREADS = 64;
    private static final int CALLS_OF_EACH = 40;

    @Test
    void responsesToManyThreads_neverMix() throws Exception {
        try (Wire wire = Wire.to(RawServer.toEach((request, connection) -> connection.send(response(request))))) {
            MessagesApi messages = wire.messages();
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
        ApiResponse<?> response = messages.retrieveMessageWithHttpInfo(id, options(id));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("x-id")).isEqualTo(id);
        assertThat(response.raw().body()).asString(UTF_8).contains("\"" + id + "\"");
    }

    private static void send(MessagesApi messages, String id) {
        ApiResponse<MessageResponse> response = messages.sendMessageWithHttpInfo(
                Wire.MESSAGE.toBuilder().text(id).build(), options(id));

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.header("x-id")).isEqualTo(id);
        assertThat(Wire.message(response.data()).getText()).isEqualTo(id);
    }

    private static void fail(MessagesApi messages, String id) {
        TelnyxException thrown =
                catchThrowableOfType(TelnyxException.class, () -> messages.cancelMessageWithHttpInfo(id, options(id)));

        assertThat(thrown.httpStatus()).hasValue(404);
        assertThat(thrown.requestId()).hasValue(id);
    }

    private static RequestOptions options(String id) {
        return RequestOptions.builder().header("X-Id", id).build();
    }

    private static Response response(ReceivedRequest request) {
        String id = request.headers("X-Id").get(0);
        int status = switch (request.method()) {
            case "GET" -> 200;
            case "POST" -> 202;
            default -> 404;
        };
        // What a POST gets comes from its body, so that a body of another call would show.
        String data = request.method().equals("POST") ? request.body() : "{\"text\":\"" + id + "\"}";
        return Response.of(status, "{\"data\":" + data + "}", "X-Id: " + id, "x-request-id: " + id);
    }
}
