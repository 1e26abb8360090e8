package sample;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.telnyx4j.Telnyx;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.webhooks.WebhookReceiver;
import org.telnyx4j.webhooks.WebhookResponse;
import org.telnyx4j.webhooks.WebhookVerifier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** An endpoint for webhooks, and one that sends, on WebFlux: both block, so they run on threads that may. */
@SpringBootApplication
@RestController
public class Main {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final WebhookReceiver receiver = new WebhookReceiver(
            WebhookVerifier.fromEnvironment(),
            EventRouter.builder().fallback(event -> events.add(event.type())).build());

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(Main.class);
        application.setDefaultProperties(Map.of("server.port", System.getenv("PORT")));
        application.run(args);
    }

    @Bean
    Telnyx telnyx() {
        return Telnyx.fromEnvironment();
    }

    @PostMapping("/telnyx")
    Mono<ResponseEntity<String>> webhook(
            @RequestHeader HttpHeaders headers, @RequestBody(required = false) byte[] body) {
        byte[] bytes = body == null ? new byte[0] : body;
        return Mono.fromCallable(() -> {
                    WebhookResponse response =
                            receiver.receive("POST", headers::get, new ByteArrayInputStream(bytes));
                    return ResponseEntity.status(response.status())
                            .headers(all -> response.headers().forEach(all::set))
                            .body(response.body());
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    @GetMapping("/events")
    String events() {
        return String.join("\n", events);
    }

    @RestController
    static class Sending {
        private final Telnyx telnyx;

        Sending(Telnyx telnyx) {
            this.telnyx = telnyx;
        }

        @PostMapping("/send")
        Mono<String> send(@RequestBody String to) {
            OutgoingMessage message =
                    OutgoingMessage.builder().to(to).text("Hi!").build();
            return Mono.fromCallable(() -> telnyx.messages().send(message).id())
                    .subscribeOn(Schedulers.boundedElastic());
        }
    }
}
