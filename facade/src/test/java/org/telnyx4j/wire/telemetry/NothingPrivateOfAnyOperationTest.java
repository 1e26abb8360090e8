package org.telnyx4j.wire.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.Tenant;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.paging.PagedList;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;
import org.telnyx4j.wire.telemetry.FacadeOperation.Use;

/** Uses every operation with private values, has the server repeat them, and reads whatever comes of it. */
class NothingPrivateOfAnyOperationTest {
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<FacadeOperation> all() {
        return FacadeOperation.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void showsInTelemetryOrInAnyTextOfAnObject(FacadeOperation operation) throws IOException {
        List<String> exported = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Use use : operation.overloads()) {
            run(use, Account::answer, exported, texts);
            run(use, echo(400), exported, texts);
            run(use, echo(404), exported, texts);
            run(use, request -> Response.json(200, "<p>" + request), exported, texts);
        }
        if (operation.refused() != null) {
            run(operation.refused(), echo(500), exported, texts);
        }

        assertThat(String.join("\n", exported)).contains("acme", "telnyx." + operation.name(), "error.type");
        assertThat(PrivateValues.found(PrivateValues.EVERYWHERE, String.join("\n", exported)))
                .isEmpty();
        assertThat(PrivateValues.found(PrivateValues.IN_TELEMETRY, String.join("\n", exported)))
                .isEmpty();
        assertThat(PrivateValues.found(PrivateValues.EVERYWHERE, String.join("\n", texts)))
                .isEmpty();
    }

    /** Refuses with an error that says again, in and out of quotes, every text that it was told. */
    private static Function<ReceivedRequest, Response> echo(int status) {
        return received -> {
            String request = received.target();
            String body = received.body();
            List<String> told = new ArrayList<>();
            collect(JSON.valueToTree(body.isEmpty() ? Map.of() : read(body)), told);
            String query = request.substring(request.indexOf('?') + 1);
            for (String pair : request.contains("?") ? query.split("&", -1) : new String[0]) {
                told.add(URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
            }
            String prose = "The text " + String.join(" and ", told) + " cannot be";
            Map<String, Object> error = Map.of(
                    "code",
                    told.isEmpty() ? "10015" : told.get(0),
                    "title",
                    prose,
                    "detail",
                    prose + ": '" + String.join("', '", told) + "'",
                    "source",
                    Map.of("pointer", "/" + String.join("/", told)),
                    "meta",
                    Map.of("url", PrivateValues.URL));
            return Response.json(
                    status, JSON.valueToTree(Map.of("errors", List.of(error))).toString());
        };
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void collect(JsonNode node, List<String> told) {
        if (node.isTextual()) {
            told.add(node.textValue());
        }
        node.forEach(inner -> collect(inner, told));
    }

    private static void run(
            Use use, Function<ReceivedRequest, Response> answers, List<String> exported, List<String> texts)
            throws IOException {
        Tenant tenant = Tenant.builder("acme")
                .apiKey(PrivateValues.KEY)
                .from(PrivateValues.SENDER)
                .webhookUrl(PrivateValues.URL)
                .connectionId("1293384261075731500")
                .build();
        ListenerLog log = new ListenerLog();
        try (Recorder recorder = new Recorder();
                ScriptedServer server = Account.server();
                Telnyx telnyx = Telnyx.builder()
                        .baseUrl(server.baseUrl())
                        .openTelemetry(recorder.sdk)
                        .listener(log)
                        .retries(RetryOptions.off())
                        .build()) {
            server.otherwise(answers);
            TelnyxOperations operations = telnyx.withTenant(tenant);
            try {
                tell(use.on(operations), texts);
            } catch (TelnyxException e) {
                texts.add(stackTrace(e));
                e.errors().forEach(error -> texts.add(error.toString()));
            }
            use.arguments().stream()
                    .filter(argument -> !(argument instanceof String))
                    .forEach(argument -> texts.add(argument.toString()));
            texts.addAll(List.of(tenant.toString(), telnyx.toString(), operations.toString()));
            texts.add(RequestOptions.builder().apiKey(PrivateValues.KEY).build().toString());
            exported.addAll(recorder.everything());
            exported.addAll(log.everything());
        }
    }

    /** The texts of a result and of what it holds, and of the generated model below it. */
    private static void tell(@Nullable Object result, List<String> texts) {
        if (result == null) {
            return;
        }
        texts.add(result.toString());
        if (result instanceof PagedList<?> list) {
            tell(list.firstPage(), texts);
        } else if (result instanceof Iterable<?> items) {
            items.forEach(item -> tell(item, texts));
        } else if (result instanceof Optional<?> optional) {
            optional.ifPresent(item -> tell(item, texts));
        } else {
            raw(result).ifPresent(model -> texts.add(model.toString()));
        }
    }

    private static Optional<Object> raw(Object result) {
        try {
            return Optional.of(
                    Objects.requireNonNull(result.getClass().getMethod("raw").invoke(result)));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("raw() of " + result.getClass(), e);
        }
    }

    /** With messages of causes and of what was suppressed. */
    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
