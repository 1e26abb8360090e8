package org.telnyx4j.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.RateLimitState;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxError;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.LineType;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.testing.RawServer;

/** Telnyx's responses as the facade returns them, read by a real client from a real server. */
class MessageResultTest {

    private static MessageResult answered(String data, String... headerLines) throws IOException {
        try (RawServer server = RawServer.answering(RawServer.json(200, "{\"data\":" + data + "}", headerLines));
                Telnyx telnyx = client(server).build()) {
            return telnyx.messages().send(message());
        }
    }

    @Test
    void everyFieldIsRead() throws Exception {
        String data = """
                {"id":"m-1","type":"MMS","direction":"outbound",
                 "from":{"phone_number":"+14165550199","carrier":"Telnyx"},
                 "to":[{"phone_number":"+14165550123","status":"queued","carrier":"Bell","line_type":"Wireless"},
                       {"phone_number":"12345","status":"sent"}],
                 "text":"Hello 👋","parts":3,"encoding":"UCS-2","cost":{"amount":"0.0051000","currency":"USD"},
                 "received_at":"2026-03-04T05:06:07.123456+02:00","sent_at":"2026-03-04T05:06:08Z",
                 "completed_at":"2026-03-04T05:06:09Z","valid_until":"2026-03-04T06:06:09Z",
                 "errors":[{"code":"40300","title":"Blocked","detail":"STOP","source":{"pointer":"/to"},
                            "meta":{"url":"https://example.com"}}]}
                """;
        MessageResult result = answered(
                data,
                "x-request-id: req-7",
                "x-ratelimit-limit: 50",
                "x-ratelimit-remaining: 49",
                "x-ratelimit-reset: 1");

        assertThat(result.id()).isEqualTo("m-1");
        assertThat(result.recipients())
                .containsExactly(
                        Recipient.of(MessageRecipient.builder()
                                .phoneNumber("+14165550123")
                                .status(MessageStatus.QUEUED)
                                .carrier("Bell")
                                .lineType(LineType.WIRELESS)
                                .build()),
                        Recipient.of(MessageRecipient.builder()
                                .phoneNumber("12345")
                                .status(MessageStatus.SENT)
                                .build()));
        Recipient first = result.recipients().get(0);
        assertThat(first.phoneNumber()).isEqualTo("+14165550123");
        assertThat(first.status()).hasValue(MessageStatus.QUEUED);
        assertThat(first.carrier()).hasValue("Bell");
        assertThat(first.lineType()).hasValue(LineType.WIRELESS);
        assertThat(result.status()).hasValue(MessageStatus.QUEUED);
        assertThat(result.from()).hasValue("+14165550199");
        assertThat(result.text()).hasValue("Hello 👋");
        assertThat(result.parts()).hasValue(3);
        assertThat(result.encoding()).hasValue("UCS-2");
        assertThat(result.cost()).hasValue(new Cost(new BigDecimal("0.0051000"), "USD"));
        assertThat(result.receivedAt()).hasValue(OffsetDateTime.parse("2026-03-04T05:06:07.123456+02:00"));
        assertThat(result.sentAt()).hasValue(OffsetDateTime.parse("2026-03-04T05:06:08Z"));
        assertThat(result.completedAt()).hasValue(OffsetDateTime.parse("2026-03-04T05:06:09Z"));
        assertThat(result.validUntil()).hasValue(OffsetDateTime.parse("2026-03-04T06:06:09Z"));
        TelnyxError error = result.errors().get(0);
        assertThat(error.code()).isEqualTo("40300");
        assertThat(error.detail()).isEqualTo("STOP");
        assertThat(error.pointer()).isEqualTo("/to");
        assertThat(error.meta()).isEqualTo(Map.of("url", "https://example.com"));
        assertThat(result.requestId()).hasValue("req-7");
        assertThat(result.rateLimit()).hasValue(new RateLimitState(50L, 49L, Duration.ofSeconds(1)));
        assertThat(result.raw().getId()).isEqualTo("m-1");
        assertThat(result)
                .hasToString("MessageResult[id=m-1, recipients=[Recipient[+1416***0123, status=queued], "
                        + "Recipient[***, status=sent]], parts=3, errors=[40300]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"m-1\"}",
                "{\"id\":\"m-1\",\"to\":null,\"from\":null,\"text\":null,\"parts\":null,\"encoding\":null,"
                        + "\"cost\":null,\"received_at\":null,\"sent_at\":null,\"errors\":null}",
                "{\"id\":\"m-1\",\"to\":[],\"from\":{},\"cost\":{},\"errors\":[]}",
                "{\"id\":\"m-1\",\"to\":[null],\"cost\":{\"amount\":null,\"currency\":null},\"errors\":[null]}"
            })
    void whatIsAbsentOrNullIsEmpty(String data) throws Exception {
        MessageResult result = answered(data);
        assertThat(result.recipients()).isEmpty();
        assertThat(result.status()).isEmpty();
        assertThat(result.from()).isEmpty();
        assertThat(result.text()).isEmpty();
        assertThat(result.parts()).isEmpty();
        assertThat(result.encoding()).isEmpty();
        assertThat(result.cost()).isEmpty();
        assertThat(result.receivedAt()).isEmpty();
        assertThat(result.errors()).isEmpty();
        assertThat(result.requestId()).isEmpty();
        assertThat(result.rateLimit()).isEmpty();
        assertThat(result.isAccepted()).isTrue();
        assertThat(result.isFailed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "queued, true, false",
        "sending, true, false",
        "sent, true, false",
        "delivered, true, false",
        "scheduled, true, false",
        "delivery_unconfirmed, true, false",
        "sending_failed, false, true",
        "delivery_failed, false, true",
        "expired, false, true",
        "cancelled, false, false",
        "teleported, true, false"
    })
    void theStatusTellsWhetherItIsAcceptedOrFailed(String status, boolean accepted, boolean failed) throws Exception {
        MessageResult result = answered("{\"id\":\"m-1\",\"to\":[{\"status\":\"" + status + "\"}]}");
        assertThat(result.status()).hasValue(MessageStatus.fromValue(status));
        assertThat(result.isAccepted()).isEqualTo(accepted);
        assertThat(result.isFailed()).isEqualTo(failed);
    }

