package org.telnyx4j.sandbox.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.fuzz.Document.Operation;

/** Asks for each operation of the document that the client is generated from. */
class ServedOperationsTest {
    private static final TelnyxSandbox SANDBOX = TelnyxSandbox.start();
    private static final Document DOCUMENT = Document.read();

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    static List<Operation> operations() {
        return DOCUMENT.operations();
    }

    static List<Operation> operationsThatRequireSomething() {
        return operations().stream()
                .filter(operation -> !required(operation).isEmpty())
                .toList();
    }

    private static List<String> required(Operation operation) {
        List<String> names = new ArrayList<>();
        DOCUMENT.resolve(operation.requestSchema()).path("required").forEach(name -> names.add("/" + name.textValue()));
        return names;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsServed(Operation operation) throws Exception {
        // A method that nobody has: the response lists those that the path takes.
        HttpResponse<String> response = send(operation, "PROBE", "");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow").orElse("").split(", "))
                .contains(operation.method());
    }

    @ParameterizedTest
    @MethodSource("operationsThatRequireSomething")
    void everythingThatIsMissingIsNamed(Operation operation) throws Exception {
        HttpResponse<String> response = send(operation, operation.method(), "{}");

        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode errors = new JsonMapper().readTree(response.body()).get("errors");
        assertThat(errors.findValuesAsText("pointer")).containsAll(required(operation));
        assertThat(errors.findValuesAsText("code")).contains("10004");
    }

    private HttpResponse<String> send(Operation operation, String method, String body)
            throws IOException, InterruptedException {
        String path = operation.path().replaceAll("\\{[^}]*}", "some-id");
        return http.send(
                HttpRequest.newBuilder(URI.create(SANDBOX.baseUrl() + path))
                        .header("Authorization", "Bearer " + SANDBOX.apiKey())
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
