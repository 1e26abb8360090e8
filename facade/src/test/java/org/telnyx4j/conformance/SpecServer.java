package org.telnyx4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.specification.ApiDocument;
import org.telnyx4j.specification.Endpoint;
import org.telnyx4j.specification.Samples;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;

/**
 * A server that is made from a document alone: it knows its operations, refuses what is not in it, and answers what it
 * says. It is used by one test at a time.
 */
final class SpecServer implements AutoCloseable {
    /**
     * A request and what it was answered.
     *
     * @param endpoint the operation
     * @param request the request
     * @param answer the body of the answer, missing where there is none
     */
    record Exchange(Endpoint endpoint, ReceivedRequest request, JsonNode answer) {}

    private final ApiDocument document;
    private final RequestCheck check;
    private final RawServer server;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private volatile BiFunction<Endpoint, ReceivedRequest, JsonNode> answers;

    private SpecServer(ApiDocument document) throws IOException {
        this.document = document;
        this.check = new RequestCheck(document);
        this.answers = (endpoint, request) -> answer(endpoint, Samples.Kind.FULL, 0);
        this.server = RawServer.start(RawServer.answeringWith(this::answer));
    }

    static SpecServer of(ApiDocument document) {
        try {
            return new SpecServer(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String baseUrl() {
        return server.baseUrl();
    }

    /** Forgets what came before, and sets the bodies of the answers. */
    void reset(BiFunction<Endpoint, ReceivedRequest, JsonNode> next) {
        exchanges.clear();
        problems.clear();
        answers = next;
    }

    /** Creates the body of a response. The document requires nothing of its data, but Telnyx never leaves the id out. */
    JsonNode answer(Endpoint endpoint, Samples.Kind kind, int turn) {
        JsonNode schema = endpoint.success(document).path("schema");
        JsonNode answer = new Samples(document, kind, turn).of(schema);
        if (answer.path("data") instanceof ObjectNode data) {
            JsonNode full =
                    new Samples(document, Samples.Kind.FULL, 0).of(schema).path("data");
            String name =
                    full.has("id") || full.isEmpty() ? "id" : full.fieldNames().next();
            if (full.has(name)
                    && (!data.hasNonNull(name) || data.get(name).asText("-").isEmpty())) {
                data.set(name, full.get(name));
            }
        }
        return answer;
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Returns what was wrong with the requests. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        server.close();
    }

    private String answer(ReceivedRequest request) {
        Endpoint endpoint = endpoint(request);
        if (endpoint == null) {
            return RawServer.json(404, "{\"errors\":[{\"code\":\"10005\",\"title\":\"Resource not found\"}]}");
        }
        List<String> found = new ArrayList<>(check.problems(endpoint, request));
        found.forEach(problem -> problems.add(endpoint + ": " + problem));
        if (!found.isEmpty()) {
            return RawServer.json(422, "{\"errors\":[{\"code\":\"10015\",\"title\":\"Bad Request\"}]}");
        }
        JsonNode body = answers.apply(endpoint, request);
        exchanges.add(new Exchange(endpoint, request, body));
        return RawServer.json(200, body.isMissingNode() ? "" : body.toString(), "x-request-id: request-1");
    }

    private @Nullable Endpoint endpoint(ReceivedRequest request) {
        String[] line = request.requestLine().split(" ", -1);
        String path = line[1].split("\\?", -1)[0];
        try {
            if (!path.startsWith("/v2/")) {
                throw new AssertionError(path + " is outside of the API");
            }
            return document.endpoint(line[0], path.substring("/v2".length()));
        } catch (AssertionError unknown) {
            problems.add(String.valueOf(unknown.getMessage()));
            return null;
        }
    }
}
