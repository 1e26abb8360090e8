package org.telnyx4j.internal.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Answers each request with the next prepared answer, or with an accepted message where none is left. */
final class LoopbackServer implements AutoCloseable {
    static final String MESSAGE_ID = "40385f64-5717-4562-b3fc-2c963f66afa6";
    static final String REQUEST_ID = "d1c0ffee-0000-4000-8000-000000000001";

    private static final String ACCEPTED = """
            {"data":{"id":"40385f64-5717-4562-b3fc-2c963f66afa6","record_type":"message","parts":2,
            "cost":{"amount":"0.0080","currency":"USD"},"text":"Meet me at the quay",
            "to":[{"phone_number":"+14165550123","status":"queued"}],"from":{"phone_number":"+14165550199"}}}""";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    final Queue<String> requests = new ConcurrentLinkedQueue<>();
    final Queue<String> headerNames = new ConcurrentLinkedQueue<>();

    /** What is answered where no answer is prepared, by the request line without the protocol. */
    private volatile Function<String, Answer> otherwise = request -> new Answer(200, ACCEPTED);

    record Answer(int status, String body) {}

    LoopbackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    LoopbackServer answer(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    LoopbackServer otherwise(Function<String, Answer> answer) {
        otherwise = answer;
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port() + "/v2";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(request);
        exchange.getRequestHeaders().keySet().forEach(headerNames::add);
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Answer next = answers.poll();
        Answer answer = next == null ? otherwise.apply(request) : next;
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("x-request-id", REQUEST_ID);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
