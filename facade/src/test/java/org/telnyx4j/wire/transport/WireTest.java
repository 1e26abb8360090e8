package org.telnyx4j.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.KEY;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.Idempotency;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.internal.version.Version;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;

/** Every byte of a request's head, and all that HttpClient must not do by itself. */
class WireTest {
    private static final String USER_AGENT =
            "User-Agent: telnyx4j/" + Version.VERSION + " (Java/" + System.getProperty("java.version") + ")";

    private static void sendTwice(String answer) throws Exception {
        try (RawServer server = RawServer.answering(answer);
                Telnyx telnyx = client(server).retries(RetryOptions.off()).build()) {
            for (int i = 1; i <= 2; i++) {
                TelnyxException error = catchThrowableOfType(
                        TelnyxException.class, () -> telnyx.messages().send(message()));
                assertThat(error == null).isEqualTo(answer.startsWith("HTTP/1.1 2"));
                assertThat(server.requests()).hasSize(i);
                assertThat(server.requests().get(i - 1).headerLines()).noneMatch(line -> line.startsWith("Cookie"));
            }
        }
    }

    @Test
    void aPostCarriesExactlyTheseHeaders() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server).retries(RetryOptions.off()).build()) {
            telnyx.messages().send(message());
            ReceivedRequest request = server.awaitRequest();
            assertThat(request.requestLine()).isEqualTo("POST /v2/messages HTTP/1.1");
            boolean keyed = MessagesApi.SEND_MESSAGE.idempotency() == Idempotency.KEYED;
            assertThat(request.headerLines().stream().filter(line -> !keyed || !line.startsWith("Idempotency-Key: ")))
                    .containsExactlyInAnyOrder(
                            "Accept: application/json",
                            "Authorization: Bearer " + KEY,
                            "Connection: keep-alive",
                            "Content-Length: " + request.body().length(),
                            "Content-Type: application/json",
                            "Host: localhost:" + server.port(),
                            USER_AGENT);
        }
    }

    @Test
    void aGetCarriesExactlyTheseHeaders() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server).retries(RetryOptions.off()).build()) {
            telnyx.messages().retrieve("a/b:c?d=é");
            ReceivedRequest request = server.awaitRequest();
            assertThat(request.requestLine()).isEqualTo("GET /v2/messages/a%2Fb%3Ac%3Fd%3D%C3%A9 HTTP/1.1");
            assertThat(request.headerLines())
                    .containsExactlyInAnyOrder(
                            "Accept: application/json",
                            "Authorization: Bearer " + KEY,
                            "Connection: keep-alive",
                            "Host: localhost:" + server.port(),
                            USER_AGENT);
        }
    }

    @Test
    void theUserAgentHasTheVersionOfThePom() throws IOException {
        Matcher parent = Pattern.compile("(?s)<parent>.*?<version>(.*?)</version>.*?</parent>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(parent.find()).isTrue();
        assertThat(Version.VERSION).isEqualTo(parent.group(1));
        assertThat(Version.USER_AGENT).startsWith("telnyx4j/" + parent.group(1) + " (");
    }

    @ParameterizedTest
    @CsvSource({
        "/v2, /v2/messages",
        "/v2/, /v2/messages",
        "'', /messages",
        "/, /messages",
        "/a%20b/v2, /a%20b/v2/messages"
    })
    void theBaseUrlsPathComesFirst(String path, String expected) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server)
                        .baseUrl("http://localhost:" + server.port() + path)
                        .build()) {
            telnyx.messages().send(message());
            assertThat(server.awaitRequest().requestLine()).isEqualTo("POST " + expected + " HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int status) throws Exception {
        try (RawServer other = RawServer.answering(RawServer.json(200, SENT));
                RawServer server =
                        RawServer.answering(RawServer.json(status, "", "Location: " + other.baseUrl() + "/messages"));
                Telnyx telnyx = client(server).retries(RetryOptions.off()).build()) {
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.messages().send(message()));
            assertThat(error.httpStatus()).hasValue(status);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            TelnyxException lookup = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.messages().retrieve("id"));
            assertThat(lookup.httpStatus()).hasValue(status);
            assertThat(other.connections()).isZero();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void nothingIsSentAgain(int status) throws Exception {
        sendTwice(RawServer.json(status, "", "Retry-After: 0"));
    }

    @Test
    void noCookieIsKept() throws Exception {
        sendTwice(RawServer.json(200, SENT, "Set-Cookie: session=1; Path=/", "Set-Cookie2: a=b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"WWW-Authenticate: Basic realm=x", "WWW-Authenticate: Digest realm=x, nonce=y", "X-Nothing: 1"})
    void aChallengeIsNotAnswered(String header) throws Exception {
        sendTwice(RawServer.json(401, "", header));
        sendTwice(RawServer.json(407, "", header.replace("WWW", "Proxy")));
    }

    @Test
    void headersOfTheCallGoOut() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = client(server).retries(RetryOptions.off()).build()) {
            RequestOptions options = RequestOptions.builder()
                    .header("X-One", "1")
                    .header("X-Two", "a, b")
                    .header("x-one", "2")
                    .build();
            telnyx.messages().send(message(), options);
            ReceivedRequest request = server.awaitRequest();
            assertThat(request.headerLines())
                    .contains("X-Two: a, b", "x-one: 2")
                    .filteredOn(line -> line.toLowerCase(Locale.ROOT).startsWith("x-one"))
                    .hasSize(1);
            telnyx.messages().send(message());
            assertThat(server.awaitRequest().headerLines()).noneMatch(line -> line.startsWith("X-"));
            assertThat(options)
                    .hasToString("RequestOptions[timeout=null, retries=null, apiKey not set, correlationToken not set,"
                            + " headers=[X-Two, x-one]]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "authorization",
                "Content-Length",
                "Content-Type",
                "Host",
                "Transfer-Encoding",
                "Connection",
                "Expect",
                "Accept",
                "Accept-Encoding",
                "Upgrade",
                "TE",
                "User-Agent",
                "Proxy-Authorization"
            })
    void aHeaderThatTheClientSetsItselfIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestOptions.builder().header(name, "x"))
                .withMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({"X-Bad, 'a\nEvil: 1'", "X-Bad, 'a\r'", "'X Bad', a", "'X-Bad:', a", "'', a", "X-Bad, é"})
    void aHeaderThatCannotBeSentIsRefusedWithoutItsValue(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestOptions.builder().header(name, value))
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("Evil"));
    }

    @Test
    void optionsDoNotChangeOnceTheyAreBuilt() {
        RequestOptions.Builder builder = RequestOptions.builder().header("X-One", "1");
        RequestOptions options = builder.build();
        builder.header("X-Two", "2").apiKey("key");
        assertThat(options.headers()).isEqualTo(Map.of("X-One", "1"));
        assertThat(options.apiKey()).isEmpty();
        assertThat(catchThrowableOfType(
                        UnsupportedOperationException.class,
                        () -> options.headers().put("X", "Y")))
                .isNotNull();
    }

    @Test
    void emojiSurviveBothWays() throws Exception {
        String answer = SENT.replace("Hello there", "👋🏽 déjà");
        try (RawServer server = RawServer.answering(RawServer.json(200, answer)
                        .replace("application/json", "application/json; charset=ISO-8859-1"));
                Telnyx telnyx = client(server).retries(RetryOptions.off()).build()) {
            var result = telnyx.messages()
                    .send(OutgoingMessage.builder()
                            .to("+14165550123")
                            .text("👋🏽 déjà")
                            .build());
            assertThat(server.awaitRequest().body()).contains("\"text\":\"👋🏽 déjà\"");
            assertThat(result.text()).hasValue("👋🏽 déjà");
        }
    }
}
