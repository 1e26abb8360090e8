package org.telnyx4j.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.events.CallCorrelation;
import org.telnyx4j.events.TexmlCallback;
import org.telnyx4j.events.TypedEvent;
import org.telnyx4j.events.UnknownEvent;
import org.telnyx4j.events.UnreadableEvent;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.generated.SpecifiedEvents.Specified;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.event.ConferenceEvent;
import org.telnyx4j.generated.event.EventTypes;
import org.telnyx4j.generated.event.LinkEvent;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.event.NumberOrderEvent;
import org.telnyx4j.generated.model.CallState;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.internal.events.ParsedEventBody;

/** Every type of event of the specification has its class, and whatever comes becomes an event. */
class EventsTest {
    private static final String CALL_CONTROL_ID = "v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg";

    private static final List<String> WRONG =
            List.of("{\"x\":[1]}", "[[{}]]", "\"\\u0000x\"", "-1e400", "true", "null");

    static List<Specified> specified() {
        return SpecifiedEvents.all();
    }

    private static WebhookEvent parse(String body) {
        return EventTypes.eventOf(ParsedEventBody.read(body.getBytes(UTF_8)));
    }

    @Test
    void thereAreEventsToTest() {
        assertThat(specified()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("specified")
    void everyTypeOfTheSpecification_hasAClassWithItsPayload(Specified specified) {
        WebhookEvent event = parse(specified.body("{\"id\":\"x\"}"));

        assertThat(event.type()).isEqualTo(specified.type());
        assertThat(event)
                .isInstanceOfSatisfying(
                        TypedEvent.class,
                        typed -> assertThat(typed.payload().getClass().getSimpleName())
                                .isEqualTo(specified.schema()));
        assertThat(event instanceof CallCorrelation)
                .isEqualTo(specified.fields().contains("call_control_id") || event instanceof CallEvent);
    }

    @Test
    void everyClass_standsForATypeOfTheSpecification() {
        Set<Class<?>> reached = new LinkedHashSet<>();
        for (Specified specified : specified()) {
            assertThat(reached.add(parse(specified.body("{\"id\":\"x\"}")).getClass()))
                    .as(specified.type())
                    .isTrue();
        }

        List<? extends Class<?>> leaves = Generated.classesIn("event").stream()
                .filter(type -> type != EventTypes.class)
                .peek(family -> assertThat(family.isSealed()).isTrue())
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .peek(leaf -> assertThat(Modifier.isFinal(leaf.getModifiers())).isTrue())
                .toList();
        assertThat(leaves.stream().map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(
                        reached.stream().map(Class::getName).toList());
    }

    @Test
    void everyCallEvent_isNamedAsItsTypeIs() {
        for (Specified specified : specified()) {
            WebhookEvent event = parse(specified.body("{\"id\":\"x\"}"));
            if (event instanceof CallEvent) {
                assertThat(event.getClass().getSimpleName())
                        .isEqualToIgnoringCase(
                                specified.type().replaceFirst("^call\\.", "").replaceAll("[^A-Za-z0-9]", ""));
            }
        }
    }

    /** Each field of each payload gets six wrong values; nothing else may suffer from it. */
    @ParameterizedTest
    @MethodSource("specified")
    void aWrongValue_costsOneFieldAndNothingElse(Specified specified) {
        for (String field : specified.fields()) {
            for (String wrong : WRONG) {
                WebhookEvent event = parse(specified.body("{\"" + field + "\":" + wrong + ",\"an_addition\":7}"));

                if (specified.hasPayload()) {
                    assertThat(event.type()).isEqualTo(specified.type());
                    assertThat(event.id()).contains("0ccc7b54-4df3-4bca-a65a-3da1ecc777f0");
                    assertThat(event.unreadableFields())
                            .allSatisfy(pointer -> assertThat(pointer).startsWith("/" + field));
                    assertThat(((TypedEvent<?>) event).payload().getAdditionalProperties())
                            .containsEntry("an_addition", 7);
                }
            }
        }
    }

    @Test
    void aCallEvent_hasWhatAllCallEventsHave() {
        WebhookEvent event = parse(answered("0ccc7b54"));

        assertThat(event.id()).contains("0ccc7b54");
        assertThat(event.type()).isEqualTo("call.answered");
        assertThat(event.occurredAt()).contains(Instant.parse("2026-03-04T05:06:07.250Z"));
        assertThat(event.attempt()).hasValue(1);
        assertThat(event.deliveredTo()).contains("https://example.com/telnyx");
        assertThat(event.unreadableFields()).isEmpty();
        assertThat(event).isInstanceOfSatisfying(CallEvent.Answered.class, answered -> {
            assertThat(answered.callControlId()).contains(CallControlId.of(CALL_CONTROL_ID));
            assertThat(answered.callLegId()).contains("428c31b6-7af4-4bcb-b7f5-5013ef9657c1");
            assertThat(answered.callSessionId()).contains("428c31b6-abf3-3bc1-b7f4-5013ef9657c1");
            assertThat(answered.clientState()).contains("order-4711");
            assertThat(answered.payload().getClientState()).isEqualTo("order-4711");
            assertThat(answered.payload().getFrom()).isEqualTo("+14165550123");
            assertThat(answered.payload().getState()).isEqualTo(CallState.ANSWERED);
        });
    }

    @Test
    void aMessageEvent_bringsTheMessage() {
        WebhookEvent event = parse(body("message.finalized", "e1", "{\"id\":\"m1\",\"text\":\"Hi\"}"));

        assertThat(event).isInstanceOfSatisfying(MessageEvent.Finalized.class, finalized -> {
            assertThat(finalized.message().getId()).isEqualTo("m1");
            assertThat(finalized.message()).isSameAs(finalized.payload());
        });
    }

    @Test
    void anOrderThatIsDone_bringsTheOrder() {
        WebhookEvent event = parse(body("number_order.complete", "e1", "{\"id\":\"o1\",\"phone_numbers_count\":1}"));

        assertThat(event)
                .isInstanceOfSatisfying(
                        NumberOrderEvent.Complete.class,
                        order -> assertThat(order.payload().getPhoneNumbersCount())
                                .isEqualTo(1));
    }

    @Test
    void aConference_isAFamilyOfItsOwnWithTheIdsOfTheLeg() {
        WebhookEvent event =
                parse(body("conference.participant.joined", "e1", "{\"call_leg_id\":\"l1\",\"conference_id\":\"c1\"}"));

        assertThat(event).isInstanceOf(ConferenceEvent.ParticipantJoined.class);
        assertThat(((CallCorrelation) event).callLegId()).contains("l1");
    }

    @Test
    void aClick_hasNeitherIdNorTypeAndIsKnownByItsRecord() {
        WebhookEvent event = parse("""
                {"data":{"record_type":"link_clicked","message_id":"40385f64-5717-4562-b3fc-2c963f66afa6",
                 "to":"14165550123","url":"https://example.com/a","time_clicked":"2026-03-04T05:06:07Z"}}
                """);

        assertThat(event.id()).isEmpty();
        assertThat(event.occurredAt()).isEmpty();
        assertThat(event.attempt()).isEmpty();
        assertThat(event)
                .isInstanceOfSatisfying(
                        LinkEvent.Clicked.class,
                        click -> assertThat(click.payload().getUrl()).isEqualTo("https://example.com/a"));
    }

    @Test
    void withoutAnEnvelope_theFieldsAreThoseOfTheBody() {
        WebhookEvent event = parse("""
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
    void withoutAPayload_theFieldsAreThoseOfTheEvent() {
        WebhookEvent event = parse("{\"event_type\":\"call.hangup\",\"id\":\"e8\",\"call_control_id\":\"v3:abc\"}");

        assertThat(event).isInstanceOfSatisfying(CallEvent.Hangup.class, hangup -> {
            assertThat(hangup.callControlId()).contains(CallControlId.of("v3:abc"));
            assertThat(hangup.payload().getCallControlId()).isEqualTo("v3:abc");
        });
    }

    @Test
    void anUnknownType_bringsItsFields() {
        WebhookEvent event = parse(body("call.of.tomorrow", "e2", "{\"reason\":\"all_left\",\"cost\":0.10}"));

        assertThat(event).isInstanceOfSatisfying(UnknownEvent.class, unknown -> {
            assertThat(unknown.type()).isEqualTo("call.of.tomorrow");
            assertThat(unknown.id()).contains("e2");
            assertThat(unknown.fields()).containsEntry("reason", "all_left");
            assertThat(unknown.fields().get("cost")).hasToString("0.10");
            assertThat(unknown.rawBody()).contains("\"call.of.tomorrow\"");
        });
    }

    @Test
    void aBodyWithoutAnyOfIt_isUnknownAndKeepsItsFields() {
        WebhookEvent event = parse("{\"campaignId\":\"c1\",\"status\":\"ACTIVE\",\"data\":\"no object\"}");

        assertThat(event).isInstanceOfSatisfying(UnknownEvent.class, unknown -> {
            assertThat(unknown.type()).isEqualTo("unknown");
            assertThat(unknown.fields()).containsEntry("campaignId", "c1");
        });
    }

    @Test
    void envelopesWithWrongValues_hideNothingElse() {
        WebhookEvent event = parse("""
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
    void whatIsWrongInAPayload_isNamedAndTheRestIsThere() {
        WebhookEvent event = parse(body("message.finalized", "e3", """
                {"id":"m1","parts":"many","to":[{"phone_number":"+14165550123","status":{"no":1}}],
                 "media":[{},17],"sent_at":"some day","text":"Hello"}
                """));

        assertThat(event.id()).contains("e3");
        assertThat(event.unreadableFields()).containsExactlyInAnyOrder("/parts", "/to/0/status", "/media", "/sent_at");
        assertThat(event).isInstanceOfSatisfying(MessageEvent.Finalized.class, finalized -> {
            assertThat(finalized.message().getText()).isEqualTo("Hello");
            assertThat(finalized.message().getTo()).hasSize(1);
            assertThat(finalized.rawBody()).contains("some day");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"text\"", "[]", "17"})
    void aPayloadThatIsNoObject_leavesAnEmptyOne(String payload) {
        WebhookEvent event = parse(body("call.answered", "e4", payload));

        assertThat(event.id()).contains("e4");
        assertThat(event.unreadableFields()).containsExactly("");
        assertThat(event).isInstanceOfSatisfying(CallEvent.Answered.class, answered -> {
            assertThat(answered.payload().getTo()).isNull();
            assertThat(answered.callControlId()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"+14165550123", "", "sip:somebody@example.com"})
    void aCallControlIdThatIsNone_isLeftOut(String id) {
        WebhookEvent event = parse(body("call.answered", "e6", "{\"call_control_id\":\"" + id + "\"}"));

        assertThat(((CallEvent) event).callControlId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "/w=="})
    void aClientStateThatIsNoText_isLeftOut(String state) {
        WebhookEvent event = parse(body("call.answered", "e6", "{\"client_state\":\"" + state + "\"}"));

        assertThat(((CallEvent) event).clientState()).isEmpty();
    }

    @Test
    void theFieldsOfAForm_areACallback() throws Exception {
        WebhookEvent event =
                parse("CallSid=v3%3Aabc&CallStatus=in-progress&From=%2B14165550123&Digits=1&Digits=2&Speech="
                        + "gr%C3%BC%C3%9F+dich&Empty=&Odd=100%");

        assertThat(event.type()).isEqualTo("texml");
        assertThat(event.id()).isEmpty();
        assertThat(event.toJson()).startsWith("{\"CallSid\":[\"v3:abc\"],\"CallStatus\"");
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
    void whatIsNeither_isUnreadableAndKeepsItsBytes(String body) {
        WebhookEvent event = parse(body);

        assertThat(event)
                .isInstanceOfSatisfying(
                        UnreadableEvent.class,
                        unreadable -> assertThat(unreadable.reason()).isNotBlank());
        assertThat(event.type()).isEqualTo("unreadable");
        assertThat(event.rawBody()).isEqualTo(body);
    }

    @Test
    void bytesThatAreNoText_areUnreadable() {
        byte[] body = answered("x").getBytes(UTF_8);
        body[body.length / 2] = (byte) 0xC0;

        assertThat(EventTypes.eventOf(ParsedEventBody.read(body))).isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1_000, 100_000})
    void nestingWithoutEnd_isUnreadable(int depth) {
        for (Map.Entry<String, String> bracket :
                Map.of("[", "]", "{\"a\":", "}").entrySet()) {
            String open = bracket.getKey().repeat(depth);
            String close = bracket.getValue().repeat(depth);

            assertThat(parse("{\"data\":" + open)).isInstanceOf(UnreadableEvent.class);
            assertThat(parse("{\"data\":" + open + "1" + close + "}")).isInstanceOf(UnreadableEvent.class);
            assertThat(parse(open + "1" + close)).isInstanceOf(UnreadableEvent.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "-1e-1000000000", "99999999999999999999999999", "1e999"})
    void numbersBeyondAllRanges_takeNoTime(String number) {
        WebhookEvent unknown = parse(body("x", "e1", "{\"n\":" + number + "}"));
        WebhookEvent order = parse(body("number_order.complete", "e1", "{\"phone_numbers_count\":" + number + "}"));

        assertThat(((UnknownEvent) unknown).fields()).containsKey("n");
        assertThat(order.id()).contains("e1");
    }

    @Test
    void ofTwoFieldsWithOneName_theLastCounts() {
        assertThat(parse("{\"event_type\":\"a\",\"event_type\":\"b\"}").type()).isEqualTo("b");
    }

    @Test
    void anEvent_canBeStoredAsJsonAndWrittenByJackson() throws Exception {
        String body = answered("e1").replaceAll("\\s", "");
        WebhookEvent event = parse(body);

        assertThat(event.toJson()).isEqualTo(body);
        assertThat(new ObjectMapper().writeValueAsString(event)).isEqualTo(body);
        assertThat(parse(event.toJson())).isInstanceOf(CallEvent.Answered.class);
    }

    @Test
    void noText_containsWhatIsPrivate() {
        List<WebhookEvent> events = List.of(
                parse(body("message.received", "e1", "{\"text\":\"Your code is 123456\"}")),
                parse(answered("e2")),
                parse("From=%2B14165550123&Text=Your+code+is+123456"),
                parse("Your code is 123456, +14165550123"),
                parse(body("new.type", "e3", "{\"text\":\"Your code is 123456\"}")));

        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.toString()).doesNotContain("123456", "4165550123", "example.com"));
        assertThat(events.get(1))
                .hasToString("Answered[type=call.answered, id=e2, occurredAt=2026-03-04T05:06:07.250Z, attempt=1]");
    }

    private static String answered(String id) {
        return body("call.answered", id, """
                {"call_control_id":"%s","call_leg_id":"428c31b6-7af4-4bcb-b7f5-5013ef9657c1",
                 "call_session_id":"428c31b6-abf3-3bc1-b7f4-5013ef9657c1","client_state":"b3JkZXItNDcxMQ==",
                 "connection_id":"1684641123236054244","custom_headers":[{"name":"X-Ticket","value":"17"}],
                 "from":"+14165550123","to":"+14165550199","start_time":"2026-03-04T05:06:00Z","state":"answered"}
                """.formatted(CALL_CONTROL_ID));
    }

    static String body(String type, String id, String payload) {
        return """
                {"data":{"event_type":"%s","id":"%s","occurred_at":"2026-03-04T05:06:07.250Z",
                 "payload":%s,"record_type":"event"},
                 "meta":{"attempt":1,"delivered_to":"https://example.com/telnyx"}}
                """.formatted(type, id, payload);
    }
}
