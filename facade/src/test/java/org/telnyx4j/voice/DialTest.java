package org.telnyx4j.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.AnsweringMachineDetection;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.generated.model.RecordingTrigger;
import org.telnyx4j.generated.model.SipHeader;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

class DialTest {
    private static final String DIALED = "{\"data\":{\"call_control_id\":\"v3:new/leg\",\"call_leg_id\":\"leg\","
            + "\"call_session_id\":\"session\",\"is_alive\":false,\"record_type\":\"call\",\"recording_id\":\"rec\","
            + "\"brand_new\":{\"a\":1}}}";

    private final ScriptedServer server = Calling.server();
    private final Telnyx telnyx = Calling.client(server).from("+14165550199").build();

    @BeforeEach
    void answerWithACall() {
        server.otherwise(Response.json(200, DIALED));
    }

    @AfterEach
    void closeAll() {
        telnyx.close();
        server.close();
    }

    @Test
    void whatIsSetInAWrongTypeIsRefusedAndNotReplacedByADefault() {
        for (String field : List.of("from", "connection_id", "command_id")) {
            Map<String, Object> fields = new HashMap<>(Map.of("to", "+14165550123", "connection_id", "app"));
            fields.put(field, 7);
            OutgoingCall call = OutgoingCall.fromMap(fields);
            assertThatThrownBy(() -> telnyx.calls().dial(call))
                    .isInstanceOf(TelnyxValidationException.class)
                    .hasMessageContaining(field);
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aMinimalCallTakesTheDefaultSenderThatIsAPhoneNumber() {
        PlacedCall call = telnyx.calls()
                .dial(OutgoingCall.builder()
                        .to("+14165550123")
                        .connectionId("app")
                        .build());

        ReceivedRequest received = server.last();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.target()).isEqualTo("/v2/calls");
        ObjectNode body = (ObjectNode) Calling.json(received.body());
        assertThat(body.remove("command_id").textValue())
                .isEqualTo(call.commandId().orElseThrow());
        assertThat(body)
                .isEqualTo(
                        Calling.json("{\"to\":\"+14165550123\",\"from\":\"+14165550199\",\"connection_id\":\"app\"}"));
        assertThat(call.callControlId()).isEqualTo(CallControlId.of("v3:new/leg"));
        assertThat(call.callLegId()).contains("leg");
        assertThat(call.callSessionId()).contains("session");
        assertThat(call.recordingId()).contains("rec");
        assertThat(call.requestId()).contains("req-1");
        assertThat(call.rateLimit()).isPresent();
        assertThat(call.raw().getAdditionalProperties()).containsKey("brand_new");
        assertThat(call)
                .hasToString("PlacedCall[callControlId=v3:new/leg, callLegId=leg, callSessionId=session, "
                        + "commandId=" + call.commandId().orElseThrow() + "]");
    }

    @Test
    void aCallWithAllOptionsSendsExactlyThem() {
        OutgoingCall call = OutgoingCall.builder()
                .to(List.of("+14165550123", "sip:desk@example.com"))
                .connectionId("app")
                .from("+14165550100")
                .fromDisplayName("Help Desk")
                .timeout(Duration.ofSeconds(20))
                .timeLimit(Duration.ofMinutes(2))
                .answeringMachineDetection(AnsweringMachineDetection.DETECT)
                .linkTo(CallControlId.of("v3:first"))
                .bridgeOnAnswer(true)
                .bridgeIntent(true)
                .audioUrl("https://example.com/a.mp3")
                .sendDigitsOnAnswer("W1")
                .sipAuthUsername("user")
                .sipAuthPassword("secret")
                .addSipHeader(SipHeader.Name.USER_TO_USER, "abc")
                .webhookUrl("https://example.com/hook")
                .record(RecordingTrigger.RECORD_FROM_ANSWER)
                .preferredCodecs("G722")
                .billingGroupId("group")
                .addCustomHeader("X-One", "1")
                .commandId("mine")
                .clientState("👋")
                .retryOnTimeout(false)
                .build();

        PlacedCall placed = telnyx.calls().dial(call);

        assertThat(placed.commandId()).contains("mine");
        assertThat(Calling.json(server.last().body()))
                .isEqualTo(Calling.json("{\"to\":[\"+14165550123\",\"sip:desk@example.com\"],\"connection_id\":\"app\","
                        + "\"from\":\"+14165550100\",\"from_display_name\":\"Help Desk\",\"timeout_secs\":20,"
                        + "\"time_limit_secs\":120,\"answering_machine_detection\":\"detect\",\"link_to\":\"v3:first\","
                        + "\"bridge_on_answer\":true,\"bridge_intent\":true,\"audio_url\":\"https://example.com/a.mp3\","
                        + "\"send_digits_on_answer\":\"W1\",\"sip_auth_username\":\"user\","
                        + "\"sip_auth_password\":\"secret\","
                        + "\"sip_headers\":[{\"name\":\"User-to-User\",\"value\":\"abc\"}],"
                        + "\"webhook_url\":\"https://example.com/hook\",\"record\":\"record-from-answer\","
                        + "\"preferred_codecs\":\"G722\",\"billing_group_id\":\"group\","
                        + "\"custom_headers\":[{\"name\":\"X-One\",\"value\":\"1\"}],\"command_id\":\"mine\","
                        + "\"client_state\":\"8J+Riw==\",\"retry_on_timeout\":false}"));
        assertThat(call.toString())
                .contains("to", "from", "client_state", "retry_on_timeout")
                .doesNotContain("416", "desk", "secret", "Help", "8J+Riw");
    }

    @ParameterizedTest
    @CsvSource({
        "call, tenant, client, call",
        "call, tenant,       , call",
        "call,       , client, call",
        "call,       ,       , call",
        "    , tenant, client, tenant",
        "    , tenant,       , tenant",
        "    ,       , client, client"
    })
    void theStrongestLevelThatNamesAnApplicationPlacesTheCall(
            @Nullable String onCall, @Nullable String onTenant, @Nullable String onClient, String expected) {
        Telnyx.Builder client = Calling.client(server).from("+14165550199");
        Tenant.Builder tenant = Tenant.builder("acme");
        OutgoingCall.Builder call = OutgoingCall.builder().to("+14165550123");
        if (onClient != null) {
            client.connectionId(onClient);
        }
        if (onTenant != null) {
            tenant.connectionId(onTenant);
        }
        if (onCall != null) {
            call.connectionId(onCall);
        }
        try (Telnyx own = client.build()) {
            own.withTenant(tenant.build()).calls().dial(call.build());
        }

        assertThat(Calling.json(server.last().body()).get("connection_id").textValue())
                .isEqualTo(expected);
    }

    @Test
    void withoutAnyApplicationTheCallIsRefused() {
        OutgoingCall call = OutgoingCall.builder().to("+14165550123").build();

        assertThatThrownBy(() -> telnyx.calls().dial(call))
                .isInstanceOf(TelnyxValidationException.class)
                .hasMessageContaining("connection_id must be set, on the call, the tenant or the client");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aDefaultApplicationIsNotBlank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tenant.builder("acme").connectionId(" "))
                .withMessage("connectionId must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Telnyx.builder().connectionId(""))
                .withMessage("connectionId must not be blank");
    }

    @Test
    void aTenantsSenderWinsOverTheClients() {
        Tenant tenant = Tenant.builder("acme").from("+14165550111").build();

        telnyx.withTenant(tenant)
                .calls()
                .dial(OutgoingCall.builder()
                        .to("sip:a@example.com")
                        .connectionId("app")
                        .build());

        assertThat(Calling.json(server.last().body()).get("from").textValue()).isEqualTo("+14165550111");
        assertThat(Calling.json(server.last().body()).get("to").textValue()).isEqualTo("sip:a@example.com");
    }

    @Test
    void aDefaultSenderThatCannotCallIsNotSent() {
        Tenant tenant = Tenant.builder("acme").from("ACME Shop").build();
        OutgoingCall call =
                OutgoingCall.builder().to("+14165550123").connectionId("app").build();

        assertThatThrownBy(() -> telnyx.withTenant(tenant).calls().dial(call))
                .isInstanceOfSatisfying(
                        TelnyxValidationException.class,
                        e -> assertThat(e.field()).contains("from"))
                .hasMessageContaining("calls.dial")
                .hasMessageContaining("the default sender is no phone number")
                .hasMessageNotContaining("ACME");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void withoutAnySenderTheCallIsRefused() {
        try (Telnyx noSender = Calling.client(server).build()) {
            OutgoingCall call = OutgoingCall.builder()
                    .to("+14165550123")
                    .connectionId("app")
                    .build();

            assertThatThrownBy(() -> noSender.calls().dial(call))
                    .isInstanceOf(TelnyxValidationException.class)
                    .hasMessageContaining("from must be set, on the call, the tenant or the client");
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aResponseWithoutACallControlIdProvesNothing() {
        server.otherwise(Response.json(200, "{\"data\":{\"call_leg_id\":\"leg\"}}"));
        OutgoingCall call =
                OutgoingCall.builder().to("+14165550123").connectionId("app").build();

        assertThatThrownBy(() -> telnyx.calls().dial(call))
                .isInstanceOfSatisfying(
                        TelnyxException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
                .hasMessageContaining("calls.dial");
    }

    @Test
    void aCallOutlivesItsClientAsJson() {
        PlacedCall call = telnyx.calls()
                .dial(OutgoingCall.builder()
                        .to("+14165550123")
                        .connectionId("app")
                        .build());

        PlacedCall read = PlacedCall.fromJson(call.toJson());

        assertThat(Calling.json(call.toJson())).isEqualTo(Calling.json(DIALED).get("data"));
        assertThat(read).isEqualTo(call).isEqualTo(PlacedCall.fromMap(call.toMap()));
        assertThat(read.callControlId()).isEqualTo(call.callControlId());
        assertThat(read.commandId()).isEmpty();
        assertThat(read.requestId()).isEmpty();
        assertThat(read.rateLimit()).isEmpty();
        assertThatThrownBy(() -> PlacedCall.fromJson("{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("call_control_id must be set");
    }
}
