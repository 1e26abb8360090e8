package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Talks to a sandbox over a real socket with the JDK's client, on HTTP/2 by default as that client does. */
final class TestClient {
    static final String FROM = "+14155550100";
    static final String TO = "+14165550123";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final TelnyxSandbox sandbox;

    TestClient(TelnyxSandbox sandbox) {
        this.sandbox = sandbox;
    }

    record Answer(int status, HttpResponse<byte[]> response) {
        JsonNode json() {
            return parse(new String(response.body(), StandardCharsets.UTF_8));
        }

        JsonNode data() {
            return json().get("data");
        }

        /** Returns the values of a field of all entries of a list. */
        List<String> all(String field) {
            assertThat(status).as("status of the list").isEqualTo(200);
            return StreamSupport.stream(data().spliterator(), false)
                    .map(entry -> entry.get(field).asText())
                    .toList();
        }

        List<String> errorCodes() {
            return json().get("errors").findValuesAsText("code");
        }

        List<String> pointers() {
            return json().get("errors").findValuesAsText("pointer");
        }

        JsonNode error() {
            return json().get("errors").get(0);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("(no " + name + ")");
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + sandbox.apiKey());
    }

    HttpRequest.Builder postRequest(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    CompletableFuture<Answer> sendAsync(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(response -> new Answer(response.statusCode(), response));
    }

    Answer post(String path, String body) throws IOException {
        return send(postRequest(path, body).build());
    }

    /** Sends JSON in which apostrophes stand for quotation marks. */
    Answer patch(String path, String json) throws IOException {
        return sendJson("PATCH", path, json);
    }

    /** Sends JSON in which apostrophes stand for quotation marks. */
    Answer sendJson(String method, String path, String json) throws IOException {
        return send(postRequest(path, "")
                .method(method, BodyPublishers.ofString(body(json), StandardCharsets.UTF_8))
                .build());
    }

    /** Gets a list; the query is given as a person would write it, and sent percent-encoded. */
    Answer list(String path, String... query) throws IOException {
        String encoded = Stream.of(query)
                .map(pair -> encode(pair.substring(0, pair.indexOf('='))) + "="
                        + encode(pair.substring(pair.indexOf('=') + 1)))
                .collect(Collectors.joining("&"));
        return get(path + "?" + encoded);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    Answer delete(String path) throws IOException {
        return send(request(path).DELETE().build());
    }

    Answer sendText(String text) throws IOException {
        return post("/messages", textBody(text));
    }

    static String textBody(String text) {
        return body("{'from':'%s','to':'%s','text':'%s'}".formatted(FROM, TO, text));
    }

    /** JSON with apostrophes for quotation marks. */
    static String body(String json) {
        return json.replace('\'', '"');
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }
}
