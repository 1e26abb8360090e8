package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.telnyx4j.sandbox.TestClient.Answer;

/** What the account has at first, what it is limited to, and what a test can put in its place. */
class AccountTest {

    @Test
    void aFirstTextNeedsNoPreparation() throws IOException {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            Answer answer = new TestClient(sandbox).sendText("Hello");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(sandbox.numbers().owned())
                    .extracting(SandboxNumber::phoneNumber)
                    .containsExactlyElementsOf(SandboxAccount.NUMBERS);
            assertThat(sandbox.connections().find(SandboxAccount.CONNECTION_ID)).isPresent();
        }
    }

    @Test
    void aSenderThatTheAccountDoesNotHaveIsRefusedUnlessAnyIsAccepted() throws IOException {
        String body = TestClient.body("{'from':'+12125550142','to':'+14165550123','text':'Hello'}");
        try (TelnyxSandbox strict = TelnyxSandbox.start();
                TelnyxSandbox lenient =
                        TelnyxSandbox.builder().acceptAnySender().start()) {
            TestClient client = new TestClient(strict);
            Answer refused = client.post("/messages", body);
            strict.numbers().own("+12125550142", SandboxAccount.MESSAGING_PROFILE_ID);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.errorCodes()).containsExactly("40305");
            assertThat(client.post("/messages", body).status()).isEqualTo(200);
            assertThat(new TestClient(lenient).post("/messages", body).status()).isEqualTo(200);
        }
    }

    @Test
    void aResetBringsBackWhatTheAccountHasAtFirst() throws IOException {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            TestClient client = new TestClient(sandbox);
            client.delete("/phone_numbers/" + SandboxAccount.NUMBERS.get(0));
            client.delete("/messaging_profiles/" + SandboxAccount.MESSAGING_PROFILE_ID);

            sandbox.reset();

            assertThat(client.sendText("Hello").status()).isEqualTo(200);
            assertThat(sandbox.messagingProfiles().all()).hasSize(1);
        }
    }

    @Test
    void anAccountCanBeEmpty() throws IOException {
        try (TelnyxSandbox sandbox = TelnyxSandbox.builder().emptyAccount().start()) {
            TestClient client = new TestClient(sandbox);

            assertThat(client.get("/phone_numbers").all("id")).isEmpty();
            assertThat(client.get("/messaging_profiles").all("id")).isEmpty();
            assertThat(client.sendText("Hello").errorCodes()).containsExactly("40305");
        }
    }

    @Test
    void theAccountIsLimitedInEachWindow() throws IOException {
        try (TelnyxSandbox sandbox = TelnyxSandbox.builder()
                .manualClock(Instant.parse("2026-03-01T12:00:00Z"))
                .accountRateLimit(2, Duration.ofSeconds(10))
                .start()) {
            TestClient client = new TestClient(sandbox);

            Answer first = client.get("/messaging_profiles");
            sandbox.clock().advance(Duration.ofSeconds(4));
            Answer second = client.get("/messaging_profiles");
            Answer third = client.get("/messaging_profiles");
            sandbox.clock().advance(Duration.ofSeconds(6));
            Answer later = client.get("/messaging_profiles");

            assertThat(first.header("x-ratelimit-limit")).isEqualTo("2");
            assertThat(first.header("x-ratelimit-remaining")).isEqualTo("1");
            assertThat(first.header("x-ratelimit-reset")).isEqualTo("10");
            assertThat(second.header("x-ratelimit-remaining")).isEqualTo("0");
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.errorCodes()).containsExactly("10011");
            assertThat(third.header("x-ratelimit-reset")).isEqualTo("6");
            assertThat(third.response().headers().firstValue("retry-after")).isEmpty();
            assertThat(later.status()).isEqualTo(200);
        }
    }

    @Test
    void eachSenderIsLimitedByItself() throws IOException {
        try (TelnyxSandbox sandbox = TelnyxSandbox.builder()
                .manualClock(Instant.parse("2026-03-01T12:00:00Z"))
                .senderRateLimit(1, Duration.ofSeconds(10))
                .start()) {
            TestClient client = new TestClient(sandbox);
            String other = TestClient.textBody("Hello").replace(TestClient.FROM, SandboxAccount.NUMBERS.get(1));

            assertThat(client.sendText("Hello").status()).isEqualTo(200);
            assertThat(client.sendText("Hello").status()).isEqualTo(429);
            assertThat(client.post("/messages", other).status()).isEqualTo(200);
            sandbox.clock().advance(Duration.ofSeconds(10));
            assertThat(client.sendText("Hello").status()).isEqualTo(200);
        }
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        TelnyxSandbox.Builder builder = TelnyxSandbox.builder();

        assertThatThrownBy(() -> builder.accountRateLimit(0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.senderRateLimit(1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.orderDelay(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTestCanRespondInPlaceOfTheApi() throws IOException {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            TestClient client = new TestClient(sandbox);
            sandbox.respond(
                    "post",
                    "/messages",
                    ScriptedResponse.json(200, "{\"data\":{\"id\":\"mine\"}}").header("X-Mine", "1"));
            sandbox.respond("GET", "/of/tomorrow", ScriptedResponse.of(418, "text/plain", "teapot"));

            Answer below = client.get("/of/tomorrow/and/more");
            Answer scripted = client.sendText("Hello");

            assertThat(below.status()).isEqualTo(404);
            assertThat(scripted.data().get("id").textValue()).isEqualTo("mine");
            assertThat(scripted.header("x-mine")).isEqualTo("1");
            assertThat(sandbox.messages().all()).isEmpty();
            assertThat(client.get("/of/tomorrow").status()).isEqualTo(418);
            assertThat(client.sendText("Hello").data().get("id").textValue()).isNotEqualTo("mine");
            assertThatThrownBy(() -> sandbox.respond("GET", "messages", ScriptedResponse.json(200, "{}")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aCommandNeedsNeitherABodyNorAContentType() throws IOException {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            TestClient client = new TestClient(sandbox);
            for (String contentType : new String[] {"", "application/json"}) {
                String id = sandbox.calls()
                        .incoming("+14165550123", SandboxAccount.NUMBERS.get(0))
                        .id();
                var request = client.request("/calls/" + TestClient.encode(id) + "/actions/hangup")
                        .POST(BodyPublishers.noBody());
                if (!contentType.isEmpty()) {
                    request.header("Content-Type", contentType);
                }

                Answer answer = client.send(request.build());

                assertThat(answer.status()).as(contentType).isEqualTo(200);
                assertThat(answer.data().get("result").textValue()).isEqualTo("ok");
            }
            assertThat(client.post("/calls/none/actions/transfer", "").status()).isEqualTo(400);
        }
    }

    @Test
    void theRecordShowsWhatBecameOfARequest() throws IOException {
        try (TelnyxSandbox sandbox = TelnyxSandbox.start()) {
            TestClient client = new TestClient(sandbox);
            client.sendText("Hello");
            client.post("/messages", "{}");
            sandbox.failNext(Fault.status(503));
            client.sendText("Hello");

            ReceivedRequest sent = sandbox.requests().get(0);
            ReceivedRequest refused = sandbox.requests().get(1);

            assertThat(sent.operationId()).contains("sendMessage");
            assertThat(sent.status()).contains(200);
            assertThat(sent.errors()).isEmpty();
            assertThat(sent.duration()).isPresent();
            assertThat(refused.status()).contains(422);
            assertThat(refused.errors()).isNotEmpty().allMatch(error -> "10004".equals(error.getCode()));
            assertThat(sandbox.requests().get(2).fault().orElseThrow()).startsWith("answer 503");
        }
    }
}