    @ParameterizedTest
    @CsvSource({
        "queued, false, false, false",
        "sending, false, false, false",
        "sent, false, false, false",
        "scheduled, false, false, false",
        "received, false, false, false",
        "teleported, false, false, false",
        "delivered, true, true, false",
        "delivery_unconfirmed, true, false, false",
        "cancelled, true, false, false",
        "sending_failed, true, false, true",
        "delivery_failed, true, false, true",
        "expired, true, false, true"
    })
    void theStatusTellsWhetherItIsFinalDeliveredOrFailed(
            String status, boolean over, boolean delivered, boolean failed) {
        MessageResult result = MessageResult.fromJson("{\"to\":[{\"status\":\"" + status + "\"}]}");
        assertThat(result.isFinal()).isEqualTo(over);
        assertThat(result.isDelivered()).isEqualTo(delivered);
        Recipient recipient = result.recipients().get(0);
        assertThat(recipient.isFinal()).isEqualTo(over);
        assertThat(recipient.isDelivered()).isEqualTo(delivered);
        assertThat(recipient.isFailed()).isEqualTo(failed);
    }

    @Test
    void allRecipientsMustHaveItBeforeItIsDelivered() {
        assertThat(MessageResult.fromJson("{\"to\":[{\"status\":\"delivered\"},{\"status\":\"sent\"}]}"))
                .satisfies(result -> assertThat(result.isDelivered()).isFalse())
                .satisfies(result -> assertThat(result.isFinal()).isFalse());
        assertThat(MessageResult.fromJson("{}"))
                .satisfies(result -> assertThat(result.isDelivered()).isFalse())
                .satisfies(result -> assertThat(result.isFinal()).isFalse());
    }

    @Test
    void theSenderCanBeANumberAloneAndSoCanTheOthersOfAGroup() throws Exception {
        MessageResult result = answered("""
                {"id":"m-1","from":"+14165550199","cc":["+14165550111","+14165550112"],
                 "to":[{"phone_number":"+14165550123","status":"queued"}]}
                """);
        assertThat(result.from()).hasValue("+14165550199");
        assertThat(result.cc()).extracting(Recipient::phoneNumber).containsExactly("+14165550111", "+14165550112");
        assertThat(result.cc().get(0).status()).isEmpty();
        assertThat(result.status()).hasValue(MessageStatus.QUEUED);
        assertThat(MessageResult.fromJson(result.toJson())).isEqualTo(result);
    }

    @Test
    void aListWithSomethingUnexpectedInItIsReadAllTheSame() throws Exception {
        MessageResult result = answered("""
                {"id":"m-1","to":[null,"+14165550123",7,{"phone_number":"+14165550124","status":"sent"}],
                 "errors":[null,{"code":40300,"title":"Blocked"}]}
                """);
        assertThat(result.recipients())
                .extracting(Recipient::phoneNumber)
                .containsExactly("+14165550123", "+14165550124");
        assertThat(result.recipients().get(1).status()).hasValue(MessageStatus.SENT);
        assertThat(result.errors()).extracting(TelnyxError::code).containsExactly("40300");
    }

    @Test
    void oneRecipientWhoFailedMakesItFailed() throws Exception {
        MessageResult result = answered(
                "{\"id\":\"m-1\",\"to\":[{\"status\":\"delivered\"},{\"status\":\"delivery_failed\"},{\"status\":null}]}");
        assertThat(result.isFailed()).isTrue();
        assertThat(result.isAccepted()).isFalse();
    }

