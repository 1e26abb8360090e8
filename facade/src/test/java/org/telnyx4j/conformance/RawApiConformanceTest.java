package org.telnyx4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.RawApi;
import org.telnyx4j.Telnyx;
import org.telnyx4j.conformance.Samples.Kind;
import org.telnyx4j.generated.invoker.ApiOperation;
import org.telnyx4j.generated.invoker.ApiQuery;
import org.telnyx4j.generated.invoker.Json;
import org.telnyx4j.testing.Fixtures;

/** Every operation of the generated client, as users get it, with everything that a request and an answer can hold. */
class RawApiConformanceTest {
    private static final ApiDocument DOCUMENT = ApiDocument.ours();
    private static final JsonMapper MAPPER = Json.newMapper();
    private static final SpecServer SERVER = SpecServer.of(DOCUMENT);
    private static final Telnyx TELNYX =
            Telnyx.builder().baseUrl(SERVER.baseUrl()).apiKey(Fixtures.KEY).build();

    /**
     * An operation.
     *
     * @param operation how it is sent
     * @param group the method of {@link RawApi} that leads to it
     * @param method the method that sends it
     */
    record Call(ApiOperation operation, Method group, Method method) {
        @Override
        public String toString() {
            return operation.id();
        }
    }

    @AfterAll
    static void close() throws IOException {
        TELNYX.close();
        SERVER.close();
    }

    static List<Call> calls() throws ReflectiveOperationException {
        List<Call> calls = new ArrayList<>();
        for (Method group : RawApi.class.getMethods()) {
            for (var field : group.getReturnType().getFields()) {
                if (field.getType() == ApiOperation.class) {
                    ApiOperation operation = (ApiOperation) field.get(null);
                    calls.add(new Call(operation, group, method(group.getReturnType(), operation.id())));
                }
            }
        }
        return calls;
    }

    @Test
    void everyOperationOfTheDocumentHasAMethod() throws ReflectiveOperationException {
        assertThat(calls().stream()
                        .map(call -> call.operation().method() + " "
                                + call.operation().pathTemplate()))
                .containsExactlyInAnyOrderElementsOf(
                        DOCUMENT.endpoints().stream().map(Endpoint::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theLeastThatCanBeSentIsValid(Call call) throws Exception {
        SERVER.reset((endpoint, request) -> SERVER.answer(endpoint, Kind.REQUIRED, 0));

        invoke(call, Kind.REQUIRED, 0);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everythingThatCanBeSentIsValidAndArrives(Call call) throws Exception {
        Endpoint endpoint = endpoint(call);
        SERVER.reset((each, request) -> SERVER.answer(each, Kind.FULL, 0));
        int turns = Samples.turns(DOCUMENT, endpoint.requestSchema(DOCUMENT));
        for (int turn = 0; turn < turns; turn++) {
            invoke(call, Kind.FULL, turn);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyAnswerIsReadAndNothingOfItIsLost(Call call) throws Exception {
        JsonNode schema = endpoint(call).success(DOCUMENT).path("schema");
        for (Kind kind : List.of(Kind.FULL, Kind.REQUIRED, Kind.NULLS, Kind.ALL_NULL, Kind.EMPTY, Kind.UNKNOWN)) {
            for (int turn = 0; turn < (kind == Kind.FULL ? Samples.turns(DOCUMENT, schema) : 2); turn++) {
                int which = turn;
                SERVER.reset((each, request) -> SERVER.answer(each, kind, which));
                Object answer = invoke(call, Kind.REQUIRED, 0);

                JsonNode sent = SERVER.exchanges().get(0).answer();
                assertThat(Differences.between(sent, MAPPER.valueToTree(answer)))
                        .as("%s, turn %d of %s", kind, turn, call)
                        .isEmpty();
            }
        }
    }

    private static Object invoke(Call call, Kind kind, int turn) throws Exception {
        Endpoint endpoint = endpoint(call);
        JsonNode body = new Samples(DOCUMENT, kind, turn).of(endpoint.requestSchema(DOCUMENT));
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : call.method().getParameterTypes()) {
            if (type == String.class) {
                arguments.add("40385f64-5717-4562-b3fc-2c963f66afa6");
            } else if (ApiQuery.class.isAssignableFrom(type)) {
                arguments.add(kind == Kind.REQUIRED ? newObject(type) : query(endpoint, newObject(type), turn));
            } else {
                arguments.add(MAPPER.readValue(body.toString(), type));
            }
        }
        int before = SERVER.exchanges().size();
        Object answer;
        try {
            answer = call.method().invoke(call.group().invoke(TELNYX.raw()), arguments.toArray());
        } finally {
            assertThat(SERVER.problems()).as("%s with %s", call, body).isEmpty();
        }
        SpecServer.Exchange exchange = SERVER.exchanges().get(before);
        assertThat(exchange.endpoint().toString())
                .isEqualTo(call.operation().method() + " " + call.operation().pathTemplate());
        if (!endpoint.requestSchema(DOCUMENT).isMissingNode()) {
            assertThat(Differences.between(
                            body, MAPPER.readTree(exchange.request().body())))
                    .isEmpty();
        }
        return answer;
    }

    /** Sets every parameter, and makes sure that there is one for each of the document's. */
    private static Object query(Endpoint endpoint, Object query, int turn) throws Exception {
        int set = 0;
        for (Method setter : query.getClass().getDeclaredMethods()) {
            if (!Modifier.isPublic(setter.getModifiers()) || setter.isSynthetic()) {
                continue;
            }
            JsonNode parameter = endpoint.parameters().stream()
                    .filter(each -> normalized(each.get("name").textValue()).equals(normalized(setter.getName())))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(setter + " sets nothing that is known"));
            String name = parameter.get("name").textValue().replaceAll("[^a-z0-9]*$", "");
            JsonNode value = new Samples(DOCUMENT, Kind.FULL, turn).of(parameter.get("schema"), name);
            Object argument =
                    MAPPER.readValue(value.toString(), MAPPER.constructType(setter.getGenericParameterTypes()[0]));
            setter.invoke(query, argument);
            set++;
        }
        assertThat(set)
                .isEqualTo(endpoint.parameters().stream()
                        .filter(each -> each.get("in").textValue().equals("query"))
                        .count());
        return query;
    }

    private static String normalized(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private static Endpoint endpoint(Call call) {
        return DOCUMENT.endpoints().stream()
                .filter(endpoint -> endpoint.method().equals(call.operation().method())
                        && endpoint.path().equals(call.operation().pathTemplate()))
                .findFirst()
                .orElseThrow();
    }

    private static Object newObject(Class<?> type) throws ReflectiveOperationException {
        return type.getConstructor().newInstance();
    }

    private static Method method(Class<?> group, String id) {
        return Arrays.stream(group.getMethods())
                .filter(method -> method.getName().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
