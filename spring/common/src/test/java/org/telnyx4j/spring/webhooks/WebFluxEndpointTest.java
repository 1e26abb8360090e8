package org.telnyx4j.spring.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableReactiveWebApplicationContext;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.telnyx4j.spring.autoconfigure.TelnyxAutoConfiguration;
import org.telnyx4j.spring.autoconfigure.TelnyxWebhookAutoConfiguration;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** On a real Netty, with a web filter that reads the form of each request. */
class WebFluxEndpointTest {
    private final SignedWebhooks telnyx = new SignedWebhooks();

    private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(TelnyxAutoConfiguration.class, TelnyxWebhookAutoConfiguration.class))
            .withUserConfiguration(Application.class)
            .withPropertyValues("telnyx.api-key=KEY", "telnyx.webhooks.public-keys=" + telnyx.publicKey());

    @Test
    void eventsReachTheMethodForTheirType() {
        onServer((context, port) -> {
            assertThat(telnyx.post(port, SignedWebhooks.event("message.received", "e-1"))
                            .statusCode())
                    .isEqualTo(200);
            String form = "CallSid=v3%3A1&CallStatus=completed";
            assertThat(telnyx.post(port, "application/x-www-form-urlencoded", form, form)
                            .statusCode())
                    .isEqualTo(200);

            assertThat(context.getBean(Handlers.class).got).containsExactly("received e-1", "texml completed");
        });
    }

    @Test
    void handlersMayBlock() {
        onServer((context, port) -> {
            telnyx.post(port, SignedWebhooks.event("number_order.complete", "e-1"));

            assertThat(context.getBean(Blocking.class).wasAllowedToBlock).hasValue(true);
        });
    }

    @Test
    void refusalsAreThoseOfTheReceiver() {
        onServer((context, port) -> {
            assertThat(telnyx.post(port, "application/json", "{}", "{\"data\":{}}")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(telnyx.get(port, SignedWebhooks.PATH).statusCode()).isEqualTo(405);
            assertThat(telnyx.post(port, SignedWebhooks.event("message.sent", "e-1"))
                            .statusCode())
                    .isEqualTo(500);
            assertThat(telnyx.post(port, "").statusCode()).isEqualTo(400);

            String tooLong = " ".repeat((1 << 20) + 1);
            assertThat(telnyx.post(port, tooLong).statusCode()).isEqualTo(413);
            String longest = SignedWebhooks.event("message.received", "e-2") + " ".repeat(900_000);
            assertThat(telnyx.post(port, longest).statusCode()).isEqualTo(200);
        });
    }

    @Test
    void otherPathsAreTheApplications() {
        onServer((context, port) -> {
            HttpResponse<String> response = telnyx.postForm(port, "/orders", "a=b");

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(context.getBean(Application.class).lastFiltered).hasValue("/orders");
        });
    }

    private interface OnServer {
        void run(AssertableReactiveWebApplicationContext context, int port) throws Exception;
    }

    private void onServer(OnServer test) {
        runner.run(context -> {
            DisposableServer server = HttpServer.create()
                    .host("localhost")
                    .port(0)
                    .handle(new ReactorHttpHandlerAdapter(
                            WebHttpHandlerBuilder.applicationContext(context).build()))
                    .bindNow();
            try {
                test.run(context, server.port());
            } finally {
                server.disposeNow();
            }
        });
    }

    static class Blocking {
        final AtomicReference<Boolean> wasAllowedToBlock = new AtomicReference<>();

        @TelnyxEventHandler
        void handle(org.telnyx4j.generated.event.NumberOrderEvent event) {
            wasAllowedToBlock.set(!Schedulers.isInNonBlockingThread());
        }
    }

    @Configuration
    @EnableWebFlux
    static class Application {
        final AtomicReference<String> lastFiltered = new AtomicReference<>();

        @Bean
        Handlers handlers() {
            return new Handlers();
        }

        @Bean
        Blocking blocking() {
            return new Blocking();
        }

        @Bean
        WebFilter readingFilter() {
            return (exchange, chain) -> {
                lastFiltered.set(exchange.getRequest().getPath().value());
                return exchange.getFormData().then(chain.filter(exchange));
            };
        }
    }
}
