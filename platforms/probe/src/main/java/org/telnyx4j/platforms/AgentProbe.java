package org.telnyx4j.platforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.telnyx4j.Telnyx;
import org.telnyx4j.generated.model.OutgoingMessage;

/**
 * What a JVM with OpenTelemetry's Java agent reports: it sends a message and looks a number up, and prints which headers
 * the server got that nobody has set. The agent prints spans and metrics, which the script counts.
 */
public final class AgentProbe {
    private AgentProbe() {}

    /** Runs. */
    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/messages", exchange -> respond(exchange, "{\"data\":{\"id\":\"m1\"}}"));
        server.createContext(
                "/v2/phone_numbers", exchange -> respond(exchange, "{\"data\":[],\"meta\":{\"total_pages\":1}}"));
        server.start();
        try (Telnyx telnyx = Telnyx.builder()
                .apiKey("KEY0123456789abcdef")
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/v2")
                .from("+14165550199")
                .build()) {
            telnyx.messages()
                    .send(OutgoingMessage.builder().to("+14165550123").text("Hi!").build());
            telnyx.phoneNumbers().findByNumber("+14165550123");
        } finally {
            server.stop(0);
        }
    }

    private static void respond(HttpExchange exchange, String json) throws IOException {
        for (String name : exchange.getRequestHeaders().keySet()) {
            if (name.toLowerCase().matches("traceparent|tracestate|baggage|b3|x-b3-.*|uber-trace-id")) {
                System.out.println("TRACE HEADER SENT: " + name);
            }
        }
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        byte[] body = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
