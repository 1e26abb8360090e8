package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.invoker.ApiResponse;
import org.telnyx4j.generated.model.MessageResponse;

/** Status and headers belong to the call that they came with. */
class AnswerMetadataTest {
    static List<Generated.Operation> operations() {
        return Generated.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperation_givesStatusHeadersAndBody(Generated.Operation operation) {
        byte[] answer = Answer.whole(202, "x-ratelimit-remaining: 41", "{\"new\":1}".getBytes(UTF_8));
        try (Wire wire = Wire.answering(answer)) {
            ApiResponse<?> response = operation.call(wire.client(), operation.arguments("id"));

            assertThat(response.status()).isEqualTo(202);
            assertThat(response.header("X-RateLimit-Remaining")).isEqualTo("41");
            assertThat(response.data()).isNotNull();
            assertThat(response.raw().body()).asString(UTF_8).isEqualTo("{\"new\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 206, 226, 299})
    void anyStatusFrom200To299_isASuccess(int status) {
        try (Wire wire = Wire.answering(Answer.json(status, "{\"data\":{}}"))) {
            assertThat(retrieve(wire).status()).isEqualTo(status);
        }
    }

    @Test
    void headersAreFoundInAnyCase_allOfThemInTheirOrder() {
        byte[] answer = Answer.whole(200, "X-A: 1\r\nx-b: \r\nx-A: 2", "{\"data\":{}}".getBytes(UTF_8));
        try (Wire wire = Wire.answering(answer)) {
            var raw = retrieve(wire).raw();

            assertThat(raw.header("x-a")).isEqualTo("1");
            assertThat(raw.headers("X-a")).containsExactly("1", "2");
            assertThat(raw.header("X-B")).isEmpty();
            assertThat(raw.header("x-c")).isNull();
            assertThat(raw.headers("x-c")).isEmpty();
            assertThat(raw.headerNames()).containsExactly("x-request-id", "X-A", "x-b", "x-A", "Content-Length");
        }
    }

    @Test
    void callsOneAfterTheOther_useOneConnection() {
        try (Wire wire = Wire.answering(Answer.json(200, "{\"data\":{}}"))) {
            for (int i = 0; i < 5; i++) {
                retrieve(wire);
            }
            assertThat(wire.server().connections()).isEqualTo(1);
        }
    }

    private static ApiResponse<MessageResponse> retrieve(Wire wire) {
        return new MessagesApi(wire.client()).retrieveMessageWithHttpInfo("id", Map.of());
    }
}
