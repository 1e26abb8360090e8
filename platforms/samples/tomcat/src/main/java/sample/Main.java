package sample;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.telnyx4j.Telnyx;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.servlet.WebhookServlet;

/** A servlet for webhooks, and one that sends, in an embedded Tomcat. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Telnyx telnyx = Telnyx.fromEnvironment();
        List<String> events = new CopyOnWriteArrayList<>();
        EventRouter router =
                EventRouter.builder().fallback(event -> events.add(event.type())).build();

        Tomcat tomcat = new Tomcat();
        tomcat.setPort(Integer.parseInt(System.getenv("PORT")));
        tomcat.getConnector();
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "telnyx", new WebhookServlet(WebhookVerifier.fromEnvironment(), router));
        context.addServletMappingDecoded("/telnyx", "telnyx");
        Tomcat.addServlet(context, "own", new Own(telnyx, events));
        context.addServletMappingDecoded("/*", "own");
        tomcat.start();
        tomcat.getServer().await();
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
