package sample;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.telnyx4j.Telnyx;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.servlet.WebhookServlet;

/** A servlet for webhooks, and one that sends, in an embedded Jetty. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Telnyx telnyx = Telnyx.fromEnvironment();
        List<String> events = new CopyOnWriteArrayList<>();
        EventRouter router =
                EventRouter.builder().fallback(event -> events.add(event.type())).build();

        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new WebhookServlet(WebhookVerifier.fromEnvironment(), router)), "/telnyx");
        context.addServlet(new ServletHolder(new Own(telnyx, events)), "/*");

        Server server = new Server(Integer.parseInt(System.getenv("PORT")));
        server.setHandler(context);
        server.start();
        server.join();
    }

    private static final class Own extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Telnyx telnyx;
        private final transient List<String> events;

        private Own(Telnyx telnyx, List<String> events) {
            this.telnyx = telnyx;
            this.events = events;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(String.join("\n", events));
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String to = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            response.getWriter()
                    .print(telnyx.messages()
                            .send(OutgoingMessage.builder().to(to).text("Hi!").build())
                            .id());
        }
    }
}
