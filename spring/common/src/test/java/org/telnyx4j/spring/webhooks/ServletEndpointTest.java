package org.telnyx4j.spring.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * In a real container, with Spring Security as it comes (everything needs a user, and a form needs a CSRF token), and with
 * a filter that reads the parameters of each request as early as an application's can.
 */
class ServletEndpointTest {
    private static final SignedWebhooks TELNYX = new SignedWebhooks();

    private static ConfigurableApplicationContext context;
    private static int port;

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        "spring.mvc.hiddenmethod.filter.enabled=true",
                        "management.endpoints.web.exposure.include=*",
                        "telnyx.api-key=KEY",
                        "telnyx.webhooks.public-keys=" + TELNYX.publicKey())
                .run();
        port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void forget() {
        handlers().got.clear();
        application().filtered.clear();
    }

    @Test
    void theTypeOfTheParameterDecidesWhichMethodGetsAnEvent() throws Exception {
        assertThat(TELNYX.post(port, SignedWebhooks.event("message.received", "e-1"))
                        .statusCode())
                .isEqualTo(200);
        TELNYX.post(port, SignedWebhooks.event("call.answered", "e-2"));
        TELNYX.post(port, SignedWebhooks.event("fax.received", "e-3"));
        TELNYX.post(port, SignedWebhooks.event("message.finalized", "e-4"));

        assertThat(handlers().got).containsExactly("received e-1", "call call.answered", "fax fax.received");
    }

    @Test
    void aFormIsVerifiedByItsBytesAlthoughAFilterReadsParameters() throws Exception {
        String form = "CallSid=v3%3A1&CallStatus=completed&_method=DELETE";

        HttpResponse<String> response = TELNYX.post(port, "application/x-www-form-urlencoded", form, form);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(handlers().got).containsExactly("texml completed");
    }

    @Test
    void whatTelnyxDidNotSignIsRefused() throws Exception {
        HttpResponse<String> response = TELNYX.post(
                port,
                "application/json",
                SignedWebhooks.event("message.received", "e-5"),
                SignedWebhooks.event("message.received", "e-6"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("SIGNATURE_MISMATCH");
        assertThat(TELNYX.get(port, SignedWebhooks.PATH).statusCode()).isEqualTo(405);
        assertThat(handlers().got).isEmpty();
    }

    @Test
    void anEventWhoseHandlerFailsIsHandledAgainAndOneThatWasHandledIsNot() throws Exception {
        String failing = SignedWebhooks.event("message.sent", UUID.randomUUID().toString());
        HttpResponse<String> response = TELNYX.post(port, failing);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("HANDLER_FAILED").doesNotContain("the handler fails");
        TELNYX.post(port, failing);
        assertThat(handlers().got).hasSize(2);

        String handled =
                SignedWebhooks.event("message.received", UUID.randomUUID().toString());
        TELNYX.post(port, handled);
        assertThat(TELNYX.post(port, handled).statusCode()).isEqualTo(200);
        assertThat(handlers().got).hasSize(3);
    }

    @Test
    void noOtherPathIsTouched() throws Exception {
        assertThat(TELNYX.get(port, "/webhooks/telnyx/more").statusCode()).isEqualTo(401);
        assertThat(TELNYX.get(port, "/webhooks").statusCode()).isEqualTo(401);
        assertThat(TELNYX.postForm(port, "/orders", "a=b").statusCode()).isIn(401, 403);

        assertThat(application().filtered).contains("/webhooks/telnyx/more", "/webhooks", "/orders");
        assertThat(context.getBeanProvider(FilterRegistrationBean.class).stream()
                        .filter(registration -> "telnyxWebhookFilter".equals(registration.getFilterName()))
                        .flatMap(registration -> ((FilterRegistrationBean<?>) registration).getUrlPatterns().stream()))
                .containsExactly(SignedWebhooks.PATH);
    }

    @Test
    void theApplicationsMetricsShowTheEndpointByItsPath() throws Exception {
        TELNYX.post(
                port, SignedWebhooks.event("message.received", UUID.randomUUID().toString()));

        org.telnyx4j.testing.Threads.await(
                "the request is counted",
                () -> context.getBean(MeterRegistry.class)
                                .find("http.server.requests")
                                .tag("uri", SignedWebhooks.PATH)
                                .timer()
                        != null);
    }

    private static Handlers handlers() {
        return context.getBean(Handlers.class);
    }

    private static Application application() {
        return context.getBean(Application.class);
    }

    @Configuration
    @EnableAutoConfiguration
    static class Application {
        final List<String> filtered = new CopyOnWriteArrayList<>();

        @Bean
        Handlers handlers() {
            return new Handlers();
        }

        @Bean
        FilterRegistrationBean<OncePerRequestFilter> readingFilter() {
            FilterRegistrationBean<OncePerRequestFilter> registration =
                    new FilterRegistrationBean<>(new OncePerRequestFilter() {
                        @Override
                        protected void doFilterInternal(
                                HttpServletRequest request,
                                jakarta.servlet.http.HttpServletResponse response,
                                jakarta.servlet.FilterChain chain)
                                throws java.io.IOException, jakarta.servlet.ServletException {
                            filtered.add(request.getRequestURI());
                            request.getParameter("anything");
                            chain.doFilter(request, response);
                        }
                    });
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
            return registration;
        }
    }
}
