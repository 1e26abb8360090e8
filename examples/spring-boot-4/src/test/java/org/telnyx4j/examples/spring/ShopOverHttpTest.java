package org.telnyx4j.examples.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.spring.test.AutoConfigureTelnyxSandbox;
import org.telnyx4j.webhooks.WebhookSigner;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.env.show-values=always",
            "management.endpoint.configprops.show-values=always",
            "management.endpoint.health.show-details=always",
            "management.endpoint.health.probes.enabled=true",
            "management.health.telnyx.enabled=true",
            "telnyx.api-key=KEY_of_the_shop",
            "telnyx.tenants.acme.api-key=KEY_of_acme"
        })
@AutoConfigureTelnyxSandbox
class ShopOverHttpTest {
    @Autowired
    TelnyxSandbox sandbox;

    @Autowired
    WebhookSigner signer;

    @Autowired
    CustomerReplies replies;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aRequestSendsATextAndReturnsWhatTelnyxResponded() throws Exception {
        HttpResponse<String> response =
                post("/shipped?customer=%2B14165550123&order=4711", BodyPublishers.noBody());

        assertThat(response.statusCode()).isEqualTo(200);
        String id = sandbox.messages().all().get(0).id();
        assertThat(response.body()).contains("\"id\":\"" + id + "\"", "\"to\":[");
    }

    @Test
    void aReplyOfACustomerArrives() throws Exception {
        String event = "{\"data\":{\"event_type\":\"message.received\",\"id\":\"e-1\",\"payload\":{\"text\":\"Thanks!\"}}}";
        byte[] body = event.getBytes(UTF_8);

        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/webhooks/telnyx"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        signer.headers(body).forEach(request::header);

        assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        assertThat(replies.texts()).containsExactly("Thanks!");
    }

    @Test
    void theActuatorShowsHealthInfoAndMetricsAndNoKey() throws Exception {
        post("/shipped?customer=%2B14165550123&order=4711", BodyPublishers.noBody());

        assertThat(get("/actuator/health")).contains("\"telnyx\":{", "\"status\":\"UP\"");
        assertThat(get("/actuator/health/liveness")).doesNotContain("telnyx");
        assertThat(get("/actuator/health/readiness")).doesNotContain("telnyx");
        assertThat(get("/actuator/info")).contains("\"tenants\":1");
        assertThat(get("/actuator/metrics/telnyx.client.operations")).contains("messages.send");
        assertThat(get("/actuator/env") + get("/actuator/configprops"))
                .contains("telnyx.tenants.acme.api-key")
                .doesNotContain("KEY_of");
    }

    private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).POST(body).build(), BodyHandlers.ofString());
    }

    private String get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
