package org.telnyx4j.sandbox.internal.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.sandbox.TelnyxSandbox;

/** The control API as a program in any language uses it. */
class ControlHandlerTest {
    private final TelnyxSandbox sandbox = TelnyxSandbox.start();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aTextFromAPhoneIsReceived() throws Exception {
        Map<String, @Nullable Object> text =
                post("receive-sms", "{\"from\":\"+14165550123\",\"to\":\"+14165550199\",\"text\":\"STOP\"}", 200);

        assertThat(text).containsEntry("direction", "inbound").containsEntry("text", "STOP");
        assertThat(sandbox.messages().all())
                .singleElement()
                .satisfies(message -> assertThat(message.id()).isEqualTo(text.get("id")));
        assertThat(data("messages")).hasSize(1);
    }

    @Test
    void aCallFromAPhoneRingsAndEnds() throws Exception {
        Map<String, @Nullable Object> call =
                post("incoming-call", "{\"from\":\"+14165550123\",\"to\":\"+14165550199\"}", 200);

        post("calls/" + call.get("id") + "/hang-up", "{}", 200);

        assertThat(sandbox.calls().all())
                .singleElement()
                .satisfies(ended -> assertThat(ended.isAlive()).isFalse());
        assertThat(post("calls/nobody/hang-up", "{}", 404)).containsEntry("error", "There is no such call.");
    }

    @Test
    void aFaultHitsAsManyRequestsAsItWasAskedFor() throws Exception {
        post(
                "faults",
                "{\"kind\":\"status\",\"status\":503,\"times\":2,\"method\":\"GET\",\"path\":\"/phone_numbers\"}",
                200);

        assertThat(data("faults")).singleElement().asString().contains("503");
        assertThat(List.of(api("/phone_numbers"), api("/phone_numbers"), api("/phone_numbers")))
                .containsExactly(503, 503, 200);
        assertThat(data("faults")).isEmpty();
        assertThat(data("requests").get(0).toString()).contains("status=200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"nonsense\"}",
                "{\"kind\":\"status\",\"status\":200}",
                "{\"kind\":\"status\",\"tims\":2}",
                "{\"kind\":\"status\",\"times\":2,\"share\":0.5}",
                "{\"kind\":\"status\",\"method\":\"GET\"}",
                "{}",
                "[]",
                "nonsense",
                "{} {}"
            })
    void aFaultThatCannotBeReadIsRefusedWithAReason(String body) throws Exception {
        assertThat(post("faults", body, 400).get("error")).asString().isNotBlank();
        assertThat(data("faults")).isEmpty();
    }

    @Test
    void aRefusedRequestShowsItsErrors() throws Exception {
        assertThat(api("/messages/no-such-message")).isEqualTo(404);

        assertThat(data("requests")).singleElement().asString().contains("10005", "path=/messages/no-such-message");
    }

