package org.telnyx4j.spring.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.spring.TenantRegistry;
import org.telnyx4j.spring.test.internal.SandboxContextCustomizerFactory;
import org.telnyx4j.spring.webhooks.TelnyxEventHandler;
import org.telnyx4j.webhooks.WebhookSigner;

@SpringBootTest(
        classes = AutoConfigureTelnyxSandboxTest.Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.autoconfigure.exclude="
                    + "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration,"
                    + "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "telnyx.base-url=https://api.telnyx.com/v2",
            "telnyx.from=+14165550199",
            "telnyx.tenants.acme.api-key=KEY_of_acme"
        })
@AutoConfigureTelnyxSandbox
class AutoConfigureTelnyxSandboxTest {
    private static final OutgoingMessage MESSAGE =
            OutgoingMessage.builder().to("+14165550123").text("Hello").build();

    @Autowired
    private TelnyxSandbox sandbox;

    @Autowired
    private TelnyxOperations telnyx;

    @Autowired
    private TenantRegistry tenants;

    @Autowired
    private WebhookSigner signer;

    @Autowired
    private Application application;

    @LocalServerPort
    private int port;

    @Test
    void whatTheApplicationSendsGoesToTheSandbox() {
        telnyx.messages().send(MESSAGE);

        assertThat(sandbox.messages().all()).hasSize(1);
    }

    /** It and the test above would each see two messages if the sandbox were not reset. */
    @Test
    void tenantsSendWithTheirOwnKeys() {
        tenants.operations("acme").messages().send(MESSAGE);

        assertThat(sandbox.messages().all()).hasSize(1);
    }

    @Test
    void theApplicationTrustsTheSigner() throws Exception {
        byte[] body = "{\"data\":{\"event_type\":\"message.received\",\"id\":\"e-1\",\"payload\":{}}}".getBytes(UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/webhooks/telnyx"))
                .POST(BodyPublishers.ofByteArray(body));
        signer.headers(body).forEach(request::header);

        int status = HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();

        assertThat(status).isEqualTo(200);
        assertThat(application.received).contains("message.received");
    }

    @Test
    void theApplicationGetsTheEventsOfTheSandbox() {
        telnyx.messages().send(MESSAGE);
        sandbox.awaitIdle();

        assertThat(application.received).contains("message.finalized");
    }

    @Test
    void whoHasOptedOutHasDoneSoInOneTest() {
        sendToWhoHasOptedOutThen();
    }

    /** It and the test above would each fail after the other if the opt-outs were not reset. */
    @Test
    void whoHasOptedOutHasNotDoneSoInTheNext() {
        sendToWhoHasOptedOutThen();
    }

    private void sendToWhoHasOptedOutThen() {
        telnyx.messages().send(MESSAGE);
        sandbox.receiveSms("+14165550123", "+14165550199", "STOP");
        sandbox.awaitIdle();

        assertThatThrownBy(() -> telnyx.messages().send(MESSAGE))
                .isInstanceOfSatisfying(TelnyxException.class, refused -> {
                    assertThat(refused.isOptedOut()).isTrue();
                    assertThat(refused.httpStatus()).isEmpty();
                });
    }

    @Test
    void contextsThatDifferInNothingElseAreOne() {
        SandboxContextCustomizerFactory factory = new SandboxContextCustomizerFactory();

        assertThat(factory.createContextCustomizer(AutoConfigureTelnyxSandboxTest.class, List.of()))
                .isNotNull()
                .isEqualTo(factory.createContextCustomizer(Other.class, List.of()))
                .hasSameHashCodeAs(factory.createContextCustomizer(Other.class, List.of()));
        assertThat(factory.createContextCustomizer(String.class, List.of())).isNull();
    }

    @Nested
    class InANestedClass {
        @Test
        void theSandboxIsTheSame() {
            telnyx.messages().send(MESSAGE);

            assertThat(sandbox.messages().all()).hasSize(1);
        }
    }

    @AutoConfigureTelnyxSandbox
    static final class Other {}

    @Configuration
    @EnableAutoConfiguration
    static class Application {
        final List<String> received = new CopyOnWriteArrayList<>();

        @Bean
        Handler handler() {
            return new Handler(this);
        }
    }

    static class Handler {
        private final Application application;

        Handler(Application application) {
            this.application = application;
        }

        @TelnyxEventHandler
        void handle(WebhookEvent event) {
            application.received.add(event.type());
        }
    }
}
