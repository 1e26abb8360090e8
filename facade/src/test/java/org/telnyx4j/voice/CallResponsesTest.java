package org.telnyx4j.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.AnswerCallRequest;
import org.telnyx4j.generated.model.CallerIdPrivacy;
import org.telnyx4j.generated.model.CustomSipHeader;
import org.telnyx4j.generated.model.HangupCallRequest;
import org.telnyx4j.generated.model.SpeakRequest;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

class CallResponsesTest {
    private static final CallControlId ID = CallControlId.of("v3:a/b");

    private final ScriptedServer server = Calling.server();
    private final Telnyx telnyx = Calling.client(server).build();

    @AfterEach
    void closeAll() {
        telnyx.close();
        server.close();
    }

    @Test
    void fieldsThatNobodyKnowsAreKept() {
        server.otherwise(Response.json(
                200, "{\"data\":{\"result\":\"queued\",\"recording_id\":\"rec\",\"more\":1},\"meta\":{}}"));

        CallCommandOutcome outcome = telnyx.calls()
                .answer(ID, AnswerCallRequest.builder().commandId("mine").build());

        assertThat(outcome.status()).contains("queued");
        assertThat(outcome.recordingId()).contains("rec");
        assertThat(outcome.raw().getAdditionalProperties()).isEqualTo(Map.of("more", 1));
        assertThat(outcome)
                .hasToString("CallCommandOutcome[action=answer, status=queued, callControlId=v3:a/b, commandId=mine]");
    }

    @Test
    void theStateOfALegIsRead() {
        server.otherwise(Response.json(
                200,
                "{\"data\":{\"call_control_id\":\"v3:a/b\",\"call_leg_id\":\"leg\",\"call_session_id\":\"session\","
                        + "\"is_alive\":true,\"record_type\":\"call\",\"call_duration\":50,\"client_state\":\"8J+Riw==\","
                        + "\"start_time\":\"2026-01-23T18:10:02.574Z\",\"end_time\":\"soon\",\"more\":1}}"));

        CallInfo info = telnyx.calls().retrieve(ID, RequestOptions.timeout(Duration.ofSeconds(5)));

        assertThat(server.last().method()).isEqualTo("GET");
        assertThat(server.last().target()).isEqualTo("/v2/calls/v3%3Aa%2Fb");
        assertThat(info.callControlId()).isEqualTo(ID);
        assertThat(info.callLegId()).contains("leg");
        assertThat(info.callSessionId()).contains("session");
        assertThat(info.isAlive()).isTrue();
        assertThat(info.duration()).contains(Duration.ofSeconds(50));
        assertThat(info.clientState()).contains("👋");
        assertThat(info.startedAt()).contains(OffsetDateTime.parse("2026-01-23T18:10:02.574Z"));
        assertThat(info.endedAt()).as("unreadable").isEmpty();
        assertThat(info.raw().getEndTime()).isEqualTo("soon");
        assertThat(info.requestId()).contains("req-1");
        assertThat(info.rateLimit()).isPresent();
        assertThat(info)
                .hasToString("CallInfo[callControlId=v3:a/b, callLegId=leg, callSessionId=session, alive=true]");
    }

    @Test
    void aStateThatSaysNextToNothingIsReadToo() {
        server.otherwise(Response.json(200, "{\"data\":{\"client_state\":\"not base64!\"}}"));

        CallInfo info = telnyx.calls().retrieve(ID);

        assertThat(info.isAlive()).isFalse();
        assertThat(info.duration()).isEmpty();
        assertThat(info.startedAt()).isEmpty();
        assertThat(info.clientState()).isEmpty();
    }

    @Test
    void anEndedCallIsAnApiErrorWithTheOperationsName() {
        server.otherwise(Response.json(404, "{\"errors\":[{\"code\":\"10005\",\"title\":\"Resource not found\"}]}"));

        assertThatThrownBy(() -> telnyx.calls().hangUp(ID))
                .isInstanceOfSatisfying(
                        TelnyxApiException.class,
                        e -> assertThat(e.httpStatus()).hasValue(404))
                .hasMessageContaining("calls.hang_up")
                .hasMessageContaining("10005");
        assertThatThrownBy(() -> telnyx.calls().retrieve(ID))
                .isInstanceOf(TelnyxApiException.class)
                .hasMessageContaining("calls.retrieve");
        assertThatThrownBy(() -> telnyx.calls().updateClientState(ID, "x"))
                .isInstanceOf(TelnyxApiException.class)
                .hasMessageContaining("calls.update_client_state");
    }

