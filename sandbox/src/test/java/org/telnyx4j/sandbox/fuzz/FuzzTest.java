package org.telnyx4j.sandbox.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.generated.api.Operations;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.sandbox.SandboxAccount;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.fuzz.Document.Operation;

/**
 * Sends requests that are made up from the document, and holds the sandbox against it by a validator that isn't ours: what
 * the document forbids is refused, what it admits is refused for no reason but the state of the account, and no response
 * breaks it.
 */
class FuzzTest {
    private static final long SEED = 20260716;
    private static final int ROUNDS = 16;

    /** What is refused because of what the account has, or of what was done before, and not because of its form. */
    private static final Set<String> OF_STATE = Set.of(
            "10005", "10017", "85001", "40300", "40305", "40306", "40309", "40310", "40312", "40318", "40321", "90015",
            "90018", "90019", "90020", "90031", "90032", "90033", "90034", "90036", "90038", "90045", "90047", "90054",
            "90058");

    private static final TelnyxSandbox SANDBOX = TelnyxSandbox.start();
    private static final JsonMapper JSON = new JsonMapper();

    private final Document document = Document.read();
    private final Random random = new Random(SEED);
    private final ValidValues values = new ValidValues(document, random);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, List<String>> ids = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void whatTheDocumentForbidsIsRefusedWhatItAdmitsIsNotAndNoResponseBreaksIt() throws IOException {
        for (ApiOperation operation : Operations.all()) {
            known.add(operation.method() + " " + operation.pathTemplate());
        }
        ids.put("/messaging_profiles/", new ArrayList<>(List.of(SandboxAccount.MESSAGING_PROFILE_ID)));
        SANDBOX.messagingProfiles().addShortCode(SandboxAccount.MESSAGING_PROFILE_ID, "23456");
        ids.put("/phone_numbers/", new ArrayList<>(SandboxAccount.NUMBERS));
        List<Operation> operations = document.operations().stream()
                .filter(operation -> known.contains(operation.toString()))
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            keepSeeds();
            for (Operation operation : operations) {
                admitted(operation);
                forbidden(operation);
            }
        }
        System.out.println("Fuzz: " + counts);

