package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.telnyx4j.sandbox.SandboxLine.OURS;
import static org.telnyx4j.sandbox.SandboxLine.THEIRS;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.generated.model.MessagingProfile;
import org.telnyx4j.sandbox.TestClient.Answer;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

class MessageLifeTest {
    private static final String PROFILE = SandboxAccount.MESSAGING_PROFILE_ID;

    private final SandboxLine line = new SandboxLine();

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void aMessageIsQueuedSentAndDeliveredByItself() throws IOException {
        String id = send("").data().path("id").asText();
        assertThat(status(id)).isEqualTo("queued");
        line.advance(50);
        assertThat(status(id)).isEqualTo("sent");
        line.advance(100);
        assertThat(status(id)).isEqualTo("delivered");

        assertThat(line.eventTypes()).containsExactly("message.sent", "message.finalized");
        assertThat(line.last("message.sent").at("/to/0/status").asText()).isEqualTo("sent");
        assertThat(line.last("message.finalized").at("/to/0/status").asText()).isEqualTo("delivered");
        assertThat(line.last("message.finalized").at("/cost/amount").asText()).isEqualTo("0.0070");
    }

    @Test
    void onRealTimeItTakesAMoment() throws IOException {
        try (SandboxLine real = new SandboxLine(TelnyxSandbox.start())) {
            String id = real.client.sendText("Hello").data().path("id").asText();
            real.sandbox.awaitIdle();

            assertThat(real.sandbox.messages().find(id).orElseThrow().status()).isEqualTo("delivered");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "40008,delivery_failed,true",
        "40010,sending_failed,false",
        "40014,expired,false",
        "40005,expired,true",
        "40001,delivery_failed,true"
    })
    void aFailureIsChosenByTheTestByTheNumberOrByTheProfile(String code, String status, boolean sent)
            throws IOException {
        line.sandbox.messages().failNext(code);
        List<String> ids = List.of(
                id(send("")), id(sendTo("+150055" + code)), id(sendWith(profile("Alerts [" + code + "]", "*"))));
        line.sandbox.messages().failTo("+14165550199", code);
        String chosen = sendTo("+14165550199").data().path("id").asText();
        String unharmed = send("").data().path("id").asText();
        line.advance(1_000);

        for (String id : List.of(ids.get(0), ids.get(1), ids.get(2), chosen)) {
            assertThat(status(id)).isEqualTo(status);
            JsonNode data = line.client.get("/messages/" + id).data();
            assertThat(data.at("/errors/0/code").asText()).isEqualTo(code);
            assertThat(data.path("sent_at").isNull()).isEqualTo(!sent);
        }
        assertThat(status(unharmed)).isEqualTo("delivered");
        assertThat(line.eventTypes().stream().filter("message.finalized"::equals))
                .hasSize(5);
    }