    @Test
    void aServerFailureMayBeRepeatedWithTheSameCommandId() {
        server.otherwise(Response.json(503, ""));

        assertThatThrownBy(() -> telnyx.calls().transfer(ID, "+14165550123"))
                .isInstanceOfSatisfying(TelnyxException.class, e -> {
                    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(e.advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
                })
                .hasMessageContaining("calls.transfer")
                .hasMessageContaining("within 60 s with the same command_id");
    }

    @Test
    void whatAnErrorQuotesOfTheRequestStaysOutOfTheMessage() {
        server.otherwise(Response.json(
                422,
                "{\"errors\":[{\"code\":\"90000\",\"title\":\"Refused\",\"detail\":\"state Z2VoZWltbmlz was geheimnis,"
                        + " header top-level-value\"}]}"));
        TransferCallRequest request = TransferCallRequest.builder()
                .to("+14165550123")
                .clientState("geheimnis")
                .addCustomHeader("X-A", "top-level-value")
                .build();

        assertThatThrownBy(() -> telnyx.calls().transfer(ID, request))
                .isInstanceOf(TelnyxException.class)
                .hasMessageContaining("calls.transfer")
                .hasMessageContaining("90000")
                .hasMessageNotContaining("Z2Vo")
                .hasMessageNotContaining("geheimnis")
                .hasMessageNotContaining("top-level");
    }

    @Test
    void anErrorThatQuotesPublicFieldsOnlyIsTold() {
        server.otherwise(Response.json(
                422, "{\"errors\":[{\"code\":\"90001\",\"title\":\"Refused\",\"detail\":\"disabled is unknown\"}]}"));
        TransferCallRequest request = TransferCallRequest.builder()
                .to("+14165550123")
                .privacy(CallerIdPrivacy.fromValue("disabled"))
                .build();

        assertThatThrownBy(() -> telnyx.calls().transfer(ID, request)).hasMessageContaining("disabled is unknown");
    }

    @Test
    void aSuccessWithoutDataProvesNothing() {
        server.otherwise(Response.json(200, "{}"));

        assertThatThrownBy(() -> telnyx.calls().answer(ID))
                .isInstanceOfSatisfying(
                        TelnyxException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
                .hasMessageContaining("calls.answer");
        assertThatThrownBy(() -> telnyx.calls().retrieve(ID))
                .isInstanceOf(TelnyxException.class)
                .hasMessageContaining("calls.retrieve");
    }

    @Test
    void noToStringTellsWhatIsPrivate() {
        assertThat(CustomSipHeader.builder().name("X-A").value("SECRET").build())
                .hasToString("CustomSipHeader{name, value}");
        assertThat(CallControlId.of("v3:leg")).hasToString("CallControlId[v3:leg]");
        assertThat(CallControlId.of("14165550123")).hasToString("CallControlId[1416***0123]");
        assertThat(SpeakRequest.builder()
                        .payload("SECRET")
                        .voice("SECRET")
                        .clientState("SECRET")
                        .build())
                .hasToString("SpeakRequest{payload, voice, client_state}");
        assertThat(HangupCallRequest.builder()
                        .addCustomHeader("X", "SECRET")
                        .putAdditionalProperty("SECRET", "SECRET")
                        .build())
                .hasToString("HangupCallRequest{custom_headers, and 1 more}");
    }

    @Test
    void anOutcomeAsJsonIsWhatTelnyxSent() {
        server.otherwise(Response.json(200, "{\"data\":{\"result\":\"queued\",\"more\":1}}"));

        CallCommandOutcome outcome = telnyx.calls().answer(ID);
        CallCommandOutcome read = CallCommandOutcome.fromJson(outcome.toJson());

        assertThat(outcome.toJson()).isEqualTo("{\"result\":\"queued\",\"more\":1}");
        assertThat(read).isEqualTo(outcome).isEqualTo(CallCommandOutcome.fromMap(outcome.toMap()));
        assertThat(read.status()).contains("queued");
        assertThat(read.action()).isEmpty();
        assertThat(read.callControlId()).isEmpty();
        assertThat(read.commandId()).isEmpty();
        assertThat(read.requestId()).isEmpty();
    }

    @Test
    void theStateOfALegAsJsonIsWhatTelnyxSent() {
        server.otherwise(
                Response.json(200, "{\"data\":{\"call_control_id\":\"v3:a/b\",\"is_alive\":true,\"more\":1}}"));

        CallInfo info = telnyx.calls().retrieve(ID);
        CallInfo read = CallInfo.fromJson(info.toJson());

        assertThat(info.toJson()).isEqualTo("{\"call_control_id\":\"v3:a/b\",\"is_alive\":true,\"more\":1}");
        assertThat(read).isEqualTo(info).isEqualTo(CallInfo.fromMap(info.toMap()));
        assertThat(read.callControlId()).isEqualTo(ID);
        assertThat(read.requestId()).isEmpty();
    }
}
