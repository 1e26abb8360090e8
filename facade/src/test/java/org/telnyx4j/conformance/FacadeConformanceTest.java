package org.telnyx4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.messaging.Settlement;
import org.telnyx4j.paging.PagedList;
import org.telnyx4j.specification.ApiDocument;
import org.telnyx4j.specification.Endpoint;
import org.telnyx4j.specification.FacadeMethod;
import org.telnyx4j.specification.Samples;
import org.telnyx4j.specification.Samples.Kind;

/** Every operation of the facade against a server that knows nothing but the document. */
class FacadeConformanceTest {
    private static final ApiDocument DOCUMENT = ApiDocument.ours();
    private static final SpecServer SERVER = SpecServer.of(DOCUMENT);
    private static final Telnyx TELNYX =
            Telnyx.builder().baseUrl(SERVER.baseUrl()).apiKey(Fixtures.KEY).build();

    @AfterAll
    static void close() {
        TELNYX.close();
        SERVER.close();
    }

    static List<FacadeCalls.Call> single() {
        return FacadeCalls.single(DOCUMENT);
    }

    static List<FacadeCalls.Call> oneOfEach() {
        return FacadeCalls.oneOfEach(DOCUMENT);
    }

    static List<FacadeCalls.Call> composite() {
        return FacadeCalls.composite(DOCUMENT);
    }

    /** The lists are made by reflection, so this only looks whether reflection finds anything. */
    @Test
    void everyMethodOfTheFacadeIsCalledHere() {
        assertThat(Stream.concat(single().stream(), composite().stream())
                        .map(call -> call.facade().method())
                        .distinct())
                .hasSize(FacadeMethod.all().size())
                .hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("single")
    void everyRequestIsValidAndIsThatOfItsOperation(FacadeCalls.Call call) {
        SERVER.reset((each, request) -> SERVER.answer(each, Kind.FULL, 0));

        result(call, "");

        assertThat(ofTheCall(call)).hasSize(1);
        assertThat(SERVER.exchanges().get(0).endpoint()).isEqualTo(call.endpoint(DOCUMENT));
    }

    /** An order that has failed at once is looked up by its reference, as it may be the copy of another one. */
    private static List<SpecServer.Exchange> ofTheCall(FacadeCalls.Call call) {
        boolean isOrder = call.endpoint(DOCUMENT).toString().equals("POST /number_orders");
        return SERVER.exchanges().stream()
                .filter(each -> !isOrder || !each.endpoint().toString().equals("GET /number_orders"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void anyPageOfAListCanBeAskedFor(FacadeCalls.Call call) {
        SERVER.reset((each, request) -> SERVER.answer(each, Kind.FULL, 0));
        if (call.facade().method().getReturnType() == PagedList.class) {
            PagedList<?> list =
                    (PagedList<?>) Objects.requireNonNull(call.facade().call(TELNYX, call.arguments()));

            list.withPageSize(3).page(7);

            assertThat(SERVER.problems()).isEmpty();
            assertThat(decoded(SERVER.exchanges().get(0).request().target()))
                    .contains("page[number]=7", "page[size]=3");
        }
    }

    private static String decoded(String target) {
        return URLDecoder.decode(target, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void everyAnswerIsReadAsItCame(FacadeCalls.Call call) {
        Endpoint endpoint = call.endpoint(DOCUMENT);
        JsonNode schema = endpoint.success(DOCUMENT).path("schema");
        for (Kind kind : Kind.values()) {
            if (call.isDial() && (kind == Kind.ALL_NULL || kind == Kind.EMPTY)) {
                // A call that nobody can name is no result.
                continue;
            }
            for (int turn = 0; turn < (kind == Kind.FULL ? Samples.turns(DOCUMENT, schema) : 2); turn++) {
                int which = turn;
                SERVER.reset((each, request) -> SERVER.answer(each, kind, which));

                Object result = result(call, kind + ", turn " + turn);

                if (result instanceof Settlement) {
                    // It reads all pages, says what they mean, and holds none of them.
                    assertThat(SERVER.exchanges())
                            .isNotEmpty()
                            .allSatisfy(each -> assertThat(each.endpoint()).isEqualTo(endpoint));
                    continue;
                }
                assertThat(ofTheCall(call)).hasSize(1);
                SpecServer.Exchange exchange = SERVER.exchanges().get(0);
                assertThat(exchange.endpoint()).isEqualTo(endpoint);
                assertThat(Accessors.differences(result, data(exchange.answer())))
                        .as("%s, turn %d of %s", kind, turn, call)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("composite")
    void everyRequestOfSeveralIsValid(FacadeCalls.Call call) {
        List<Consumer<JsonNode>> changes = List.of(
                data -> {}, data -> set(data, "status", "success"), data -> set(data, "name", "text of name"), data -> {
                    set(data, "status", "success");
                    set(data, "customer_reference", "40385f64");
                });
        for (Consumer<JsonNode> change : changes) {
            SERVER.reset((each, request) -> {
                JsonNode answer = SERVER.answer(each, Kind.FULL, 2);
                change.accept(answer.path("data"));
                // An order that stays pending, or in a state that nobody knows, would be waited for.
                if (request.target().contains("/number_orders/")
                        && !answer.at("/data/status").asText().equals("success")) {
                    set(answer.path("data"), "status", "failure");
                }
                set(answer.path("data"), "phone_number", FacadeCalls.NUMBER);
                return answer;
            });
            assertThat(result(call, "")).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void aFieldOfAWrongTypeTakesNothingElseOfAnAnswerWithIt(FacadeCalls.Call call) {
        JsonNode full = SERVER.answer(call.endpoint(DOCUMENT), Kind.FULL, 0);
        JsonNode first = full.path("data").isArray() ? full.at("/data/0") : full.path("data");
        for (Map.Entry<String, JsonNode> field : first.properties()) {
            JsonNode answer = full.deepCopy();
            JsonNode data = answer.get("data").isArray() ? answer.at("/data/0") : answer.get("data");
            JsonNode odd = field.getValue().isContainerNode()
                    ? JsonNodeFactory.instance.textNode("odd")
                    : JsonNodeFactory.instance.objectNode().put("odd", 99999999999L);
            ((ObjectNode) data).set(field.getKey(), odd);
            SERVER.reset((each, request) -> answer);
            if (call.isDial() && field.getKey().equals("call_control_id")) {
                assertThatThrownBy(() -> call.send(TELNYX))
                        .isInstanceOfSatisfying(
                                TelnyxException.class,
                                error -> assertThat(error.details().outcome()).isEqualTo(Outcome.UNKNOWN));
                continue;
            }
            Object result = result(call, field.getKey());

            assertThat(Accessors.differences(result, answer.get("data")))
                    .as("%s of %s", field.getKey(), call)
                    .noneMatch(difference -> difference.contains(".raw"));
        }
    }

    private static Object result(FacadeCalls.Call call, String answers) {
        try {
            return call.send(TELNYX);
        } catch (TelnyxException e) {
            throw new AssertionError(call + " " + answers + ": " + SERVER.problems() + SERVER.exchanges(), e);
        } finally {
            assertThat(SERVER.problems()).as("%s %s", call, answers).isEmpty();
        }
    }

    /** Telnyx's own document has the message that was cancelled by itself. */
    private static JsonNode data(JsonNode answer) {
        return answer.has("data") ? answer.get("data") : answer;
    }

    private static void set(JsonNode data, String field, String value) {
        if (data instanceof ArrayNode items) {
            items.forEach(item -> set(item, field, value));
        } else if (data instanceof ObjectNode object && object.has(field)) {
            object.put(field, value);
        }
    }
}
