package org.telnyx4j.events.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.events.TexmlCallback;
import org.telnyx4j.events.UnreadableEvent;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.event.NumberOrderEvent;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.generated.model.NumberOrderStatus;
import org.telnyx4j.json.JsonFormatException;

/** From verified bytes, and from what was stored. What becomes of each body is tested where events are generated. */
class WebhookEventsTest {
    private static final String LINK_CLICKED = """
            {"data":{"record_type":"link_clicked","message_id":"40385f64-5717-4562-b3fc-2c963f66afa6",
             "to":"14165550123","url":"https://example.com/a","time_clicked":"2026-03-04T05:06:07Z"}}
            """;

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

    @Test
    void bytesThatAreNoTextAreUnreadable() {
        byte[] body = Webhooks.answered("x").getBytes(StandardCharsets.UTF_8);
        body[body.length / 2] = (byte) 0xC0;

        assertThat(WebhookEvents.parse(Webhooks.verified(body))).isInstanceOf(UnreadableEvent.class);
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
