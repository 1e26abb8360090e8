package org.telnyx4j.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.telnyx4j.HttpOptions;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.invoker.ApiClient;
import org.telnyx4j.generated.invoker.ApiOperation;
import org.telnyx4j.generated.invoker.ApiRequest;
import org.telnyx4j.internal.config.SettingsLayer;
import org.telnyx4j.internal.core.ClientCore;
import org.telnyx4j.internal.core.View;
import org.telnyx4j.internal.telemetry.Telemetry;
import org.telnyx4j.internal.time.TimeSource;
import org.telnyx4j.testing.Fixtures;
import org.telnyx4j.testing.RawServer;

/** An operation that a later specification could have, made up here, is repeated for its header alone. */
class IdempotencyKeyTest {
    private static final ApiOperation KEYED =
            new ApiOperation("makeThing", "POST", "/things", "X-Other", "Idempotency-Key");
    private static final ApiOperation PLAIN = new ApiOperation("doThing", "POST", "/things");

    private static RawServer failing(int... statuses) throws IOException {
        AtomicInteger next = new AtomicInteger();
        return RawServer.start(RawServer.answeringWith(request -> {
            int index = next.getAndIncrement();
            return RawServer.json(index < statuses.length ? statuses[index] : 200, "{}");
        }));
    }

    private static ClientCore core(RawServer server) {
        return new ClientCore(
                server.baseUrl(), HttpOptions.builder().build(), null, TimeSource.system(), new Telemetry(null, true));
    }

    private static void call(ClientCore core, ApiOperation operation, Map<String, String> headers) {
        SettingsLayer key = new SettingsLayer(() -> Fixtures.KEY, null, null, null, null, null, null);
        View view = new View(core, SettingsLayer.merge(key, SettingsLayer.BUILT_IN), null);
        ApiClient client = view.rawClient(RequestOptions.none());
        ApiRequest request = new ApiRequest(operation);
        request.headers(headers);
        request.body(Map.of("name", "a"));
        client.invoke(request, Void.class);
    }

    private static List<String> keys(RawServer server) {
        return server.requests().stream()
                .map(request -> String.valueOf(request.header("Idempotency-Key")))
                .toList();
    }

    @Test
    void aKeyIsMadeForEachCallAndStaysTheSameForItsAttempts() throws IOException {
        try (RawServer server = failing(503, 409);
                ClientCore core = core(server)) {
            call(core, KEYED, Map.of());
            call(core, KEYED, Map.of());

            List<String> keys = keys(server);
            assertThat(keys).hasSize(4).doesNotContain("null");
            assertThat(keys.subList(0, 3)).containsOnly(keys.get(0));
            assertThat(keys.get(3)).isNotEqualTo(keys.get(0)).matches("[A-Za-z0-9_:-]{1,255}");
        }
    }

    @Test
    void theCallersOwnKeyIsKept() throws IOException {
        try (RawServer server = failing(503);
                ClientCore core = core(server)) {
            call(core, KEYED, Map.of("idempotency-key", "mine"));
            assertThat(keys(server)).containsExactly("mine", "mine");
        }
    }

    @Test
    void aKeyWithAnOperationThatDoesNotKnowItMakesNothingRepeatable() throws IOException {
        try (RawServer server = failing(503);
                ClientCore core = core(server)) {
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class, () -> call(core, PLAIN, Map.of("Idempotency-Key", "mine")));
            assertThat(error.mayHaveBeenCarriedOut()).isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }
}
