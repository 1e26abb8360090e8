package org.telnyx4j.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** WireMock in front of the sandbox: its stubs first, and the sandbox for all else, as the README has it. */
class WireMockTest {
    @Test
    void stubsComeFirstAndTheSandboxDoesTheRest() throws IOException, InterruptedException {
        WireMockServer front = new WireMockServer(options().dynamicPort());
        front.start();
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            front.stubFor(any(anyUrl())
                    .atPriority(10)
                    .willReturn(aResponse()
                            .proxiedFrom("http://" + sandbox.baseUrl().getAuthority())));
            front.stubFor(get("/v2/balance").willReturn(okJson("{\"data\":{\"balance\":\"0.01\"}}")));

            assertThat(fetch(front, sandbox, "/v2/balance").body()).contains("0.01");
            assertThat(fetch(front, sandbox, "/v2/messaging_profiles").statusCode())
                    .isEqualTo(200);
            assertThat(sandbox.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.path()).isEqualTo("/messaging_profiles"));
        } finally {
            front.stop();
        }
    }

    private static HttpResponse<String> fetch(WireMockServer front, TelnyxSandbox sandbox, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(front.baseUrl() + path))
                .header("Authorization", "Bearer " + sandbox.apiKey())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
