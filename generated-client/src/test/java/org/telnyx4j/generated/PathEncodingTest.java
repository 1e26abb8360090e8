package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.errors.TelnyxValidationException;

/** A value in a path stays one segment of that path, whatever it is made of. */
class PathEncodingTest {
    static List<Generated.Operation> operations() {
        return Generated.operations();
    }

    static Stream<Generated.Operation> operationsWithAPathParameter() {
        return operations().stream()
                .filter(operation -> !operation.pathParameters().isEmpty());
    }

    @Test
    void theClientHasExactlyTheOperationsOfTheSpecification() {
        Map<String, String> declared = Spec.operations().stream()
                .collect(
                        Collectors.toMap(Spec.Operation::id, operation -> operation.method() + " " + operation.path()));
        Map<String, String> generated = operations().stream()
                .map(Generated.Operation::description)
                .collect(Collectors.toMap(
                        description -> description.id(),
                        description -> description.method() + " " + description.pathTemplate()));

        assertThat(generated).hasSizeGreaterThan(60).isEqualTo(declared);
    }

    @Test
    void everyOperation_hasTheNameAndTheIdempotencyOfTheSpecification() {
        for (Generated.Operation operation : operations()) {
            Spec.Operation declared = Spec.operation(operation.description().id());
            assertThat(operation.description().name()).isEqualTo(declared.name());
            assertThat(operation.description().idempotency()).isEqualTo(declared.idempotency());
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperation_asksForItsPathWithTheValueEncoded(Generated.Operation operation) {
        String path = operation.description().pathTemplate();
        for (String name : placeholders(path)) {
            path = path.replace("{" + name + "}", "v3%3Aabc%2Fdef%2B%C3%BC%20%F0%9F%91%8B%25%3F%23%3B%7Bid%7D");
        }
        RecordingClient recorder = new RecordingClient("{\"new\":1}");

        ApiResponse<?> response = operation.call(recorder, operation.arguments("v3:abc/def+ü 👋%?#;{id}"));

        assertThat(recorder.lastLine()).isEqualTo(operation.description().method() + " " + path);
        assertThat(recorder.last().operation()).isEqualTo(operation.description());
        assertThat(response.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theShortForm_returnsTheBodyAlone(Generated.Operation operation) {
        RecordingClient recorder = new RecordingClient("{\"new\":1}");

        Object body = operation.callShort(recorder, operation.arguments("id"));
        ApiResponse<?> response = operation.call(recorder, operation.arguments("id"));

        assertThat(body).isEqualTo(response.data());
    }

    @ParameterizedTest
    @MethodSource("operationsWithAPathParameter")
    void aValueThatWouldMakeItAnotherPath_isRefusedAndNothingIsSent(Generated.Operation operation) {
        try (Wire wire = Wire.answering(Wire.json(200, "{}"))) {
            for (String value : List.of("", " ", "\t\n", "\u2003", ".", "..")) {
                assertThatThrownBy(() -> operation.call(wire.client(), operation.arguments(value)))
                        .isInstanceOf(TelnyxValidationException.class)
                        .hasMessageContaining(
                                placeholders(operation.description().pathTemplate())
                                        .get(0));
            }
            assertThat(wire.server().connections()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nullInsteadOfAnyArgument_isNamedAndNothingIsSent(Generated.Operation operation) {
        RecordingClient recorder = new RecordingClient("{}");
        for (int i = 0; i < operation.method().getParameterCount(); i++) {
            Object[] arguments = operation.arguments("id");
            Arrays.fill(arguments, i, i + 1, null);
            assertThatThrownBy(() -> operation.call(recorder, arguments))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage(operation.method().getParameters()[i].getName());
        }
        assertThat(recorder.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2e%2e", "...", "a/../b", "~a-b_c.d", "%", "-"})
    void anUnusualValue_arrivesAsItWas(String value) throws Exception {
        try (Wire wire = Wire.answering(Wire.json(200, "{}"))) {
            wire.messages().retrieveMessage(value);

            String target = wire.server().awaitRequest().target();
            assertThat(target).matches("/v2/messages/[^/]+");
            String segment = target.substring("/v2/messages/".length());
            // URLDecoder is for forms and would read a plus as a space.
            assertThat(URLDecoder.decode(segment.replace("+", "%2B"), UTF_8)).isEqualTo(value);
        }
    }

    private static List<String> placeholders(String path) {
        return Pattern.compile("\\{([^}]+)}")
                .matcher(path)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