        assertThat(wrong).as("of " + counts).isEmpty();
        assertThat(counts.get("forbidden")).isGreaterThan(1000);
        assertThat(counts.get("admitted")).isGreaterThan(1000);
    }

    /** What one request has deleted, the next still finds. */
    private static void keepSeeds() {
        if (SANDBOX.messagingProfiles()
                .find(SandboxAccount.MESSAGING_PROFILE_ID)
                .isEmpty()) {
            SANDBOX.messagingProfiles()
                    .add(MessagingProfile.builder()
                            .id(SandboxAccount.MESSAGING_PROFILE_ID)
                            .name("Sandbox")
                            .whitelistedDestinations(List.of("*"))
                            .build());
        }
        for (String number : SandboxAccount.NUMBERS) {
            SANDBOX.numbers().own(number, SandboxAccount.MESSAGING_PROFILE_ID);
        }
    }

    /** Obeys what the document says of messages in words only. */
    private static void obeyWords(Operation operation, ObjectNode body) {
        if (!operation.path().startsWith("/messages")) {
            return;
        }
        if (body.has("type") && !operation.path().endsWith("/group_mms")) {
            body.put("type", body.path("media_urls").isEmpty() ? "SMS" : "MMS");
        }
        if (operation.path().equals("/messages/schedule")) {
            body.put(
                    "send_at",
                    Instant.now()
                            .plus(1, ChronoUnit.HOURS)
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
        }
    }

    private void admitted(Operation operation) throws IOException {
        @Nullable ObjectNode body = null;
        if (!operation.requestSchema().isMissingNode()) {
            body = (ObjectNode) values.of("", operation.requestSchema());
            obeyWords(operation, body);
            List<String> problems = document.problems(operation.requestSchema(), body);
            assertThat(problems)
                    .as("what the test made up for " + operation + ": " + body)
                    .isEmpty();
        }
        Map<String, String> query = new TreeMap<>();
        for (JsonNode parameter : operation.queryParameters()) {
            if (random.nextInt(3) == 0 || parameter.path("required").asBoolean()) {
                query.put(parameter.get("name").textValue(), written(values.of("", parameter.get("schema"))));
            }
        }
        if (operation.path().equals("/detail_records")) {
            query.put("filter[record_type]", "messaging");
        }
        count("admitted");
        Answer answer = send(operation, query, body);
        check(operation, answer, body);
        // An error that points to nothing in the request is about what was done before.
        boolean ofState = answer.errors().stream().allMatch(OF_STATE::contains)
                || answer.body().path("errors").findValues("source").isEmpty();
        // 403 and 409 are about what was done before.
        if (answer.status() >= 400 && !ofState && answer.status() != 403 && answer.status() != 409) {
            wrong.add(operation + " refused with " + answer.status() + " " + answer.body() + " what is admitted: "
                    + body + " " + query);
        }
    }

    private static String written(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.asText()));
        return String.join(",", items);
    }

    private void forbidden(Operation operation) throws IOException {
        if (!operation.requestSchema().isMissingNode()) {
            ObjectNode body = (ObjectNode) values.of("", operation.requestSchema());
            Optional<Mutations.Mutation> mutation = Mutations.spoil(document, operation.requestSchema(), body, random);
            boolean isForbidden = mutation.isPresent()
                    && (!mutation.get().inSchema()
                            || !document.problems(operation.requestSchema(), body)
                                    .isEmpty());
            if (isForbidden) {
                expectRefusal(operation, Map.of(), body, mutation.get().what());
            }
        }
        for (JsonNode parameter : operation.queryParameters()) {
            JsonNode schema = document.resolve(parameter.get("schema"));
            JsonNode items = schema.has("items") ? document.resolve(schema.get("items")) : schema;
            if (items.has("enum")
                    || Set.of("integer", "boolean").contains(items.path("type").asText())) {
                if (random.nextInt(4) == 0) {
                    String name = parameter.get("name").textValue();
                    expectRefusal(operation, Map.of(name, "no-such-value"), null, "query " + name);
                }
            }
        }
    }

    private void expectRefusal(
            Operation operation, Map<String, String> query, @Nullable ObjectNode body, String mutation)
            throws IOException {
        count("forbidden");
        @Nullable
        ObjectNode sent = body == null && !operation.requestSchema().isMissingNode()
                ? JsonNodeFactory.instance.objectNode()
                : body;
        Answer answer = send(operation, query, sent);
        check(operation, answer, sent);
        if (answer.status() < 400 || answer.status() >= 500 || answer.errors().isEmpty()) {
            wrong.add(operation + " answered " + answer.status() + " to what is forbidden (" + mutation + "): " + body);
        }
    }

    private void check(Operation operation, Answer answer, @Nullable JsonNode body) {
        List<String> problems = document.problemsOfResponse(operation, answer.status(), answer.body());
        if (!problems.isEmpty()) {
            wrong.add(operation + " responded with what breaks the document: " + problems + " to " + body);
        }
    }

    private record Answer(int status, JsonNode body) {
        List<String> errors() {
            return body.path("errors").findValuesAsText("code");
        }
    }

    private Answer send(Operation operation, Map<String, String> query, @Nullable JsonNode body) throws IOException {
        StringBuilder target = new StringBuilder(path(operation));
        char separator = '?';
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            target.append(separator)
                    .append(URLEncoder.encode(parameter.getKey(), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SANDBOX.baseUrl() + target.toString()))
                .header("Authorization", "Bearer " + SANDBOX.apiKey());
        if (body == null) {
            request.method(operation.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(operation.method(), BodyPublishers.ofString(body.toString()));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() == 200
                    && operation.method().equals("POST")
                    && !operation.path().contains("{")) {
                remember(operation, answer.path("data"));
            }
            return new Answer(response.statusCode(), answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void remember(Operation operation, JsonNode data) {
        JsonNode id = data.has("call_control_id") ? data.get("call_control_id") : data.path("id");
        if (id.isTextual()) {
            String collection = operation.path().startsWith("/messages/") ? "/messages" : operation.path();
            ids.computeIfAbsent(collection + "/", key -> new ArrayList<>()).add(id.textValue());
        }
    }

    /** Replaces each parameter by the id of something that is there, or now and then by one that isn't. */
    private String path(Operation operation) {
        String path = operation.path();
        int brace = path.indexOf('{');
        if (brace < 0) {
            return path;
        }
        List<String> there = ids.getOrDefault(path.substring(0, brace), List.of());
        String id = there.isEmpty() || random.nextInt(8) == 0 ? "some-id" : there.get(random.nextInt(there.size()));
        return path.replaceFirst(
                        "\\{[^}]*}",
                        URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"))
                .replaceAll("\\{[^}]*}", "some-id");
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
