package org.telnyx4j.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telnyx4j.sandbox.SandboxLine.OURS;
import static org.telnyx4j.sandbox.SandboxLine.THEIRS;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.testing.ClosedPort;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

class CallLifeTest {
    private final SandboxLine line = new SandboxLine();
    private final SandboxCalls calls = line.sandbox.calls();

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void aDialledCallRingsIsAnsweredAndHungUpByTheOtherSide() throws IOException {
        String id = line.dial(",'client_state':'aGk='");
        assertThat(calls.find(id).orElseThrow().state()).isEqualTo(SandboxCall.State.RINGING);
        line.advance(4_000);
        calls.answer(id);
        line.advance(61_000);
        calls.hangUp(id);

        assertThat(line.eventTypes()).containsExactly("call.initiated", "call.answered", "call.hangup", "call.cost");
        assertThat(line.lastText("call.initiated", "direction")).isEqualTo("outgoing");
        assertThat(line.lastText("call.answered", "client_state")).isEqualTo("aGk=");
        JsonNode hangup = line.last("call.hangup");
        assertThat(hangup.path("hangup_cause").asText()).isEqualTo("normal_clearing");
        assertThat(hangup.path("hangup_source").asText()).isEqualTo("callee");
        assertThat(hangup.path("from").asText()).isEqualTo(OURS);
        assertThat(hangup.path("to").asText()).isEqualTo(THEIRS);
        assertThat(line.last("call.cost").path("billed_duration_secs").asInt()).isEqualTo(120);
        assertThat(line.lastText("call.cost", "total_cost")).isEqualTo("0.0140");
        assertThat(line.client
                        .list("/detail_records", "filter[record_type]=call-control")
                        .data())
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.path("call_sec").asInt()).isEqualTo(61);
                    assertThat(record.path("billed_sec").asInt()).isEqualTo(120);
                    assertThat(record.path("cost").asText()).isEqualTo("0.0140");
                });
    }

    @ParameterizedTest
    @CsvSource({"user_busy,486", "call_rejected,603", "no_answer,480"})
    void theOtherSideCanDeclineForAReason(String cause, String sip) throws IOException {
        String id = line.dial("");
        calls.hangUp(id, cause);

        assertThat(line.eventTypes()).containsExactly("call.initiated", "call.hangup");
        assertThat(line.lastText("call.hangup", "hangup_cause")).isEqualTo(cause);
        assertThat(line.lastText("call.hangup", "sip_hangup_cause")).isEqualTo(sip);
        assertThat(calls.find(id).orElseThrow().hangupCause()).contains(cause);
    }

    @Test
    void nobodyAnswersAndTheTimeIsOver() throws IOException {
        line.dial(",'timeout_secs':10");
        line.advance(9_999);
        assertThat(line.eventTypes()).containsExactly("call.initiated");
        line.advance(1);

        assertThat(line.lastText("call.hangup", "hangup_cause")).isEqualTo("timeout");
    }

    @Test
    void aCallEndsAtItsTimeLimit() throws IOException {
        String id = line.dial(",'time_limit_secs':60");
        calls.answer(id);
        line.advance(60_000);

        assertThat(line.lastText("call.hangup", "hangup_cause")).isEqualTo("time_limit");
    }

    @Test
    void anIncomingCallThatIsGivenUpOrRejectedReportsWho() throws IOException {
        String givenUp = line.incoming();
        assertThat(line.lastText("call.initiated", "state")).isEqualTo("parked");
        calls.hangUp(givenUp);
        assertThat(line.lastText("call.hangup", "hangup_cause")).isEqualTo("originator_cancel");
        assertThat(line.lastText("call.hangup", "hangup_source")).isEqualTo("caller");

        String rejected = line.incoming();
        line.ok(rejected, "reject", "{'cause':'USER_BUSY'}");
        assertThat(line.lastText("call.hangup", "hangup_cause")).isEqualTo("user_busy");
        assertThat(line.lastText("call.hangup", "hangup_source")).isEqualTo("callee");
    }

    @Test
    void aDialledCallCanBeAnsweredByItself() throws IOException {
        calls.answerAutomatically(true);
        String id = line.dial("");
        line.advance(100);

        assertThat(calls.find(id).orElseThrow().state()).isEqualTo(SandboxCall.State.ANSWERED);
    }

    @Test
    void speechAndFilesFollowEachOtherAndHaveTheirEndedEvents() throws IOException {
        String id = line.answered();
        line.ok(id, "speak", "{'payload':'Hi','voice':'female','client_state':'b25l'}");
        line.ok(id, "playback_start", "{'audio_url':'https://example.com/a.mp3','loop':2,'client_state':'dHdv'}");
        assertThat(line.eventTypes()).endsWith("call.speak.started");
        line.advance(100);
        assertThat(line.eventTypes()).endsWith("call.speak.ended", "call.playback.started");
        assertThat(line.lastText("call.speak.ended", "status")).isEqualTo("completed");
        line.advance(199);
        assertThat(line.eventTypes()).endsWith("call.playback.started");
        line.advance(1);

        assertThat(line.lastText("call.playback.ended", "status")).isEqualTo("completed");
        assertThat(line.lastText("call.playback.ended", "media_url")).isEqualTo("https://example.com/a.mp3");
        assertThat(line.lastText("call.playback.ended", "client_state")).isEqualTo("dHdv");
    }

    @Test
    void aFileWithoutAnEndPlaysUntilItIsStopped() throws IOException {
        String id = line.answered();
        line.ok(id, "playback_start", "{'audio_url':'https://example.com/a.mp3','loop':'infinity'}");
        line.ok(id, "speak", "{'payload':'never','voice':'female'}");
        line.advance(60_000);
        assertThat(line.eventTypes()).endsWith("call.playback.started");
        line.ok(id, "playback_stop", "{'stop':'all'}");
        line.advance(60_000);

        assertThat(line.eventTypes()).endsWith("call.playback.ended");
        assertThat(line.lastText("call.playback.ended", "status")).isEqualTo("cancelled");
    }

    @Test
    void aHangupEndsWhatIsPlayedAndAskedFor() throws IOException {
        String id = line.answered();
        line.ok(id, "gather_using_speak", "{'payload':'Press 1','voice':'female'}");
        line.ok(id, "playback_start", "{'audio_url':'https://example.com/a.mp3'}");
        calls.pressDigits(id, "7");
        calls.hangUp(id);

        assertThat(line.lastText("call.gather.ended", "status")).isEqualTo("call_hangup");
        assertThat(line.lastText("call.gather.ended", "digits")).isEqualTo("7");
        assertThat(line.lastText("call.playback.ended", "status")).isEqualTo("call_hangup");
        assertThat(line.eventTypes()).endsWith("call.gather.ended", "call.playback.ended", "call.hangup", "call.cost");
        line.advance(120_000);
        assertThat(line.eventTypes()).endsWith("call.hangup", "call.cost");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'maximum_digits':3}                           | 123   | 123 | valid
            {}                                             | 42#   | 42  | valid
            {'minimum_digits':3}                           | 42#   | 42  | invalid
            {'terminating_digit':'*'}                      | 4*    | 4   | valid
            {'valid_digits':'12'}                          | 3     | ''  | invalid
            """)
    void keysEndAGather(String request, String pressed, String digits, String status) throws IOException {
        String id = line.answered();
        line.ok(id, "gather", request);
        calls.pressDigits(id, pressed);

        assertThat(line.lastText("call.gather.ended", "digits")).isEqualTo(digits);
        assertThat(line.lastText("call.gather.ended", "status")).isEqualTo(status);
        assertThat(line.eventTypes().stream().filter("call.dtmf.received"::equals))
                .hasSize(pressed.length());
    }

    @Test
    void aGatherEndsWhenNoKeyComes() throws IOException {
        String id = line.answered();
        line.ok(id, "gather", "{'initial_timeout_millis':3000,'inter_digit_timeout_millis':1000,'minimum_digits':2}");
        line.advance(2_999);
        assertThat(line.eventTypes()).doesNotContain("call.gather.ended");
        line.advance(1);
        assertThat(line.lastText("call.gather.ended", "status")).isEqualTo("timeout");

        line.ok(id, "gather", "{'initial_timeout_millis':3000,'inter_digit_timeout_millis':1000,'minimum_digits':1}");
        calls.pressDigits(id, "5");
        line.advance(1_000);
        assertThat(line.lastText("call.gather.ended", "status")).isEqualTo("valid");
        assertThat(line.lastText("call.gather.ended", "digits")).isEqualTo("5");
    }

    @Test
    void aPromptIsGivenAgainUntilTheTriesAreUsedUp() throws IOException {
        String id = line.answered();
        line.ok(
                id,
                "gather_using_speak",
                "{'payload':'1 or 2','voice':'female','valid_digits':'12','maximum_digits':1,'maximum_tries':2}");
        calls.pressDigits(id, "9");
        assertThat(line.eventTypes()).doesNotContain("call.gather.ended");
        calls.pressDigits(id, "2");
        assertThat(line.lastText("call.gather.ended", "status")).isEqualTo("valid");
        assertThat(line.lastText("call.gather.ended", "digits")).isEqualTo("2");

        line.ok(
                id,
                "gather_using_audio",
                "{'audio_url':'https://example.com/a.mp3','timeout_millis':1000,'maximum_tries':2}");
        line.advance(1_000);
        line.ok(id, "gather_stop", "{}");
        assertThat(line.lastText("call.gather.ended", "status")).isEqualTo("cancelled");
    }

    @Test
    void aTransferBridgesTheNewLegAndEndsWithIt() throws IOException {
        String id = line.incoming();
        line.ok(id, "transfer", "{'to':'+14165550199','target_leg_client_state':'Qg==','client_state':'QQ=='}");
        String target = last().id();
        assertThat(last().sessionId()).isEqualTo(calls.find(id).orElseThrow().sessionId());
        assertThat(line.lastText("call.initiated", "client_state")).isEqualTo("Qg==");
        calls.answer(target);

        assertThat(line.eventTypes()).endsWith("call.answered", "call.answered", "call.bridged", "call.bridged");
        assertThat(calls.find(id).orElseThrow().bridgedWith()).contains(target);
        calls.hangUp(target);
        assertThat(calls.find(id).orElseThrow().isAlive()).isFalse();
    }

    @Test
    void aTransferThatNobodyTakesLeavesTheCallAsItWas() throws IOException {
        String id = line.answered();
        line.ok(id, "transfer", "{'to':'+14165550199','timeout_secs':5}");
        line.advance(5_000);

        assertThat(line.lastText("call.hangup", "hangup_cause")).isEqualTo("timeout");
        assertThat(calls.find(id).orElseThrow().isAlive()).isTrue();

        line.ok(id, "transfer", "{'to':'+14165550199'}");
        calls.hangUp(id);
        assertThat(last().hangupCause()).contains("originator_cancel");
    }

    @Test
    void aBridgedCallIsParkedOrEndedWithTheOther() throws IOException {
        String parked = line.answered();
        String other = line.answered();
        line.ok(parked, "bridge", "{'call_control_id':'%s','park_after_unbridge':'self'}".formatted(other));
        assertThat(line.eventTypes()).endsWith("call.bridged", "call.bridged");
        calls.hangUp(other);
        assertThat(calls.find(parked).orElseThrow().isAlive()).isTrue();

        assertThat(line.command(parked, "bridge", "{'call_control_id':'v3:unknown'}")
                        .errorCodes())
                .containsExactly("90015");
        assertThat(line.command(parked, "bridge", "{'call_control_id':'%s'}".formatted(other))
                        .errorCodes())
                .containsExactly("90018");
    }

    @Test
    void aDialCanBeBridgedOnAnswer() throws IOException {
        String id = line.answered();
        String dialled = line.dial(",'link_to':'%s','bridge_intent':true,'bridge_on_answer':true".formatted(id));
        calls.answer(dialled);

        assertThat(calls.find(id).orElseThrow().bridgedWith()).contains(dialled);
        assertThat(calls.find(dialled).orElseThrow().sessionId())
                .isEqualTo(calls.find(id).orElseThrow().sessionId());
    }

    @Test
    void callsWaitInAQueueUntilTheyAreBridgedLeaveOrGiveUp() throws IOException {
        String first = line.answered();
        String second = line.answered();
        String third = line.answered();
        line.ok(first, "enqueue", "{'queue_name':'q','max_size':2}");
        line.ok(second, "enqueue", "{'queue_name':'q','max_wait_time_secs':30}");
        assertThat(line.last("call.enqueued").path("current_position").asInt()).isEqualTo(2);
        assertThat(line.command(first, "enqueue", "{'queue_name':'q'}").errorCodes())
                .containsExactly("90038");
        assertThat(line.command(third, "enqueue", "{'queue_name':'q'}").errorCodes())
                .containsExactly("90036");
        assertThat(calls.waitingIn("q")).containsExactly(first, second);

        line.advance(10_000);
        line.ok(third, "bridge", "{'queue':'q'}");
        assertThat(line.lastText("call.dequeued", "reason")).isEqualTo("bridged");
        assertThat(line.last("call.dequeued").path("wait_time_secs").asInt()).isEqualTo(10);
        line.advance(20_000);
        assertThat(line.lastText("call.dequeued", "reason")).isEqualTo("timeout");
        assertThat(calls.waitingIn("q")).isEmpty();
        assertThat(line.command(second, "bridge", "{'queue':'q'}").status()).isEqualTo(422);
    }

    @Test
    void theMachinesGreetingCanEndBeforeItIsKnownToBeOne() throws IOException {
        String id = line.dial(",'answering_machine_detection':'premium'");
        calls.answer(id);
        calls.greetingEnds(id, true);
        calls.sayMachine(id);

        assertThat(line.eventTypes())
                .endsWith("call.machine.premium.greeting.ended", "call.machine.premium.detection.ended");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            detect       | call.machine.detection.ended                                       | machine
            greeting_end | call.machine.detection.ended,call.machine.greeting.ended           | ended
            detect_beep  | ''                                                                 | ''
            premium      | call.machine.premium.detection.ended,call.machine.premium.greeting.ended | no_beep_detected
            """)
    void eachKindOfDetectionHasItsEvents(String mode, String types, String result) throws IOException {
        String id = line.dial(",'answering_machine_detection':'%s'".formatted(mode));
        calls.answer(id);
        calls.sayMachine(id);
        calls.greetingEnds(id, false);

        List<String> found = line.eventTypes().stream()
                .filter(type -> type.startsWith("call.machine"))
                .toList();
        assertThat(String.join(",", found)).isEqualTo(types);
        if (!found.isEmpty()) {
            assertThat(line.lastText(found.get(found.size() - 1), "result")).isEqualTo(result);
        }
    }

    @Test
    void detectionHasToBeAskedFor() throws IOException {
        String id = line.dial("");
        calls.answer(id);
        assertThatThrownBy(() -> calls.sayHuman(id)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> calls.answer(line.incoming())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> calls.pressDigits(id, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calls.pressDigits(line.incoming(), "1")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wav", "mp3"})
    void aRecordingCanBeFetchedForTenMinutes(String format) throws IOException, InterruptedException {
        String id = line.answered();
        String recordingId = line.ok(id, "record_start", "{'format':'%s','channels':'single'}".formatted(format))
                .data()
                .path("recording_id")
                .asText();
        assertThat(recordingId).isNotBlank();
        line.advance(3_000);
        line.ok(id, "record_stop", "{}");
        String url = line.last("call.recording.saved")
                .at("/recording_urls/" + format)
                .asText();

        HttpResponse<byte[]> early = get(url);
        line.sandbox.clock().advance(Duration.ofMinutes(10));
        HttpResponse<byte[]> late = get(url);

        assertThat(early.statusCode()).isEqualTo(200);
        assertThat(early.headers().firstValue("content-type").orElse("")).startsWith("audio/");
        assertThat(early.body()).hasSizeGreaterThan(20_000);
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(get(url + "x").statusCode()).isEqualTo(404);
    }

    @Test
    void eachEventGoesToItsUrlAndIsTriedAgainAsTheCallSays() throws IOException {
        try (ScriptedServer general = ScriptedServer.start();
                ScriptedServer ofHangup = ScriptedServer.start();
                ScriptedServer ofConnection = ScriptedServer.start()) {
            for (ScriptedServer server : List.of(general, ofHangup, ofConnection)) {
                server.otherwise(Response.of(200, ""));
            }
            line.sandbox
                    .connections()
                    .add(SandboxConnection.of(SandboxAccount.CONNECTION_ID).withWebhookUrl(ofConnection.baseUrl()));
            String id = line.dial(",'webhook_url':'%s','webhook_urls':{'call.hangup':'%s','call.cost':'%s'},"
                            .formatted(general.baseUrl(), ofHangup.baseUrl(), ClosedPort.url())
                    + "'webhook_retries_policies':{'call.cost':{'retries_ms':[10,20,30,40,50]}}");
            calls.answer(id);
            calls.hangUp(id);
            line.incoming();
            line.advance(1_000);

            assertThat(general.requests()).hasSize(2);
            assertThat(ofHangup.requests())
                    .extracting(ReceivedRequest::body)
                    .singleElement()
                    .satisfies(body -> assertThat(body).contains("call.hangup"));
            assertThat(ofConnection.requests()).hasSize(1);
            assertThat(line.sandbox.webhooks().deliveries().stream()
                            .filter(delivery -> delivery.eventType().equals("call.cost")))
                    .hasSize(6);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            record_start        | {'format':'mp3','channels':'single'} | 90020
            speak               | {'payload':'Hi','voice':'female'}    | 90034
            gather              | {}                                   | 90034
            """)
    void beforeTheAnswerCommandsAreRefused(String action, String json, String code) throws IOException {
        String id = line.incoming();

        assertThat(line.command(id, action, json).errorCodes()).containsExactly(code);
        assertThat(line.command(id, action, json).status()).isEqualTo(422);
        assertThat(calls.commands(id)).isEmpty();
    }

    @Test
    void whatGoesOnAlreadyOrNotIsRefused() throws IOException {
        String id = line.answered();
        assertThat(line.command(id, "fork_stop", "{}").errorCodes()).containsExactly("90031");
        line.ok(id, "transcription_start", "{}");
        assertThat(line.command(id, "transcription_start", "{}").errorCodes()).containsExactly("90054");
        line.ok(id, "streaming_start", "{'stream_url':'wss://example.com/s'}");
        assertThat(line.command(id, "fork_start", "{}").errorCodes()).containsExactly("90045");
        String dialled = line.dial("");
        assertThat(line.command(dialled, "answer", "{}").status()).isEqualTo(422);
        calls.hangUp(id);
        assertThat(line.command(id, "speak", "{'payload':'Hi','voice':'female'}")
                        .errorCodes())
                .containsExactly("90018");
    }

    @Test
    void aCallCanBeDialledOnlyFromTheAccount() throws IOException {
        String dial = "{'connection_id':'%s','from':'%s','to':'+14165550123'}";

        assertThat(line.client
                        .sendJson("POST", "/calls", dial.formatted("999", OURS))
                        .pointers())
                .containsExactly("/connection_id");
        assertThat(line.client
                        .sendJson("POST", "/calls", dial.formatted(SandboxAccount.CONNECTION_ID, "+14165550177"))
                        .pointers())
                .containsExactly("/from");
    }

    @Test
    void aConferenceHasItsParticipantsAndItsErrors() throws IOException {
        String host = line.answered();
        String guest = line.answered();
        String ringing = line.incoming();
        String create = "{'call_control_id':'%s','name':'Team','max_participants':2}";
        assertThat(line.client
                        .sendJson("POST", "/conferences", create.formatted(ringing))
                        .errorCodes())
                .containsExactly("90034");
        JsonNode created = line.client
                .sendJson("POST", "/conferences", create.formatted(host))
                .data();
        String id = created.path("id").asText();
        assertThat(created.path("status").asText()).isEqualTo("in_progress");
        assertThat(line.client
                        .sendJson("POST", "/conferences", create.formatted(guest))
                        .errorCodes())
                .containsExactly("90033");
        line.conference(id, "join", "{'call_control_id':'%s','mute':true}".formatted(guest));
        assertThat(line.conference(id, "join", "{'call_control_id':'%s'}".formatted(line.answered()))
                        .errorCodes())
                .containsExactly("90032");
        assertThat(line.client
                        .list("/conferences/" + id + "/participants", "filter[muted]=true")
                        .data())
                .singleElement()
                .satisfies(participant ->
                        assertThat(participant.path("call_control_id").asText()).isEqualTo(guest));
        line.conference(id, "unmute", "{}");
        assertThat(line.client
                        .list("/conferences/" + id + "/participants", "filter[muted]=true")
                        .data())
                .isEmpty();

        calls.hangUp(guest);
        assertThat(line.eventTypes()).endsWith("conference.participant.left", "call.hangup", "call.cost");
        line.conference(id, "end", "{}");
        assertThat(line.lastText("conference.ended", "reason")).isEqualTo("ended_via_api");
        assertThat(calls.find(host).orElseThrow().isAlive()).isFalse();
        assertThat(line.conference(id, "mute", "{}").errorCodes()).containsExactly("90019");
        assertThat(line.conference("none", "mute", "{}").errorCodes()).containsExactly("90058");
        assertThat(line.client
                        .list("/detail_records", "filter[record_type]=conference-participant")
                        .data())
                .hasSize(2);
    }

    private SandboxCall last() {
        List<SandboxCall> all = calls.all();
        return all.get(all.size() - 1);
    }

    private static HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
    }
}