    @Test
    void anErrorWithoutAnyStatusMakesItFailed() throws Exception {
        assertThat(answered("{\"id\":\"m-1\",\"errors\":[{\"code\":\"40300\"}]}")
                        .isFailed())
                .isTrue();
        assertThat(answered("{\"id\":\"m-1\",\"errors\":[{\"code\":\"40300\"}],\"to\":[{\"status\":\"queued\"}]}")
                        .isFailed())
                .isFalse();
    }

    @Test
    void whatTheSpecificationDoesNotKnowIsKept() throws Exception {
        MessageResult result = answered("""
                {"id":"m-1","shiny":{"new":[1,2]},"type":"RCS","direction":"sideways",
                 "to":[{"status":"teleported","line_type":"Satellite","extra":1}]}
                """);
        assertThat(result.raw().getAdditionalProperties()).containsKey("shiny");
        assertThat(result.recipients().get(0).status()).hasValue(MessageStatus.fromValue("teleported"));
        assertThat(result.recipients().get(0).lineType()).hasValue(LineType.fromValue("Satellite"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "", "0,05", "NaN"})
    void aCostThatIsNoNumberIsNoReasonToLoseTheMessage(String amount) throws Exception {
        MessageResult result =
                answered("{\"id\":\"m-1\",\"cost\":{\"amount\":\"" + amount + "\",\"currency\":\"USD\"}}");
        assertThat(result.id()).isEqualTo("m-1");
        assertThat(result.cost()).isEmpty();
    }

    @Test
    void aCostThatIsAJsonNumberIsReadToo() throws Exception {
        MessageResult result = answered("{\"id\":\"m-1\",\"cost\":{\"amount\":0.10,\"currency\":\"USD\"}}");
        assertThat(result.cost())
                .hasValueSatisfying(cost -> assertThat(cost.amount()).isEqualByComparingTo("0.1"));
    }

    @Test
    void retrieveReadsAReceivedMessage() throws Exception {
        String answer = """
                {"data":{"id":"m-2","direction":"inbound","from":{"phone_number":"+14165550123"},
                 "to":[{"phone_number":"+14165550199","status":"delivered"}],"text":"STOP"}}
                """;
        try (RawServer server = RawServer.answering(RawServer.json(200, answer));
                Telnyx telnyx = client(server).build()) {
            MessageResult result = telnyx.messages().retrieve("m-2");
            assertThat(result.text()).hasValue("STOP");
            assertThat(result.from()).hasValue("+14165550123");
            assertThat(server.awaitRequest().requestLine()).isEqualTo("GET /v2/messages/m-2 HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"id\":\"m-3\",\"to\":[{\"phone_number\":\"+14165550123\",\"status\":\"cancelled\"}],"
                        + "\"cost\":null,\"new\":1}}",
                "{\"id\":\"m-3\",\"to\":[{\"phone_number\":\"+14165550123\",\"status\":\"cancelled\"}],\"cost\":null,"
                        + "\"sent_at\":null,\"received_at\":\"2026-03-04T05:06:07Z\",\"new\":1}"
            })
    void cancelReadsItsAnswerWithEnvelopeOrWithout(String answer) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, answer));
                Telnyx telnyx = client(server).build()) {
            MessageResult result = telnyx.messages().cancel("m-3");
            assertThat(result.id()).isEqualTo("m-3");
            assertThat(result.status()).hasValue(MessageStatus.CANCELLED);
            assertThat(result.isAccepted()).isFalse();
            assertThat(result.isFailed()).isFalse();
            assertThat(result.raw().getAdditionalProperties()).containsKey("new");
            assertThat(server.awaitRequest().requestLine()).isEqualTo("DELETE /v2/messages/m-3 HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":null}", "{\"message\":\"ok\"}"})
    void aCancelWhoseAnswerHasNoMessageIsUnreadable(String answer) throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, answer));
                Telnyx telnyx = client(server).build()) {
            TelnyxApiException error = catchThrowableOfType(
                    TelnyxApiException.class, () -> telnyx.messages().cancel("m-3"));
            assertThat(error).isNotNull();
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error).hasMessageStartingWith("messages.cancel failed: HTTP 200, its body has no data");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void anIdThatWouldBeAnotherPathIsRefused(String id) throws Exception {
        try (RawServer server = RawServer.answering("");
                Telnyx telnyx = client(server).build()) {
            for (Runnable call : new Runnable[] {
                () -> telnyx.messages().retrieve(id),
                () -> telnyx.messages().cancel(id),
                () -> telnyx.messages().retrieveGroup(id)
            }) {
                TelnyxValidationException error = catchThrowableOfType(TelnyxValidationException.class, call::run);
                assertThat(error.field().orElseThrow()).isIn("id", "message_id");
            }
            assertThat(server.connections()).isZero();
        }
    }
}
