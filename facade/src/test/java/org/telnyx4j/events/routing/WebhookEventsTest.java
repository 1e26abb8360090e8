package org.telnyx4j.events.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.events.TexmlCallback;
import org.telnyx4j.events.UnknownEvent;
import org.telnyx4j.events.UnreadableEvent;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.event.LinkEvent;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.event.NumberOrderEvent;
import org.telnyx4j.generated.model.CallState;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.json.JsonFormatException;

class WebhookEventsTest {
    private static final String LINK_CLICKED = """
            {"data":{"record_type":"link_clicked","message_id":"40385f64-5717-4562-b3fc-2c963f66afa6",
             "to":"14165550123","url":"https://example.com/a","time_clicked":"2026-03-04T05:06:07Z"}}
            """;

    @Test
    void aCallEventHasWhatAllCallEventsHave() {
        WebhookEvent event = Webhooks.parse(Webhooks.answered("0ccc7b54"));

        assertThat(event.id()).contains("0ccc7b54");
        assertThat(event.type()).isEqualTo("call.answered");
        assertThat(event.occurredAt()).contains(Instant.parse("2026-03-04T05:06:07.250Z"));
        assertThat(event.attempt()).hasValue(1);
        assertThat(event.deliveredTo()).contains("https://example.com/telnyx");
        assertThat(event.unreadableFields()).isEmpty();
        assertThat(event).isInstanceOfSatisfying(CallEvent.Answered.class, answered -> {
            assertThat(answered.callControlId()).contains(CallControlId.of(Webhooks.CALL_CONTROL_ID));
            assertThat(answered.callLegId()).contains("428c31b6-7af4-4bcb-b7f5-5013ef9657c1");
            assertThat(answered.callSessionId()).contains("428c31b6-abf3-3bc1-b7f4-5013ef9657c1");
            assertThat(answered.clientState()).contains("order-4711");
            assertThat(answered.payload().getFrom()).isEqualTo("+14165550123");
            assertThat(answered.payload().getState()).isEqualTo(CallState.ANSWERED);
        });
    }

    @Test
    void aMessageEventBringsTheMessage() {
        WebhookEvent event = Webhooks.parse(Webhooks.message("message.finalized", "e1", "delivered"));

        assertThat(event).isInstanceOfSatisfying(MessageEvent.Finalized.class, finalized -> {
            assertThat(finalized.message().getId()).isEqualTo("40385f64-5717-4562-b3fc-2c963f66afa6");
            assertThat(finalized.message().getTo())
                    .singleElement()
                    .extracting(MessageRecipient::getStatus)
                    .isEqualTo(MessageStatus.DELIVERED);
            assertThat(finalized.payload().getText()).isEqualTo("Your code is 123456");
        });
    }

    @Test
    void anEndedOrderBringsTheOrder() {
        WebhookEvent event = Webhooks.parse(Webhooks.body("number_order.complete", "e1", """
                {"id":"12ade33a-21c0-473b-b055-b3c836e1c292","record_type":"number_order","status":"success",
                 "phone_numbers_count":1,"customer_reference":"order-4711",
                 "phone_numbers":[{"id":"dc8e4d67-33a0-4cbb-af74-7b58f05bd494","record_type":"number_order_phone_number",
                 "phone_number":"+14165550150","status":"success","regulatory_requirements":[]}]}
                """));

        assertThat(event).isInstanceOfSatisfying(NumberOrderEvent.Complete.class, order -> {
            assertThat(order.payload().getStatus()).isEqualTo(NumberOrderStatus.SUCCESS);
            assertThat(order.payload().getPhoneNumbers()).hasSize(1);
        });
    }

    @Test
    void aClickHasNeitherIdNorTypeAndIsKnownByItsRecord() {
        WebhookEvent event = Webhooks.parse(LINK_CLICKED);

        assertThat(event.id()).isEmpty();
        assertThat(event.occurredAt()).isEmpty();
        assertThat(event.attempt()).isEmpty();
        assertThat(event)
                .isInstanceOfSatisfying(
                        LinkEvent.Clicked.class,
                        click -> assertThat(click.payload().getUrl()).isEqualTo("https://example.com/a"));
    }