    @Test
    void theStateComesWhenSomethingHasChangedAndNotBefore() throws Exception {
        Map<String, @Nullable Object> first = get("state");
        CompletableFuture<HttpResponse<byte[]>> next = http.sendAsync(
                request("state?after=" + first.get("version")).GET().build(), BodyHandlers.ofByteArray());

        sandbox.receiveSms("+14165550123", "+14165550199", "now");

        HttpResponse<byte[]> response = next.get(60, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        Map<String, @Nullable Object> second = ControlJson.readObject(response.body());
        assertThat(second.get("messages")).asString().contains("now");
        assertThat(second.get("version")).isNotEqualTo(first.get("version"));
    }

    @Test
    void anUnpairedSurrogateDoesNotBreakTheState() throws Exception {
        sandbox.receiveSms("+14165550123", "+14165550199", "half \uD83D");

        assertThat(data("messages")).singleElement().asString().contains("half \uD83D");
    }

    @Test
    void anExportIsASeed() throws Exception {
        post("seed", """
                {"profiles": [{"id": "40017f00-0000-4000-8000-0000000000aa", "name": "orders",
                               "webhook_url": "https://example.com/telnyx"}],
                 "numbers": ["+14165550177",
                             {"phone_number": "+14165550178",
                              "messaging_profile_id": "40017f00-0000-4000-8000-0000000000aa", "connection_id": "77"}],
                 "connections": [{"id": "77", "name": "calls", "webhook_url": "https://example.com/calls"}],
                 "available": ["+14165550179"],
                 "opt_outs": [{"messaging_profile_id": "40017f00-0000-4000-8000-0000000000aa",
                               "from": "+14165550178", "to": "+14165550123"}]}""", 200);
        Map<String, @Nullable Object> export = get("export");

        try (TelnyxSandbox other = TelnyxSandbox.builder().emptyAccount().start()) {
            other.seed(export);

            assertThat(other.export()).isEqualTo(export);
            assertThat(other.numbers().findByNumber("+14165550178"))
                    .hasValueSatisfying(number ->
                            assertThat(number.messagingProfileId()).contains("40017f00-0000-4000-8000-0000000000aa"));
            assertThat(other.connections().find("77")).isPresent();
            assertThat(other.numbers().available()).startsWith("+14165550179");
            assertThat(other.optOuts().all()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nubmers\":[]}",
                "{\"numbers\":{}}",
                "{\"numbers\":[\"416\"]}",
                "{\"numbers\":[{\"phone_number\":\"+14165550177\",\"profile\":\"x\"}]}",
                "{\"profiles\":[{}]}",
                "{\"opt_outs\":[{\"to\":\"+14165550123\"}]}"
            })
    void aSeedThatCannotBeUsedIsRefused(String seed) throws Exception {
        assertThat(post("seed", seed, 400).get("error")).asString().isNotBlank();
    }

    @Test
    void aResetForgetsEverything() throws Exception {
        sandbox.receiveSms("+14165550123", "+14165550199", "hello");

        post("reset", "", 200);

        assertThat(data("messages")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "calls/x/dance", "a/b/c/d", "faults/x"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        post(path, "{}", 404);
    }

    @Test
    void aClockThatRunsCannotBeMoved() throws Exception {
        post("clock/advance", "{\"seconds\":1}", 409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: attacker.example\r\n",
                "Host: attacker.example:80\r\n",
                "Host: 127.0.0.1.attacker.example\r\n",
                "Host: localhost\r\nOrigin: http://attacker.example\r\n",
                "Host: localhost\r\nOrigin: null\r\n",
                "Host: localhost:1\r\nOrigin: http://localhost:2\r\n",
                "Host: localhost\r\nSec-Fetch-Site: cross-site\r\n",
                "Host: localhost\r\nSec-Fetch-Site: same-site\r\n"
            })
    void aBrowserThatHasAnotherPageOpenIsRefused(String headers) throws Exception {
        assertThat(raw("GET /_sandbox/state", headers)).startsWith("HTTP/1.1 403");
        assertThat(raw("GET /_sandbox", headers)).startsWith("HTTP/1.1 403");
        assertThat(raw("POST /_sandbox/reset", headers + "Content-Type: application/json\r\nContent-Length: 0\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost\r\n",
                "Host: 127.0.0.1:4000\r\n",
                "Host: [::1]:4000\r\n",
                "Host: LOCALHOST:7\r\nOrigin: http://localhost:7\r\nSec-Fetch-Site: same-origin\r\n"
            })
    void aProgramOfThisMachineAndTheOwnPageAreServed(String headers) throws Exception {
        assertThat(raw("GET /_sandbox/state", headers)).startsWith("HTTP/1.1 200");
    }

    @Test
    void whatAFormOfAnotherPageCouldSendIsRefused() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(sandbox.baseUrl().resolve("/_sandbox/reset"))
                .header("content-type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(http.send(form, BodyHandlers.discarding()).statusCode()).isEqualTo(415);
    }

    @Test
    void thePageRunsNoScriptButItsOwn() throws Exception {
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(sandbox.baseUrl().resolve("/_sandbox")).build(), BodyHandlers.ofString());

        assertThat(page.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(page.body()).doesNotContain("http://", "https://", "style=", "onclick");
    }

    private Map<String, @Nullable Object> get(String path) throws Exception {
        return ControlJson.readObject(http.send(request(path).GET().build(), BodyHandlers.ofByteArray())
                .body());
    }

    private List<?> data(String path) throws Exception {
        return get(path).get("data") instanceof List<?> list ? list : List.of("not a list");
    }

    private Map<String, @Nullable Object> post(String path, String body, int status) throws Exception {
        HttpResponse<byte[]> response = http.send(
                request(path)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(status);
        return ControlJson.readObject(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.baseUrl().resolve("/_sandbox/") + path));
    }

    private int api(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("authorization", "Bearer " + sandbox.apiKey())
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** With a Host header of the test's own, which no HTTP client lets it set. */
    private String raw(String line, String headers) throws IOException {
        try (Socket socket =
                new Socket(sandbox.baseUrl().getHost(), sandbox.baseUrl().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((line + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n").getBytes(UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
