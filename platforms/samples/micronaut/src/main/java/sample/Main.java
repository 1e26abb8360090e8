package sample;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.Micronaut;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.telnyx4j.Telnyx;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookResponse;
import org.telnyx4j.webhooks.WebhookVerifier;

/** An endpoint for webhooks, and one that sends, on Micronaut. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
public class Main {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final WebhookReceiver receiver = new WebhookReceiver(
            WebhookVerifier.fromEnvironment(),
            EventRouter.builder().fallback(event -> events.add(event.type())).build());
    private final Telnyx telnyx;

    Main(Telnyx telnyx) {
        this.telnyx = telnyx;
    }

    public static void main(String[] args) {
        Micronaut.run(Main.class, args);
    }

    @Post(uri = "/telnyx", consumes = MediaType.ALL)
    HttpResponse<String> webhook(HttpHeaders headers, @Body byte[] body) {
        WebhookResponse response = receiver.receive("POST", headers::getAll, new ByteArrayInputStream(body));
        MutableHttpResponse<String> out =
                HttpResponse.<String>status(response.status(), "").body(response.body());
        response.headers().forEach(out::header);
        return out;
    }

    @Get(uri = "/events", produces = MediaType.TEXT_PLAIN)
    String events() {
        return String.join("\n", events);
    }

    @Post(uri = "/send", consumes = MediaType.TEXT_PLAIN, produces = MediaType.TEXT_PLAIN)
    String send(@Body String to) {
        return telnyx.messages()
                .send(OutgoingMessage.builder().to(to).text("Hi!").build())
                .id();
    }

    /** One client for the application, closed at its end. */
    @Factory
    static class Clients {
        @Bean(preDestroy = "close")
        @Singleton
        Telnyx telnyx() {
            return Telnyx.fromEnvironment();
        }
    }
}