    @Test
    void withoutAnEnvelopeTheFieldsAreThoseOfTheBody() {
        WebhookEvent event = Webhooks.parse("""
                {"record_type":"event","event_type":"call.hangup","id":"e7","occurred_at":"2026-03-04T05:06:07Z",
                 "payload":{"call_control_id":"v3:abc","hangup_cause":"normal_clearing"}}
                """);

        assertThat(event.id()).contains("e7");
        assertThat(event)
                .isInstanceOfSatisfying(
                        CallEvent.Hangup.class,
                        hangup -> assertThat(hangup.payload().getHangupCause()).hasToString("normal_clearing"));
    }

    @Test
    void withoutAPayloadTheFieldsAreThoseOfTheEvent() {
        WebhookEvent event =
                Webhooks.parse("{\"event_type\":\"call.hangup\",\"id\":\"e8\",\"call_control_id\":\"v3:abc\"}");

        assertThat(event).isInstanceOfSatisfying(CallEvent.Hangup.class, hangup -> {
            assertThat(hangup.callControlId()).contains(CallControlId.of("v3:abc"));
            assertThat(hangup.payload().getCallControlId()).isEqualTo("v3:abc");
        });
    }

    @Test
    void anUnknownTypeBringsItsFields() {
        WebhookEvent event = Webhooks.parse(Webhooks.body("fax.sent", "e2", "{\"reason\":\"all_left\",\"cost\":0.10}"));

        assertThat(event).isInstanceOfSatisfying(UnknownEvent.class, unknown -> {
            assertThat(unknown.type()).isEqualTo("fax.sent");
            assertThat(unknown.id()).contains("e2");
            assertThat(unknown.fields()).containsEntry("reason", "all_left");
            assertThat(unknown.fields().get("cost")).hasToString("0.10");
            assertThat(unknown.rawBody()).contains("\"fax.sent\"");
        });
    }

    @Test
    void aBodyWithoutAnyOfItIsUnknownAndKeepsItsFields() {
        WebhookEvent event = Webhooks.parse("{\"campaignId\":\"c1\",\"status\":\"ACTIVE\",\"data\":\"no object\"}");

        assertThat(event).isInstanceOfSatisfying(UnknownEvent.class, unknown -> {
            assertThat(unknown.type()).isEqualTo("unknown");
            assertThat(unknown.fields()).containsEntry("campaignId", "c1");
        });
    }

    @Test
    void envelopesWithWrongValuesHideNothingElse() {
        WebhookEvent event = Webhooks.parse("""
                {"data":{"event_type":"call.hold","id":7,"occurred_at":"yesterday","payload":{"to":"+14165550123"}},
                 "meta":{"attempt":1e1000000000,"delivered_to":{}}}
                """);

        assertThat(event).isInstanceOf(CallEvent.Hold.class);
        assertThat(event.id()).isEmpty();
        assertThat(event.occurredAt()).isEmpty();
        assertThat(event.attempt()).isEmpty();
        assertThat(event.deliveredTo()).isEmpty();
    }

