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
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.invoker.ApiClient;
import org.telnyx4j.generated.invoker.HttpClientTransport;

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

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperation_asksForItsPathWithTheValueEncoded(Generated.Operation operation) throws Exception {
        String path = operation.description().pathTemplate();
        for (String name : placeholders(path)) {
            path = path.replace("{" + name + "}", "v3%3Aabc%2Fdef%2B%C3%BC%20%F0%9F%91%8B%25%3F%23%3B%7Bid%7D");
        }
        try (Wire wire = Wire.answering(Answer.json(200, "{}"))) {
            operation.call(wire.client(), operation.arguments("v3:abc/def+ü 👋%?#;{id}"));

            assertThat(wire.server().takeRequest().line())
                    .isEqualTo(operation.description().method() + " /v2" + path + " HTTP/1.1");
        }
    }

    @ParameterizedTest
    @MethodSource("operationsWithAPathParameter")
    void aValueThatWouldMakeItAnotherPath_isRefusedAndNothingIsSent(Generated.Operation operation) {
        try (Wire wire = Wire.answering(Answer.json(200, "{}"))) {
            for (String value : List.of("", " ", "\t\n", "\u2003", ".", "..")) {
                assertThatThrownBy(() -> operation.call(wire.client(), operation.arguments(value)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith(
                                placeholders(operation.description().pathTemplate())
                                        .get(0));
            }
            assertThat(wire.server().connections()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nullInsteadOfAnyArgument_isNamedAndNothingIsSent(Generated.Operation operation) {
        try (Wire wire = Wire.answering(Answer.json(200, "{}"))) {
            for (int i = 0; i < operation.method().getParameterCount(); i++) {
                Object[] arguments = operation.arguments("id");
                Arrays.fill(arguments, i, i + 1, null);
                assertThatThrownBy(() -> operation.call(wire.client(), arguments))
                        .isInstanceOf(NullPointerException.class)
                        .hasMessage(operation.method().getParameters()[i].getName());
            }
            assertThat(wire.server().connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2e%2e", "...", "a/../b", "~a-b_c.d", "%", "-"})
    void anUnusualValue_arrivesAsItWas(String value) throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{}"))) {
            new MessagesApi(wire.client()).retrieveMessage(value);

            String target = wire.server().takeRequest().target();
            assertThat(target).matches("/v2/messages/[^/]+");
            String segment = target.substring("/v2/messages/".length());
            // URLDecoder is for forms and would read a plus as a space.
            assertThat(URLDecoder.decode(segment.replace("+", "%2B"), UTF_8)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "ftp://example.com",
                "https:///v2",
                "https://example.com/v2?a=b",
                "https://example.com/#v2",
                "not a url",
                ""
            })
    void aBaseUrlThatCannotBePrefixed_isRefusedWhenItIsSet(String baseUrl) {
        ApiClient.Builder builder = ApiClient.builder((operation, request) -> {
            throw new AssertionError("nothing is to be sent");
        });

        assertThatThrownBy(() -> builder.baseUrl(baseUrl)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSlashAtTheEndOfTheBaseUrl_isNotDoubled() throws Exception {
        try (Wire wire = Wire.answering(Answer.json(200, "{}"))) {
            ApiClient client =
                    wire.client().toBuilder().baseUrl(wire.server().url() + "/").build();

            new MessagesApi(client).retrieveMessage("id");

            assertThat(wire.server().takeRequest().target()).isEqualTo("/v2/messages/id");
        }
    }

    @Test
    void theRealApiIsTheDefault() {
        assertThat(ApiClient.DEFAULT_BASE_URL).isEqualTo("https://api.telnyx.com/v2");
        assertThat(HttpClientTransport.DEFAULT_MAX_BODY_BYTES).isEqualTo(16 * 1024 * 1024);
    }

    private static List<String> placeholders(String path) {
        return Pattern.compile("\\{([^}]+)}")
                .matcher(path)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
