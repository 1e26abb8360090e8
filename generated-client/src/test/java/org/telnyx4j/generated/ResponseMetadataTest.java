package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.model.MessageResponse;
import org.telnyx4j.testing.Response;

/** Status and headers belong to the call that they came with. */
class ResponseMetadataTest {
    static List<Generated.Operation> lookups() {
        return Generated.operations().stream()
                .filter(operation -> operation.description().isLookup())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void everyLookup_givesStatusHeadersAndBody(Generated.Operation operation) {
        Response response = Response.of(202, "{\"new\":1}", "x-ratelimit-remaining: 41", "x-request-id: r1");
        try (Wire wire = Wire.answering(response)) {
            ApiResponse<?> read = operation.call(wire.client(), operation.arguments("+14165550123"));

            assertThat(read.status()).isEqualTo(202);
            assertThat(read.header("X-RateLimit-Remaining")).isEqualTo("41");
            assertThat(read.requestId()).hasValue("r1");
            assertThat(read.attempts()).isEqualTo(1);
            assertThat(read.data()).isNotNull();
            assertThat(read.raw().body()).asString(UTF_8).isEqualTo("{\"new\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 206, 226, 299})
    void anyStatusFrom200To299_isASuccess(int status) {
        try (Wire wire = Wire.answering(Wire.json(status, "{\"data\":{}}"))) {
            assertThat(retrieve(wire).status()).isEqualTo(status);
        }
    }

    @Test
    void headersAreFoundInAnyCase_allOfThemInTheirOrder() {
        Response response = Response.of(200, "{\"data\":{}}", "x-request-id: r1", "X-A: 1", "x-b: ", "x-A: 2");
        try (Wire wire = Wire.answering(response)) {
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
        try (Wire wire = Wire.answering(Wire.json(200, "{\"data\":{}}"))) {
            for (int i = 0; i < 5; i++) {
                retrieve(wire);
            }
            assertThat(wire.server().connections()).isEqualTo(1);
        }
    }

    private static ApiResponse<MessageResponse> retrieve(Wire wire) {
        return wire.messages().retrieveMessageWithHttpInfo("id", RequestOptions.none());
    }
}