    @Test
    void whatIsWrongInAPayloadIsNamedAndTheRestIsThere() {
        WebhookEvent event = Webhooks.parse(Webhooks.body("message.finalized", "e3", """
                {"id":"m1","parts":"many","to":[{"phone_number":"+14165550123","status":{"no":1}}],"tags":["a",17],
                 "sent_at":"some day","text":"Hello"}
                """));

        assertThat(event.id()).contains("e3");
        assertThat(event.unreadableFields()).containsExactlyInAnyOrder("/parts", "/to/0/status", "/tags", "/sent_at");
        assertThat(event).isInstanceOfSatisfying(MessageEvent.Finalized.class, finalized -> {
            assertThat(finalized.message().getText()).isEqualTo("Hello");
            assertThat(finalized.message().getTo())
                    .singleElement()
                    .extracting(MessageRecipient::getPhoneNumber)
                    .isEqualTo("+14165550123");
            assertThat(finalized.rawBody()).contains("some day");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"text\"", "[]", "17"})
    void aPayloadThatIsNoObjectLeavesAnEmptyOne(String payload) {
        WebhookEvent event = Webhooks.parse(Webhooks.body("call.answered", "e4", payload));

        assertThat(event.id()).contains("e4");
        assertThat(event.unreadableFields()).containsExactly("");
        assertThat(event).isInstanceOfSatisfying(CallEvent.Answered.class, answered -> {
            assertThat(answered.payload().getTo()).isNull();
            assertThat(answered.callControlId()).isEmpty();
        });
    }

    @Test
    void howeverManyFieldsAreWrongTheRestIsThere() {
        String wrong = "{\"no\":1},".repeat(40);
        WebhookEvent event = Webhooks.parse(
                Webhooks.body("call.answered", "e5", "{\"tags\":[" + wrong + "\"x\"],\"to\":\"+14165550123\"}"));

        assertThat(event.id()).contains("e5");
        assertThat(event.unreadableFields()).containsExactly("/tags");
        assertThat(event)
                .isInstanceOfSatisfying(
                        CallEvent.Answered.class,
                        answered -> assertThat(answered.payload().getTo()).isEqualTo("+14165550123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+14165550123", "", "sip:somebody@example.com"})
    void aCallControlIdThatIsNoneIsLeftOut(String id) {
        WebhookEvent event =
                Webhooks.parse(Webhooks.body("call.answered", "e6", "{\"call_control_id\":\"" + id + "\"}"));

        assertThat(((CallEvent) event).callControlId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "/w=="})
    void aClientStateThatIsNoTextIsLeftOut(String state) {
        WebhookEvent event =
                Webhooks.parse(Webhooks.body("call.answered", "e6", "{\"client_state\":\"" + state + "\"}"));

        assertThat(((CallEvent) event).clientState()).isEmpty();
    }

    @Test
    void theFieldsOfAFormAreACallback() {
        WebhookEvent event =
                Webhooks.parse("CallSid=v3%3Aabc&CallStatus=in-progress&From=%2B14165550123&Digits=1&Digits=2&Speech="
                        + "gr%C3%BC%C3%9F+dich&Empty=&Odd=100%");

        assertThat(event.type()).isEqualTo("texml");
        assertThat(event.id()).isEmpty();
        assertThat(event).isInstanceOfSatisfying(TexmlCallback.class, callback -> {
            assertThat(callback.callSid()).contains("v3:abc");
            assertThat(callback.callStatus()).contains("in-progress");
            assertThat(callback.parameter("Speech")).contains("grüß dich");
            assertThat(callback.parameter("Odd")).contains("100%");
            assertThat(callback.parameter("Absent")).isEmpty();
            assertThat(callback.parameters())
                    .containsEntry("Digits", List.of("1", "2"))
                    .containsEntry("Empty", List.of(""))
                    .containsOnlyKeys("CallSid", "CallStatus", "From", "Digits", "Speech", "Empty", "Odd");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "17",
                "\"text\"",
                "{",
                "{}{}",
                "{\"data\":",
                "hello",
                "hello world",
                "=x",
                "&&&",
                "<html a='b'>",
                "{\"a\":\"\u0001\"}",
                "a=b c",
                "=",
                "NaN"
            })
    void whatIsNeitherIsUnreadableAndKeepsItsBytes(String body) {
        WebhookEvent event = Webhooks.parse(body);

        assertThat(event)
                .isInstanceOfSatisfying(
                        UnreadableEvent.class,
                        unreadable -> assertThat(unreadable.reason()).isNotBlank());
        assertThat(event.type()).isEqualTo("unreadable");
        assertThat(event.rawBody()).isEqualTo(body);
    }

    @Test
    void bytesThatAreNoTextAreUnreadable() {
        byte[] body = Webhooks.answered("x").getBytes(StandardCharsets.UTF_8);
        body[body.length / 2] = (byte) 0xC0;

        assertThat(WebhookEvents.parse(Webhooks.verified(body))).isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1_000, 100_000})
    void nestingWithoutEndIsUnreadable(int depth) {
        for (Map.Entry<String, String> bracket :
                Map.of("[", "]", "{\"a\":", "}").entrySet()) {
            String open = bracket.getKey().repeat(depth);
            String close = bracket.getValue().repeat(depth);

            assertThat(Webhooks.parse("{\"data\":" + open)).isInstanceOf(UnreadableEvent.class);
            assertThat(Webhooks.parse("{\"data\":" + open + "1" + close + "}")).isInstanceOf(UnreadableEvent.class);
            assertThat(Webhooks.parse(open + "1" + close)).isInstanceOf(UnreadableEvent.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "-1e-1000000000", "99999999999999999999999999", "1e999"})
    void numbersBeyondAllRangesTakeNoTime(String number) {
        WebhookEvent unknown = Webhooks.parse(Webhooks.body("x", "e1", "{\"n\":" + number + "}"));
        WebhookEvent order = Webhooks.parse(
                Webhooks.body("number_order.complete", "e1", "{\"phone_numbers_count\":" + number + "}"));

        assertThat(((UnknownEvent) unknown).fields()).containsKey("n");
        assertThat(order.id()).contains("e1");
    }

    @Test
    void ofTwoFieldsWithOneNameTheLastCounts() {
        assertThat(Webhooks.parse("{\"event_type\":\"a\",\"event_type\":\"b\"}").type())
                .isEqualTo("b");
    }

    @Test
    void noStringShowsWhatIsPrivate() {
        List<WebhookEvent> events = List.of(
                Webhooks.parse(Webhooks.message("message.received", "e1", "webhook_delivered")),
                Webhooks.parse(Webhooks.answered("e2")),
                Webhooks.parse(LINK_CLICKED),
                Webhooks.parse("From=%2B14165550123&Text=Your+code+is+123456"),
                Webhooks.parse("Your code is 123456, +14165550123"),
                Webhooks.parse(Webhooks.body("new.type", "e3", "{\"text\":\"Your code is 123456\"}")));

        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.toString()).doesNotContain("123456", "4165550123", "example.com"));
        assertThat(events.get(1))
                .hasToString("Answered[type=call.answered, id=e2, occurredAt=2026-03-04T05:06:07.250Z, attempt=1]");
    }

    @Test
    void aStoredEventIsReadBack() {
        for (String body : List.of(
                Webhooks.answered("e1"),
                Webhooks.message("message.finalized", "e2", "delivered"),
                LINK_CLICKED,
                Webhooks.body("fax.sent", "e3", "{\"cost\":0.10}"))) {
            WebhookEvent event = Webhooks.parse(body);

            WebhookEvent again = WebhookEvents.fromJson(event.toJson());

            assertThat(again).hasSameClassAs(event).hasToString(event.toString());
            assertThat(again.toMap()).isEqualTo(event.toMap());
            assertThat(again.rawBody()).isEqualTo(body);
        }
    }

    @Test
    void aStoredCallbackHasItsFieldsAgain() {
        WebhookEvent event = Webhooks.parse("CallSid=v3%3Aabc&Digits=1&Digits=2&Empty=");

        assertThat(WebhookEvents.fromJson(event.toJson()))
                .isInstanceOfSatisfying(
                        TexmlCallback.class,
                        callback -> assertThat(callback.parameters())
                                .isEqualTo(((TexmlCallback) event).parameters())
                                .containsEntry("Digits", List.of("1", "2"))
                                .containsEntry("Empty", List.of("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "17", "{", "a=b", "{}{}"})
    void whatIsNoJsonObjectIsNoStoredEvent(String json) {
        assertThatThrownBy(() -> WebhookEvents.fromJson(json)).isInstanceOf(JsonFormatException.class);
    }
}
