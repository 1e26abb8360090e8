package sample;

import io.javalin.Javalin;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.telnyx4j.Telnyx;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookResponse;
import org.telnyx4j.webhooks.WebhookVerifier;

/** A route for webhooks, and one that sends, in Javalin. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Telnyx telnyx = Telnyx.fromEnvironment();
        List<String> events = new CopyOnWriteArrayList<>();
        EventRouter router =
                EventRouter.builder().fallback(event -> events.add(event.type())).build();
        WebhookReceiver receiver = new WebhookReceiver(WebhookVerifier.fromEnvironment(), router);

        Javalin.create(config -> {
                    config.routes.post("/telnyx", context -> {
                        WebhookResponse response = receiver.receive(
                                "POST",
                                name -> Collections.list(context.req().getHeaders(name)),
                                context.bodyInputStream());
                        response.headers().forEach(context::header);
                        context.status(response.status()).result(response.body());
                    });
                    config.routes.get("/events", context -> context.result(String.join("\n", events)));
                    config.routes.post(
                            "/send",
                            context -> context.result(telnyx.messages()
                                    .send(OutgoingMessage.builder()
                                            .to(context.body())
                                            .text("Hi!")
                                            .build())
                                    .id()));
                })
                .start(Integer.parseInt(System.getenv("PORT")));
    }
}
