package org.telnyx4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.json.Field;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.specification.ApiDocument;
import org.telnyx4j.specification.Arguments;
import org.telnyx4j.specification.Endpoint;
import org.telnyx4j.specification.RawOperation;
import org.telnyx4j.specification.Samples;
import org.telnyx4j.specification.Samples.Kind;

/** Every operation of the generated client, as users get it, with everything that a request and a response can hold. */
class RawApiConformanceTest {
    private static final ApiDocument DOCUMENT = ApiDocument.ours();
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final SpecServer SERVER = SpecServer.of(DOCUMENT);
    private static final Telnyx TELNYX =
            Telnyx.builder().baseUrl(SERVER.baseUrl()).apiKey(Fixtures.KEY).build();

    @AfterAll
    static void close() {
        TELNYX.close();
        SERVER.close();
    }

    static List<RawOperation> calls() {
        return RawOperation.all();
    }

    @Test
    void everyOperationOfTheDocumentHasAMethod() {
        assertThat(calls().stream()
                        .map(call -> call.operation().method() + " "
                                + call.operation().pathTemplate()))
                .containsExactlyInAnyOrderElementsOf(
                        DOCUMENT.endpoints().stream().map(Endpoint::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theLeastThatCanBeSentIsValid(RawOperation call) throws Exception {
        SERVER.reset((endpoint, request) -> SERVER.answer(endpoint, Kind.REQUIRED, 0));

        send(call, Kind.REQUIRED, 0);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everythingThatCanBeSentIsValidAndArrives(RawOperation call) throws Exception {
        SERVER.reset((each, request) -> SERVER.answer(each, Kind.FULL, 0));
        int turns = Samples.turns(DOCUMENT, endpoint(call).requestSchema(DOCUMENT));
        for (int turn = 0; turn < turns; turn++) {
            send(call, Kind.FULL, turn);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theFormWithOptionsSendsTheSame(RawOperation call) {
        SERVER.reset((each, request) -> SERVER.answer(each, Kind.FULL, 0));
        List<Object> arguments = new Arguments(DOCUMENT, Kind.FULL, 0).of(call);

        call.send(TELNYX.raw(), arguments);
        RequestOptions options = RequestOptions.builder().header("X-Trace", "1").build();
        call.send(TELNYX.raw(), arguments, options);

        SpecServer.Exchange plain = SERVER.exchanges().get(0);
        SpecServer.Exchange withOptions = SERVER.exchanges().get(1);
        assertThat(withOptions.request().requestLine())
                .isEqualTo(plain.request().requestLine());
        assertThat(withOptions.request().body()).isEqualTo(plain.request().body());
        assertThat(plain.request().header("X-Trace")).isNull();
        assertThat(withOptions.request().header("X-Trace")).isEqualTo("1");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyAnswerIsReadAndNothingOfItIsLost(RawOperation call) throws Exception {
        JsonNode schema = endpoint(call).success(DOCUMENT).path("schema");
        for (Kind kind : List.of(Kind.FULL, Kind.REQUIRED, Kind.NULLS, Kind.ALL_NULL, Kind.EMPTY, Kind.UNKNOWN)) {
            for (int turn = 0; turn < (kind == Kind.FULL ? Samples.turns(DOCUMENT, schema) : 2); turn++) {
                int which = turn;
                SERVER.reset((each, request) -> SERVER.answer(each, kind, which));
                Object answer = send(call, Kind.REQUIRED, 0);

                JsonNode sent = SERVER.exchanges().get(0).answer();
                assertThat(Differences.between(sent, MAPPER.valueToTree(answer)))
                        .as("%s, turn %d of %s", kind, turn, call)
                        .isEmpty();
            }
        }
    }

    /** Sends an operation, and holds what arrives against what was given. */
    private static Object send(RawOperation call, Kind kind, int turn) throws Exception {
        Endpoint endpoint = endpoint(call);
        Arguments samples = new Arguments(DOCUMENT, kind, turn);
        List<Object> arguments = samples.of(call);
        int before = SERVER.exchanges().size();
        Object answer;
        try {
            answer = call.send(TELNYX.raw(), arguments);
        } finally {
            assertThat(SERVER.problems()).as("%s with %s", call, arguments).isEmpty();
        }
        SpecServer.Exchange exchange = SERVER.exchanges().get(before);
        assertThat(exchange.endpoint()).isEqualTo(endpoint);
        for (Object argument : arguments) {
            if (argument instanceof JsonModel model) {
                assertThat(model.unreadableFields()).as("%s of %s", model, call).isEmpty();
                if (DOCUMENT.hasComponent(model.type().name())) {
                    JsonNode body = MAPPER.readTree(exchange.request().body());
                    assertThat(Differences.between(samples.json(model.getClass()), body))
                            .isEmpty();
                } else if (kind == Kind.FULL) {
                    assertThat(names(model)).isEqualTo(queryParameters(endpoint));
                }
            }
        }
        return Objects.requireNonNull(answer, "the response");
    }

    private static Set<String> names(JsonModel query) {
        Set<String> names = new HashSet<>();
        for (Field field : query.type().fields().fields()) {
            names.add(field.name());
        }
        assertThat(query.fieldNames()).containsExactlyInAnyOrderElementsOf(names);
        return names;
    }

    private static Set<String> queryParameters(Endpoint endpoint) {
        Set<String> names = new HashSet<>();
        endpoint.parameters().stream()
                .filter(each -> each.get("in").textValue().equals("query"))
                .forEach(each -> names.add(each.get("name").textValue()));
        return names;
    }

    private static Endpoint endpoint(RawOperation call) {
        return DOCUMENT.endpoint(call.operation().id());
    }
}
