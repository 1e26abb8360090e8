package org.telnyx4j.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
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
import org.telnyx4j.generated.model.DialRequest;

class DialTest {
    private static final String DIALED = "{\"data\":{\"call_control_id\":\"v3:new/leg\",\"call_leg_id\":\"leg\","
            + "\"call_session_id\":\"session\",\"is_alive\":false,\"record_type\":\"call\",\"recording_id\":\"rec\","
            + "\"brand_new\":{\"a\":1}}}";

    private final CallServer server = new CallServer();
    private final Telnyx telnyx = server.client().from("+14165550199").build();

    @BeforeEach
    void answerWithACall() {
        server.answer(200, DIALED);
    }

    @AfterEach
    void closeAll() {
        telnyx.close();
        server.close();
    }

    @Test
    void aMinimalCallTakesTheDefaultSenderThatIsAPhoneNumber() {
        PlacedCall call = telnyx.calls()
                .dial(OutgoingCall.to("+14165550123").connectionId("app").build());

        CallServer.Received received = server.last();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.target()).isEqualTo("/v2/calls");
        ObjectNode body = (ObjectNode) received.json();
        assertThat(body.remove("command_id").textValue()).isEqualTo(call.commandId());
        assertThat(body)
                .isEqualTo(CallServer.json(
                        "{\"to\":\"+14165550123\",\"from\":\"+14165550199\",\"connection_id\":\"app\"}"));
        assertThat(call.callControlId()).isEqualTo(CallControlId.of("v3:new/leg"));
        assertThat(call.callLegId()).contains("leg");
        assertThat(call.callSessionId()).contains("session");
        assertThat(call.recordingId()).contains("rec");
        assertThat(call.requestId()).contains("req-1");
        assertThat(call.rateLimit()).isPresent();
        assertThat(call.raw().getAdditionalProperties()).containsKey("brand_new");
        assertThat(call)
                .hasToString("PlacedCall[callControlId=v3:new/leg, callLegId=leg, callSessionId=session, "
                        + "commandId=" + call.commandId() + "]");
    }

    @Test
    void aCallWithAllOptionsSendsExactlyThem() {
        OutgoingCall call = OutgoingCall.to("+14165550123", "sip:desk@example.com")
                .connectionId("app")
                .from("+14165550100")
                .fromDisplayName("Help Desk")
                .ringTimeout(Duration.ofSeconds(20))
                .timeLimit(Duration.ofMinutes(2))
                .answeringMachineDetection(DialRequest.AnsweringMachineDetectionEnum.DETECT)
                .linkTo(CallControlId.of("v3:first"))
                .bridgeOnAnswer(true)
                .bridgeIntent(true)
                .audioUrl("https://example.com/a.mp3")
                .sendDigitsOnAnswer("W1")
                .sipAuthUsername("user")
                .sipAuthPassword("secret")
                .userToUserHeader("abc")
                .webhookUrl("https://example.com/hook")
                .recordFromAnswer()
                .preferredCodecs("G722")
                .billingGroupId("group")
                .customHeader("X-One", "1")
                .commandId("mine")
                .clientState("👋")
                .customize(request -> request.retryOnTimeout(false))
                .build();

        PlacedCall placed = telnyx.calls().dial(call);

        assertThat(placed.commandId()).isEqualTo("mine");
        assertThat(server.last().json())
                .isEqualTo(
                        CallServer.json("{\"to\":[\"+14165550123\",\"sip:desk@example.com\"],\"connection_id\":\"app\","
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
                .contains("to", "from", "client_state", "customized")
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
        Telnyx.Builder client = server.client().from("+14165550199");
        Tenant.Builder tenant = Tenant.builder("acme");
        OutgoingCall.Builder call = OutgoingCall.to("+14165550123");
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

        assertThat(server.last().json().get("connection_id").textValue()).isEqualTo(expected);
    }

    @Test
    void withoutAnyApplicationTheCallIsRefused() {
        OutgoingCall call = OutgoingCall.to("+14165550123").build();

        assertThatThrownBy(() -> telnyx.calls().dial(call))
                .isInstanceOf(TelnyxValidationException.class)
                .hasMessageContaining("connection_id must be set, on the call, the tenant or the client");
        assertThat(server.received()).isEmpty();
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
                .dial(OutgoingCall.to("sip:a@example.com").connectionId("app").build());

        assertThat(server.last().json().get("from").textValue()).isEqualTo("+14165550111");
        assertThat(server.last().json().get("to").textValue()).isEqualTo("sip:a@example.com");
    }

    @Test
    void aDefaultSenderThatCannotCallIsNotSent() {
        Tenant tenant = Tenant.builder("acme").from("ACME Shop").build();
        OutgoingCall call = OutgoingCall.to("+14165550123").connectionId("app").build();

        assertThatThrownBy(() -> telnyx.withTenant(tenant).calls().dial(call))
                .isInstanceOfSatisfying(
                        TelnyxValidationException.class,
                        e -> assertThat(e.field()).contains("from"))
                .hasMessageContaining("calls.dial")
                .hasMessageContaining("the default sender is no phone number")
                .hasMessageNotContaining("ACME");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void withoutAnySenderTheCallIsRefused() {
        try (Telnyx noSender = server.client().build()) {
            OutgoingCall call =
                    OutgoingCall.to("+14165550123").connectionId("app").build();

            assertThatThrownBy(() -> noSender.calls().dial(call))
                    .isInstanceOf(TelnyxValidationException.class)
                    .hasMessageContaining("from must be set, on the call, the tenant or the client");
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    void anAnswerWithoutACallControlIdIsCarriedOutButUnusable() {
        server.answer(200, "{\"data\":{\"call_leg_id\":\"leg\"}}");
        OutgoingCall call = OutgoingCall.to("+14165550123").connectionId("app").build();

        assertThatThrownBy(() -> telnyx.calls().dial(call))
                .isInstanceOfSatisfying(
                        TelnyxException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.CARRIED_OUT))
                .hasMessageContaining("calls.dial");
    }
}
