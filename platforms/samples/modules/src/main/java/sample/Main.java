package sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.telnyx4j.Telnyx;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.httpserver.WebhookHttpHandler;

/** Webhooks and a send with the JDK's own server: nothing but the library, so it shows what the library itself needs. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        Telnyx telnyx = Telnyx.fromEnvironment();
        List<String> events = new CopyOnWriteArrayList<>();
        EventRouter router =
                EventRouter.builder().fallback(event -> events.add(event.type())).build();

        HttpServer server = HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("PORT"))), 0);
        server.createContext("/telnyx", new WebhookHttpHandler(WebhookVerifier.fromEnvironment(), router));
        server.createContext("/events", exchange -> respond(exchange, String.join("\n", events)));
        server.createContext("/send", exchange -> {
            String to = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            MessageResult sent = telnyx.messages()
                    .send(OutgoingMessage.builder().to(to).text("Hi!").build());
            respond(exchange, sent.id());
        });
        server.start();
    }

    private static void respond(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
