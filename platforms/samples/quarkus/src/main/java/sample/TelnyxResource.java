package sample;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.telnyx4j.Telnyx;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookResponse;
import org.telnyx4j.webhooks.WebhookVerifier;

/** An endpoint for webhooks, and one that sends, on Quarkus. */
@Path("/")
@ApplicationScoped
@Blocking
public class TelnyxResource {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final WebhookReceiver receiver = new WebhookReceiver(
            WebhookVerifier.fromEnvironment(),
            EventRouter.builder().fallback(event -> events.add(event.type())).build());

    @Inject
    Telnyx telnyx;

    @POST
    @Path("telnyx")
    public Response webhook(@Context HttpHeaders headers, byte[] body) {
        WebhookResponse response =
                receiver.receive("POST", headers::getRequestHeader, new ByteArrayInputStream(body));
        Response.ResponseBuilder builder = Response.status(response.status()).entity(response.body());
        response.headers().forEach(builder::header);
        return builder.build();
    }

    @GET
    @Path("events")
    public String events() {
        return String.join("\n", events);
    }

    @POST
    @Path("send")
    public String send(String to) {
        return telnyx.messages()
                .send(OutgoingMessage.builder().to(to).text("Hi!").build())
                .id();
    }

    /** One client for the application, closed at its end. */
    @ApplicationScoped
    static class Clients {
        @Produces
        @Singleton
        Telnyx telnyx() {
            return Telnyx.fromEnvironment();
        }

        void close(@Disposes Telnyx telnyx) {
            telnyx.close();
        }
    }
}
