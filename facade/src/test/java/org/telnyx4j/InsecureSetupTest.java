package org.telnyx4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.testing.RawServer;

/** Set-ups that would give the key away, or could never work. */
class InsecureSetupTest {
    @Test
    void anotherMachineIsNotReachedInClearUnlessAllowed() {
        for (String url : List.of("http://api.telnyx.com/v2", "http://telnyx_mock:12111/v2", "http://10.0.0.1/v2")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Telnyx.builder().baseUrl(url).build())
                    .withMessageContaining("would send the API key in clear")
                    .withMessageContaining("allowInsecureHttp(true)");
            assertThatCode(() -> Telnyx.builder()
                            .baseUrl(url)
                            .allowInsecureHttp(true)
                            .build()
                            .close())
                    .doesNotThrowAnyException();
            assertThatCode(() -> Telnyx.builder()
                            .environment(Map.of("TELNYX_BASE_URL", url, "TELNYX_ALLOW_INSECURE_HTTP", "TRUE"))
                            .build()
                            .close())
                    .doesNotThrowAnyException();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Telnyx.builder().environment(Map.of("TELNYX_ALLOW_INSECURE_HTTP", "yes")))
                .withMessage("TELNYX_ALLOW_INSECURE_HTTP must be true or false");
    }

    @Test
    void aHostWithAnUnderscoreIsLookedUp() {
        try (Telnyx telnyx = Telnyx.builder()
                .baseUrl("http://no_such_host.invalid:12111/v2")
                .allowInsecureHttp(true)
                .apiKey("KEY0189")
                .from("+14165550199")
                .retries(RetryOptions.off())
                .build()) {
            assertThatThrownBy(() -> telnyx.messages().send(message()))
                    .isInstanceOf(TelnyxNetworkException.class)
                    .hasMessageContaining("looking up the host");
        }
    }

    @Test
    void aKeyWithTheWordBearerIsRefusedBeforeTheWire() throws IOException {
        try (RawServer server = RawServer.answering(RawServer.json(200, "{}"));
                Telnyx telnyx = client(server).apiKey("Bearer KEY0189").build()) {
            assertThatThrownBy(() -> telnyx.messages().send(message()))
                    .isInstanceOf(TelnyxAuthenticationException.class)
                    .hasMessageContaining("the API key must be the key alone, without the word Bearer");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void a404OfABaseUrlWithoutItsVersionSaysSo() throws IOException {
        String body = "{\"errors\":[{\"code\":\"10005\",\"title\":\"Resource not found\"}]}";
        try (RawServer server = RawServer.answering(RawServer.json(404, body));
                Telnyx telnyx = client(server)
                        .baseUrl(server.baseUrl().replace("/v2", ""))
                        .build();
                Telnyx right = client(server).build()) {
            assertThatThrownBy(() -> telnyx.messages().retrieve("1"))
                    .hasMessageContaining("the base URL, which has no /v2");
            assertThatThrownBy(() -> right.messages().retrieve("1"))
                    .hasMessageContaining("Resource not found")
                    .hasMessageNotContaining("base URL");
        }
    }
}
