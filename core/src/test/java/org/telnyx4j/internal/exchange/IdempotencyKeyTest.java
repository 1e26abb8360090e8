package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.testing.RawServer;

/** An operation that a later specification could have, made up here, is repeated for its header alone. */
class IdempotencyKeyTest {
    private static final ThingRequest BODY = ThingRequest.builder().text("a").build();

    private static RawServer failing(int... statuses) throws IOException {
        AtomicInteger next = new AtomicInteger();
        return RawServer.start(RawServer.answeringWith(request -> {
            int index = next.getAndIncrement();
            return RawServer.json(index < statuses.length ? statuses[index] : 200, "{}");
        }));
    }

    private static List<String> keys(RawServer server) {
        return server.requests().stream()
                .map(request -> String.valueOf(request.header("Idempotency-Key")))
                .toList();
    }

    private static RequestOptions header(String name, String value) {
        return RequestOptions.builder().header(name, value).build();
    }

    @Test
    void aKeyIsCreatedForEachCallAndStaysTheSameForItsAttempts() throws IOException {
        try (RawServer server = failing(503, 409);
                Clients clients = new Clients(server)) {
            clients.send(Clients.KEYED, BODY);
            clients.send(Clients.KEYED, BODY);

            List<String> keys = keys(server);
            assertThat(keys).hasSize(4).doesNotContain("null");
            assertThat(keys.subList(0, 3)).containsOnly(keys.get(0));
            assertThat(keys.get(3)).isNotEqualTo(keys.get(0)).matches("[A-Za-z0-9_:-]{1,255}");
        }
    }

    @Test
    void theCallersOwnKeyIsKept() throws IOException {
        try (RawServer server = failing(503);
                Clients clients = new Clients(server)) {
            clients.send(Clients.KEYED, BODY, header("idempotency-key", "mine"));
            assertThat(keys(server)).containsExactly("mine", "mine");
        }
    }

    @Test
    void aKeyWithAnOperationThatDoesNotKnowItMakesNothingRepeatable() throws IOException {
        try (RawServer server = failing(503);
                Clients clients = new Clients(server)) {
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class,
                    () -> clients.send(Clients.CREATION, BODY, header("Idempotency-Key", "mine")));
            assertThat(error.mayHaveBeenCarriedOut()).isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }
}