    @Test
    void anUnconfirmedDeliveryHasNoError() throws IOException {
        String id = sendTo("+15005500000").data().path("id").asText();
        line.advance(1_000);

        assertThat(status(id)).isEqualTo("delivery_unconfirmed");
        assertThat(line.last("message.finalized").path("errors")).isEmpty();
        assertThatThrownBy(() -> line.sandbox.messages().failNext("4000")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void someCodesRefuseTheMessageAtOnce() throws IOException {
        Answer answer = sendTo("+15005540333");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCodes()).containsExactly("40333");
        assertThat(line.sandbox.messages().all()).isEmpty();
    }

    @Test
    void theCostCanBeKnownLate() throws IOException {
        line.sandbox.messages().costKnownAfter(Duration.ofSeconds(5));
        String id = send("").data().path("id").asText();
        line.advance(1_000);
        assertThat(line.last("message.finalized").path("cost").isNull()).isTrue();
        line.advance(5_000);

        assertThat(line.client.get("/messages/" + id).data().at("/cost/amount").asText())
                .isEqualTo("0.0070");
    }

    @Test
    void aScheduledMessageIsSentAtItsTimeAndACancelledOneIsNot() throws IOException {
        String sent = scheduled();
        String cancelled = scheduled();
        assertThat(line.client.delete("/messages/" + cancelled).status()).isEqualTo(200);
        line.advance(Duration.ofMinutes(10).toMillis() - 1);
        assertThat(status(sent)).isEqualTo("scheduled");
        line.advance(1_000);

        assertThat(status(sent)).isEqualTo("delivered");
        assertThat(status(cancelled)).isEqualTo("cancelled");
        assertThat(line.eventTypes()).containsExactly("message.sent", "message.finalized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", " stop ", "Stop All", "unsubscribe", "QUIT", "end", "cancel", "STOPALL"})
    void whoeverOptsOutGetsNothingUntilTheyOptInAgain(String word) throws IOException {
        SandboxMessage received = line.sandbox.receiveSms(THEIRS, OURS, word);
        assertThat(received.autoresponseType()).contains("STOP");
        assertThat(line.lastText("message.received", "autoresponse_type")).isEqualTo("STOP");

        Answer refused = send("");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCodes()).containsExactly("40300");
        assertThat(sendTo("+14165550199").status()).isEqualTo(200);
        assertThat(line.client.list("/messaging_optouts").data())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("to").asText()).isEqualTo(THEIRS);
                    assertThat(entry.path("from").asText()).isEqualTo(OURS);
                    assertThat(entry.path("messaging_profile_id").asText()).isEqualTo(PROFILE);
                });
        assertThat(line.client
                        .list("/messaging_optouts", "filter[messaging_profile_id]=other")
                        .data())
                .isEmpty();

        line.sandbox.receiveSms(THEIRS, OURS, "start");
        assertThat(send("").status()).isEqualTo(200);
        assertThat(line.client.list("/messaging_optouts").data()).isEmpty();
    }

    @Test
    void aTextThatOnlyContainsTheWordOptsNobodyOut() throws IOException {
        line.sandbox.receiveSms(THEIRS, OURS, "please stop");
        assertThat(line.sandbox.receiveSms(THEIRS, OURS, "help").autoresponseType())
                .contains("HELP");

        assertThat(send("").status()).isEqualTo(200);
        assertThat(line.sandbox.optOuts().all()).isEmpty();
    }

    @Test
    void aProfileRepliesToAKeywordIfItHasAReply() throws IOException {
        line.sandbox.optOuts().autoresponse(PROFILE, "STOP", "You get no more messages.");
        line.sandbox.receiveSms(THEIRS, OURS, "STOP");
        line.advance(1_000);

        assertThat(line.sandbox.messages().all())
                .extracting(SandboxMessage::direction, SandboxMessage::status)
                .containsExactly(tuple("inbound", "received"), tuple("outbound", "delivered"));
        assertThat(line.sandbox.messages().all().get(1).text()).contains("You get no more messages.");
        assertThatThrownBy(() -> line.sandbox.optOuts().autoresponse(PROFILE, "QUIT", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatComesInGoesToTheProfileOfTheNumber() throws IOException {
        try (ScriptedServer receiver = ScriptedServer.start()) {
            receiver.otherwise(Response.of(200, ""));
            profileWithWebhook(receiver.baseUrl());
            line.sandbox.receiveMms(THEIRS, OURS, "Look", List.of("https://example.com/a.png"));
            line.sandbox.awaitIdle();

            JsonNode payload = TestClient.parse(receiver.last().body()).at("/data/payload");
            assertThat(payload.path("direction").asText()).isEqualTo("inbound");
            assertThat(payload.path("type").asText()).isEqualTo("MMS");
            assertThat(payload.at("/from/phone_number").asText()).isEqualTo(THEIRS);
            assertThat(payload.at("/to/0/phone_number").asText()).isEqualTo(OURS);
            assertThat(payload.at("/media/0/url").asText()).isEqualTo("https://example.com/a.png");
            assertThat(line.client
                            .get("/messages/" + payload.path("id").asText())
                            .data()
                            .path("direction")
                            .asText())
                    .isEqualTo("inbound");
        }
    }

    @Test
    void theUrlOfTheMessageComesBeforeThatOfTheProfile() throws IOException {
        try (ScriptedServer ofProfile = ScriptedServer.start();
                ScriptedServer ofMessage = ScriptedServer.start()) {
            ofProfile.otherwise(Response.of(200, ""));
            ofMessage.otherwise(Response.of(200, ""));
            profileWithWebhook(ofProfile.baseUrl());
            send("");
            line.advance(1_000);
            assertThat(ofProfile.requests()).hasSize(2);

            Answer answer = send(",'webhook_url':'%s/own'".formatted(ofMessage.baseUrl()));
            line.advance(1_000);
            assertThat(answer.data().path("webhook_url").asText()).isEqualTo(ofMessage.baseUrl() + "/own");
            assertThat(ofMessage.requests()).hasSize(2);
            assertThat(ofProfile.requests()).hasSize(2);

            send(",'use_profile_webhooks':false");
            line.advance(1_000);
            assertThat(ofProfile.requests()).hasSize(2);

            ofMessage.otherwise(Response.of(503, ""));
            send(",'webhook_url':'%s'".formatted(ofMessage.baseUrl()));
            line.advance(20_000);
            assertThat(ofProfile.requests()).extracting(ReceivedRequest::body).hasSize(4);
        }
    }

    @Test
    void aMessageLeavesADetailRecordWhenItIsOver() throws IOException {
        String id = send(",'webhook_url':'https://example.com/hook?token=abc'")
                .data()
                .path("id")
                .asText();
        assertThat(records("filter[cld]=" + THEIRS)).isEmpty();
        line.advance(1_000);

        assertThat(records("filter[cld]=" + THEIRS)).singleElement().satisfies(record -> {
            assertThat(record.path("uuid").asText()).isEqualTo(id);
            assertThat(record.path("record_type").asText()).isEqualTo("message_detail_record");
            assertThat(record.path("cli").asText()).isEqualTo(OURS);
            assertThat(record.path("status").asText()).isEqualTo("delivered");
            assertThat(record.path("direction").asText()).isEqualTo("outbound");
            assertThat(record.path("cost").asText()).isEqualTo("0.0070");
            assertThat(record.path("country_code").asText()).isEqualTo("CA");
            assertThat(record.path("delivery_status_webhook_url").asText())
                    .isEqualTo("https://example.com/hook?token=abc");
        });
        assertThat(records("filter[uuid]=" + id)).hasSize(1);
        assertThat(records("filter[cld]=+14165550100")).isEmpty();
        assertThat(records("filter[date_range]=today")).hasSize(1);
        assertThat(records("filter[date_range]=yesterday")).isEmpty();
        assertThat(records("filter[created_at][gte]=2026-03-01T12:00:00Z")).hasSize(1);
        assertThat(records("filter[created_at][lt]=2026-03-01T12:00:00Z")).isEmpty();
        for (String bad : List.of("filter[nonsense]=1", "filter[cld][around]=1")) {
            assertThat(line.client
                            .list("/detail_records", "filter[record_type]=messaging", bad)
                            .status())
                    .isEqualTo(422);
        }
        assertThat(line.client.list("/detail_records", "filter[cld]=" + THEIRS).status())
                .isEqualTo(422);
        assertThat(line.client.list("/detail_records").data()).hasSize(1);

        line.sandbox.detailRecords().appearAfter(Duration.ofMinutes(5));
        assertThat(records("filter[uuid]=" + id)).isEmpty();
        line.advance(300_000);
        assertThat(records("filter[uuid]=" + id)).hasSize(1);
    }

    @Test
    void whatComesFasterThanTheThroughputWaitsInAQueueUntilThatIsFull() throws IOException {
        try (SandboxLine limited = new SandboxLine(TelnyxSandbox.builder()
                .manualClock(SandboxLine.START)
                .senderThroughput(2, Duration.ofSeconds(1), 3)
                .start())) {
            assertThat(limited.client.sendText("1").data().get("wait_seconds").decimalValue())
                    .isEqualByComparingTo("0");
            limited.client.sendText("2");
            assertThat(limited.client.sendText("3").data().get("wait_seconds").decimalValue())
                    .isEqualByComparingTo("1");
            Answer full = limited.client.sendText("4");
            assertThat(full.status()).isEqualTo(429);
            assertThat(full.errorCodes()).containsExactly("40318");
            limited.advance(500);
            assertThat(limited.client.sendText("5").status()).isEqualTo(200);
        }
    }

    @Test
    void aQueueThatIsFullAndARateThatIsUsedUpRefuseMessages() throws IOException {
        line.sandbox.messages().limitQueues(2);
        send("");
        send("");
        Answer full = send("");
        assertThat(full.status()).isEqualTo(429);
        assertThat(full.errorCodes()).containsExactly("40318");
        line.advance(1_000);
        assertThat(send("").status()).isEqualTo(200);

        try (SandboxLine limited = new SandboxLine(TelnyxSandbox.builder()
                .manualClock(SandboxLine.START)
                .senderRateLimit(2, Duration.ofSeconds(1))
                .start())) {
            assertThat(limited.client.sendText("1").header("x-ratelimit-remaining"))
                    .isEqualTo("1");
            limited.client.sendText("2");
            Answer refused = limited.client.sendText("3");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.errorCodes()).containsExactly("10011");
            assertThat(refused.header("x-ratelimit-remaining")).isEqualTo("0");
            limited.advance(1_000);
            assertThat(limited.client.sendText("4").status()).isEqualTo(200);
        }
    }

    @Test
    void whatTheAccountDoesNotHaveIsRefused() throws IOException {
        assertThat(post("{'from':'+14165550188','to':'%s','text':'Hi'}".formatted(THEIRS))
                        .errorCodes())
                .containsExactly("40305");
        assertThat(post("{'from':'%s','to':'%s','text':'Hi'}".formatted(OURS, OURS))
                        .errorCodes())
                .containsExactly("40310");
        assertThat(post("{'from':'%s','to':'%s','text':'Hi','messaging_profile_id':'none'}".formatted(OURS, THEIRS))
                        .pointers())
                .containsExactly("/messaging_profile_id");
        String media = "'https://example.com/a.png'" + ",'https://example.com/a.png'".repeat(10);
        assertThat(post("{'from':'%s','to':'%s','media_urls':[%s]}".formatted(OURS, THEIRS, media))
                        .pointers())
                .containsExactly("/media_urls");
        String narrow = profile("US only", "US");
        assertThat(sendWith(narrow).errorCodes()).containsExactly("40309");
        assertThat(line.sandbox.messages().all()).isEmpty();
    }

    private String profile(String name, String destination) {
        return line.sandbox
                .messagingProfiles()
                .add(MessagingProfile.builder()
                        .name(name)
                        .whitelistedDestinations(List.of(destination))
                        .build())
                .id();
    }

    private void profileWithWebhook(String url) throws IOException {
        assertThat(line.client
                        .patch("/messaging_profiles/" + PROFILE, "{'webhook_url':'%s'}".formatted(url))
                        .status())
                .isEqualTo(200);
    }

    private List<JsonNode> records(String filter) throws IOException {
        Answer answer = line.client.list("/detail_records", "filter[record_type]=messaging", filter);
        assertThat(answer.status()).isEqualTo(200);
        return list(answer.data());
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private Answer post(String json) throws IOException {
        return line.client.sendJson("POST", "/messages", json);
    }

    private Answer send(String more) throws IOException {
        return post("{'from':'%s','to':'%s','text':'Hello'%s}".formatted(OURS, THEIRS, more));
    }

    private Answer sendTo(String to) throws IOException {
        return post("{'from':'%s','to':'%s','text':'Hello'}".formatted(OURS, to));
    }

    private Answer sendWith(String profileId) throws IOException {
        return send(",'messaging_profile_id':'%s'".formatted(profileId));
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as("response %s", answer.json()).isEqualTo(200);
        return answer.data().path("id").asText();
    }

    private String scheduled() throws IOException {
        return send(",'send_at':'2026-03-01T12:10:00Z'").data().path("id").asText();
    }

    private String status(String id) {
        return line.sandbox.messages().find(id).orElseThrow().status();
    }
}
