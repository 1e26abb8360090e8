package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.sandbox.TestClient.FROM;
import static org.telnyx4j.sandbox.TestClient.TO;
import static org.telnyx4j.sandbox.TestClient.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.sandbox.TestClient.Answer;

class MessagesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.250Z");

    private final TelnyxSandbox sandbox =
            TelnyxSandbox.builder().manualClock(NOW).automatic(false).start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aTextIsAcceptedAndAnsweredAsQueued() throws IOException {
        Answer answer = client.post(
                "/messages",
                body("{'from':'%s','to':'%s','text':'Hello','webhook_url':'https://example.com/hook'}"
                        .formatted(FROM, TO)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("application/json");
        JsonNode data = answer.data();
        assertThat(UUID.fromString(data.get("id").textValue())).isNotNull();
        assertThat(data.get("record_type").textValue()).isEqualTo("message");
        assertThat(data.get("direction").textValue()).isEqualTo("outbound");
        assertThat(data.get("type").textValue()).isEqualTo("SMS");
        assertThat(data.at("/from/phone_number").textValue()).isEqualTo(FROM);
        assertThat(data.get("to")).hasSize(1);
        assertThat(data.at("/to/0/phone_number").textValue()).isEqualTo(TO);
        assertThat(data.at("/to/0/status").textValue()).isEqualTo("queued");
        assertThat(data.get("text").textValue()).isEqualTo("Hello");
        assertThat(data.get("num_chars").intValue()).isEqualTo(5);
        assertThat(data.get("parts").intValue()).isEqualTo(1);
        assertThat(data.get("encoding").textValue()).isEqualTo("GSM-7");
        assertThat(data.get("media")).isEmpty();
        assertThat(data.get("errors")).isEmpty();
        assertThat(data.get("cost").isNull()).isTrue();
        assertThat(data.get("webhook_url").textValue()).isEqualTo("https://example.com/hook");
        assertThat(data.get("webhook_failover_url").isNull()).isTrue();
        assertThat(data.get("received_at").textValue()).isEqualTo("2026-03-01T12:00:00.25Z");
        assertThat(data.get("valid_until").textValue()).isEqualTo("2026-03-01T13:00:00.25Z");
        assertThat(data.get("sent_at").isNull()).isTrue();
    }

    @Test
    void everyAnswerHasARequestIdAndARateLimit() throws IOException {
        for (Answer answer : List.of(client.sendText("Hello"), client.get("/messages/unknown"), client.get("/what"))) {
            assertThat(answer.header("x-ratelimit-limit")).isEqualTo("1000");
            assertThat(answer.header("x-ratelimit-remaining")).isEqualTo("999");
            assertThat(answer.header("x-ratelimit-reset")).isEqualTo("1");
            assertThat(sandbox.requests())
                    .extracting(ReceivedRequest::requestId)
                    .contains(answer.header("x-request-id"));
        }
        assertThat(sandbox.requests()).extracting(ReceivedRequest::requestId).doesNotHaveDuplicates();
    }

    @Test
    void noAnswerShowsThatWireMockGaveIt() throws IOException {
        assertThat(client.sendText("Hello").response().headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("stub"));
    }

    @Test
    void aSentMessageIsRetrievedAsItWasAnswered() throws IOException {
        JsonNode sent = client.sendText("Hello").data();

        Answer retrieved = client.get("/messages/" + sent.get("id").textValue());

        assertThat(retrieved.status()).isEqualTo(200);
        assertThat(retrieved.data()).isEqualTo(sent);
    }

    @Test
    void emojiAndOtherScriptsSurviveBothWays() throws IOException {
        String text = "Grüße 👋🏽 привет 你好";

        JsonNode sent = client.sendText(text).data();

        assertThat(sent.get("text").textValue()).isEqualTo(text);
        assertThat(sent.get("encoding").textValue()).isEqualTo("UCS-2");
        assertThat(sent.get("num_chars").intValue()).isEqualTo(18);
        assertThat(sandbox.messages().all().get(0).text()).contains(text);
        assertThat(sandbox.requests().get(0).bodyAsJson()).containsEntry("text", text);
    }

    @Test
    void bracesInATextAreNoTemplate() throws IOException {
        assertThat(client.sendText("Hi {{name}}, {{now}}").data().get("text").textValue())
                .isEqualTo("Hi {{name}}, {{now}}");
    }

    @Test
    void mediaMakeAnMms() throws IOException {
        JsonNode data = client.post(
                        "/messages",
                        body("{'from':'%s','to':'%s','subject':'Look','media_urls':['https://example.com/a.png']}"
                                .formatted(FROM, TO)))
                .data();

        assertThat(data.get("type").textValue()).isEqualTo("MMS");
        assertThat(data.get("subject").textValue()).isEqualTo("Look");
        assertThat(data.at("/media/0/url").textValue()).isEqualTo("https://example.com/a.png");
        assertThat(data.get("parts").intValue()).isEqualTo(1);
        assertThat(sandbox.messages().all().get(0).text()).isEmpty();
        assertThat(sandbox.messages().all().get(0).mediaUrls()).containsExactly("https://example.com/a.png");
    }

    @Test
    void aLongTextIsCountedInParts() throws IOException {
        assertThat(client.sendText("x".repeat(161)).data().get("parts").intValue())
                .isEqualTo(2);
    }

    @Test
    void anEncodingThatWasAskedForIsTaken() throws IOException {
        JsonNode data = client.post(
                        "/messages",
                        body("{'from':'%s','to':'%s','text':'Hello','encoding':'ucs2'}".formatted(FROM, TO)))
                .data();

        assertThat(data.get("encoding").textValue()).isEqualTo("UCS-2");
    }

    @Test
    void fieldsThatTheSandboxDoesNotKnowAreLetThrough() throws IOException {
        Answer answer = client.post(
                "/messages", body("{'from':'%s','to':'%s','text':'Hello','brand_new':{'a':1}}".formatted(FROM, TO)));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void theNumberPoolPicksASender() throws IOException {
        Answer answer = client.post(
                "/messages/number_pool",
                body("{'messaging_profile_id':'40017f00-0000-4000-8000-000000000001','to':'%s','text':'Hi'}"
                        .formatted(TO)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().at("/from/phone_number").textValue()).startsWith("+1");
        assertThat(answer.data().get("messaging_profile_id").textValue())
                .isEqualTo(SandboxAccount.MESSAGING_PROFILE_ID);
    }

    @Test
    void aProfileIsEnoughForAMessageWithoutASender() throws IOException {
        Answer answer = client.post(
                "/messages",
                body("{'messaging_profile_id':'40017f00-0000-4000-8000-000000000001','to':'%s','text':'Hi'}"
                        .formatted(TO)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(sandbox.messages().all().get(0).messagingProfileId()).isEqualTo(SandboxAccount.MESSAGING_PROFILE_ID);
    }

    @Test
    void aLongCodeSends() throws IOException {
        Answer answer =
                client.post("/messages/long_code", body("{'from':'%s','to':'%s','text':'Hi'}".formatted(FROM, TO)));

        assertThat(answer.data().at("/from/phone_number").textValue()).isEqualTo(FROM);
    }

    @Test
    void aShortCodeSends() throws IOException {
        Answer answer =
                client.post("/messages/short_code", body("{'from':'23456','to':'%s','text':'Hi'}".formatted(TO)));

        assertThat(answer.data().at("/from/phone_number").textValue()).isEqualTo("23456");
    }

    @Test
    void anAlphanumericSenderSends() throws IOException {
        Answer answer = client.post(
                "/messages/alphanumeric_sender_id",
                body(
                        "{'from':'My Shop 24','to':'%s','text':'Hi','messaging_profile_id':'40017f00-0000-4000-8000-000000000001'}"
                                .formatted(TO)));

        assertThat(answer.data().at("/from/phone_number").textValue()).isEqualTo("My Shop 24");
        assertThat(answer.data().get("type").textValue()).isEqualTo("SMS");
    }

    @Test
    void aGroupMessageGoesToEveryoneAndItsConversationCanBeRetrieved() throws IOException {
        String body = body("{'from':'%s','to':['+14165550101','+14165550102'],'text':'Hi all'}".formatted(FROM));
        JsonNode first = client.post("/messages/group_mms", body).data();
        JsonNode second = client.post("/messages/group_mms", body).data();
        client.post("/messages/group_mms", body("{'from':'%s','to':['+14165550103'],'text':'Hi'}".formatted(FROM)));

        Answer group = client.get("/messages/group/" + second.get("id").textValue());

        assertThat(first.get("type").textValue()).isEqualTo("MMS");
        assertThat(first.get("to"))
                .extracting(to -> to.get("phone_number").textValue())
                .containsExactly("+14165550101", "+14165550102");
        assertThat(group.status()).isEqualTo(200);
        assertThat(group.data()).containsExactly(first, second);
    }

    @Test
    void aMessageThatIsNoGroupMessageHasNoConversation() throws IOException {
        String id = client.sendText("Hello").data().get("id").textValue();

        Answer answer = client.get("/messages/group/" + id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error().get("code").textValue()).isEqualTo("10005");
    }

    @Test
    void aScheduledMessageIsAnsweredAsScheduledByEitherPath() throws IOException {
        String body = scheduledBody("2026-03-01T13:30:00-01:00");
        for (String path : List.of("/messages", "/messages/schedule")) {
            Answer answer = client.post(path, body);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.data().at("/to/0/status").textValue()).isEqualTo("scheduled");
        }
        assertThat(sandbox.messages().all())
                .extracting(SandboxMessage::sendAt)
                .allSatisfy(sendAt -> assertThat(sendAt).contains(Instant.parse("2026-03-01T14:30:00Z")));
    }

    @Test
    void aScheduledMessageIsCancelledAndStaysSo() throws IOException {
        String id = schedule();

        Answer cancelled = client.delete("/messages/" + id);

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().get("id").textValue()).isEqualTo(id);
        assertThat(cancelled.json().at("/to/0/status").textValue()).isEqualTo("cancelled");
        assertThat(cancelled.json().at("/cost/amount").textValue()).isEqualTo("0.0");
        JsonNode retrieved = client.get("/messages/" + id).data();
        // The response to a cancellation has no such field in the specification.
        assertThat(((ObjectNode) retrieved).remove("wait_seconds")).isNotNull();
        assertThat(retrieved).isEqualTo(cancelled.json());
        assertThat(client.delete("/messages/" + id).status()).isEqualTo(403);
    }

    @Test
    void aMessageThatIsNotScheduledCannotBeCancelled() throws IOException {
        String id = client.sendText("Hello").data().get("id").textValue();

        Answer answer = client.delete("/messages/" + id);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error().get("code").textValue()).isEqualTo("10015");
        assertThat(client.get("/messages/" + id).data().at("/to/0/status").textValue())
                .isEqualTo("queued");
    }

    @Test
    void aMinuteBeforeItsTimeAScheduledMessageCanNoLongerBeCancelled() throws IOException {
        String id = schedule();
        String later = schedule();
        setClock(Instant.parse("2026-03-01T14:28:59Z"));
        assertThat(client.delete("/messages/" + id).status()).isEqualTo(200);

        setClock(Instant.parse("2026-03-01T14:29:00Z"));
        assertThat(client.delete("/messages/" + later).status()).isEqualTo(403);
    }

    @Test
    void anUnknownMessageIsNotFound() throws IOException {
        String path = "/messages/" + UUID.randomUUID();
        for (Answer answer : List.of(client.get(path), client.delete(path), client.get("/messages/group/none"))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.error().get("code").textValue()).isEqualTo("10005");
        }
    }

    @Test
    void aMessageMovesOnWhenTheTestSaysSo() throws IOException {
        String id = client.sendText("x".repeat(161)).data().get("id").textValue();
        setClock(NOW.plusSeconds(5));
        sandbox.messages().markSent(id);
        setClock(NOW.plusSeconds(9));

        SandboxMessage moved = sandbox.messages().markDelivered(id);

        JsonNode data = client.get("/messages/" + id).data();
        assertThat(moved.status()).isEqualTo("delivered");
        assertThat(data.at("/to/0/status").textValue()).isEqualTo("delivered");
        assertThat(data.get("sent_at").textValue()).isEqualTo("2026-03-01T12:00:05.25Z");
        assertThat(data.get("completed_at").textValue()).isEqualTo("2026-03-01T12:00:09.25Z");
        assertThat(data.get("valid_until").isNull()).isTrue();
        assertThat(data.at("/cost/amount").textValue()).isEqualTo("0.0140");
        assertThat(data.at("/cost/currency").textValue()).isEqualTo("USD");
        assertThat(data.at("/cost_breakdown/rate/amount").textValue()).isEqualTo("0.0080");
    }

    @Test
    void aFailedDeliveryCarriesItsError() throws IOException {
        String id = client.sendText("Hello").data().get("id").textValue();

        sandbox.messages().markDeliveryFailed(id, "40300");

        JsonNode data = client.get("/messages/" + id).data();
        assertThat(data.at("/to/0/status").textValue()).isEqualTo("delivery_failed");
        assertThat(data.at("/errors/0/code").textValue()).isEqualTo("40300");
    }

    @Test
    void aMessageCanTakeAStatusThatTelnyxHasYetToInvent() throws IOException {
        String id = client.sendText("Hello").data().get("id").textValue();

        sandbox.messages().markAs(id, "pondering");

        assertThat(client.get("/messages/" + id).data().at("/to/0/status").textValue())
                .isEqualTo("pondering");
        assertThatThrownBy(() -> sandbox.messages().markAs(id, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.messages().markSent("nobody")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void acceptedMessagesAreListedInOrderAndFoundById() throws IOException {
        List<String> ids = new ArrayList<>();
        for (String text : List.of("one", "two", "three")) {
            ids.add(client.sendText(text).data().get("id").textValue());
        }

        List<SandboxMessage> all = sandbox.messages().all();

        assertThat(all).extracting(SandboxMessage::id).containsExactlyElementsOf(ids);
        SandboxMessage second = sandbox.messages().find(ids.get(1)).orElseThrow();
        assertThat(second.text()).contains("two");
        assertThat(second.from()).isEqualTo(FROM);
        assertThat(second.to()).containsExactly(TO);
        assertThat(second.type()).isEqualTo("SMS");
        assertThat(second.encoding()).isEqualTo("GSM-7");
        assertThat(second.parts()).isEqualTo(1);
        assertThat(second.receivedAt()).isEqualTo(NOW);
        assertThat(sandbox.messages().find("nobody")).isEmpty();
        assertThatThrownBy(() -> all.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aMessageInHandDoesNotChangeWhenTheSandboxMovesOn() throws IOException {
        client.sendText("Hello");
        SandboxMessage before = sandbox.messages().all().get(0);

        sandbox.messages().markDelivered(before.id());

        assertThat(before.status()).isEqualTo("queued");
    }

    private String schedule() throws IOException {
        return client.post("/messages/schedule", scheduledBody("2026-03-01T14:30:00Z"))
                .data()
                .get("id")
                .textValue();
    }

    private static String scheduledBody(String sendAt) {
        assertThat(OffsetDateTime.parse(sendAt)).isNotNull();
        return body("{'from':'%s','to':'%s','text':'Later','send_at':'%s'}".formatted(FROM, TO, sendAt));
    }

    private void setClock(Instant time) {
        sandbox.clock().advance(Duration.between(sandbox.clock().now(), time));
    }
}
