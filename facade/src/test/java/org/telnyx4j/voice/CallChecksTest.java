package org.telnyx4j.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.AnswerCallRequest;
import org.telnyx4j.generated.model.BridgeCallsRequest;
import org.telnyx4j.generated.model.CustomSipHeader;
import org.telnyx4j.generated.model.GatherRequest;
import org.telnyx4j.generated.model.GatherUsingAudioRequest;
import org.telnyx4j.generated.model.GatherUsingSpeakRequest;
import org.telnyx4j.generated.model.HangupCallRequest;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.generated.model.ParkAfterUnbridge;
import org.telnyx4j.generated.model.SendDtmfRequest;
import org.telnyx4j.generated.model.SipHeader;
import org.telnyx4j.generated.model.SpeakRequest;
import org.telnyx4j.generated.model.StartPlaybackRequest;
import org.telnyx4j.generated.model.StartRecordingRequest;
import org.telnyx4j.generated.model.StopRecordingRequest;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.testing.ScriptedServer;

class CallChecksTest {
    private static final CallControlId ID = CallControlId.of("v3:leg");
    private static final String NUMBER = "+14165550123";

    private final ScriptedServer server = Calling.server();
    private final Telnyx telnyx = Calling.client(server).from("+14165550199").build();

    @AfterEach
    void closeAll() {
        telnyx.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+18005551234",
                "+18005551234,123#",
                "+18005551234,,w1",
                "sip:+14155551234@trunk.livekit.cloud",
                "SIPS:desk@example.com:5061;transport=tls",
                "sip:example.com",
                "sip:a.b-c%20d@[2001:db8::1]:5060",
                "sip:user:pw@10.0.0.1?X-A=b",
                "sip:desk@example.com;secure=srtp,99"
            })
    void destinationsThatTelnyxTakesAreSentAsTheyAre(String destination) {
        telnyx.calls().transfer(ID, destination);

        assertThat(Calling.json(server.last().body()).get("to").textValue()).isEqualTo(destination);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "18005551234",
                "+1800555123456789",
                "+1 800 555 1234",
                "tel:+18005551234",
                "sip:",
                "sip:@example.com",
                "sip:a b@example.com",
                "sip:a@b@example.com",
                "sip:desk@",
                "sip:desk@exa mple.com",
                "sip:desk@example.com:port",
                "sip:desk@example.com\r\nX: y",
                "sip:desk@example.com\n",
                "<sip:desk@example.com>",
                "sip:desk@bücher.example",
                "+18005551234,",
                "+18005551234,abc",
                "http://example.com",
                "v3:leg"
            })
    void otherDestinationsAreRefusedBeforeTheWire(String destination) {
        assertThatThrownBy(() -> telnyx.calls().transfer(ID, destination))
                .isInstanceOfSatisfying(
                        TelnyxValidationException.class,
                        e -> assertThat(e.field()).contains("to"))
                .hasMessageContaining("calls.transfer")
                .hasMessageContaining("E.164 form such as +14165550123, or a SIP or SIPS URI")
                .hasMessageNotContaining("18005551234")
                .hasMessageNotContaining("desk");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aBrokenRuleIsNamedAndNothingIsSent(Refusal refusal) {
        assertThatThrownBy(() -> refusal.call().accept(telnyx.calls()))
                .isInstanceOfSatisfying(
                        TelnyxValidationException.class,
                        e -> assertThat(e.field()).contains(refusal.field()))
                .hasMessageContaining(refusal.operation() + " ")
                .hasMessageContaining(refusal.field() + " " + refusal.rule())
                .hasMessageNotContaining("SECRET");
        assertThat(server.requests()).isEmpty();
    }

    static Stream<Refusal> refusals() {
        return Stream.of(dialling(), steering(), speaking(), gathering(), playingAndRecording())
                .flatMap(Function.identity());
    }

    private static Stream<Refusal> dialling() {
        return Stream.of(
                dial("connection_id", "must be set", to(NUMBER)),
                dial(
                        "connection_id",
                        "must not be blank, was <blank>",
                        to(NUMBER).connectionId(" ")),
                dial("from", "must be a phone number in E.164", app().from("SECRET")),
                dial("to", "must be set", OutgoingCall.builder().connectionId("app")),
                dial("to", "must be a phone number in E.164", app().to("SECRET")),
                dial("to[1]", "must be a phone", app().to(List.of(NUMBER, "+14165550124,1"))),
                dial("to", "must have one item at least", app().to(List.of())),
                dial("to", "must be a string", ofJson("{\"connection_id\":\"app\",\"to\":5}")),
                dial("link_to", "must be set where bridge_on_answer is true", app().bridgeOnAnswer(true)),
                dial("link_to", "must be set where bridge_intent is true", app().bridgeIntent(true)),
                dial(
                        "link_to",
                        "must be set where park_after_unbridge is set",
                        app().parkAfterUnbridge(ParkAfterUnbridge.SELF)),
                dial("link_to", "must be what Telnyx gave as call_control_id", app().linkTo("+14165550123")),
                dial("timeout_secs", "must be from 5 to 600 seconds, was 4", app().timeout(Duration.ofSeconds(4))),
                dial("timeout_secs", "must be from 5 to 600 seconds", app().timeout(Duration.ofDays(99_999_999))),
                dial(
                        "time_limit_secs",
                        "must be from 30 to 14400 seconds, was -1",
                        app().timeLimit(Duration.ofSeconds(-1))),
                dial("from_display_name", "must have at most 128 letters", app().fromDisplayName("SECRET <1>")),
                dial("from_display_name", "must have at most 128 letters", app().fromDisplayName("x".repeat(129))),
                dial("audio_url", "must be an absolute http or https URL", app().audioUrl("ftp://x/SECRET")),
                dial(
                        "media_name",
                        "must not be set together with audio_url",
                        app().audioUrl("https://example.com/a").mediaName("SECRET")),
                dial("webhook_url", "must be an absolute http or https URL", app().webhookUrl("SECRET")),
                dial("send_digits_on_answer", "must have characters of 0-9", app().sendDigitsOnAnswer("SECRET")),
                dial(
                        "send_digits_on_answer",
                        "must have at most 64 characters",
                        app().sendDigitsOnAnswer("1".repeat(65))),
                dial("record_custom_file_name", "must have 1 to 40", app().recordCustomFileName(" ")),
                dial(
                        "record_max_length",
                        "must be from 0 to 43200 seconds",
                        app().recordMaxLength(Duration.ofSeconds(43_201))),
                dial("record_timeout_secs", "must be at least 0 seconds", app().recordTimeout(Duration.ofSeconds(-1))),
                dial("command_id", "must not be blank", app().commandId("")),
                dial("client_state", "must be Base64", app().clientStateBase64("SECRET !")));
    }

    private static Stream<Refusal> steering() {
        return Stream.of(
                new Refusal(
                        "calls.hang_up",
                        "custom_headers[0].name",
                        "must be the name of a SIP header",
                        calls -> calls.hangUp(
                                ID,
                                HangupCallRequest.builder()
                                        .addCustomHeader("SECRET name", "1")
                                        .build())),
                new Refusal(
                        "calls.hang_up",
                        "custom_headers[0].value",
                        "must be a value without line breaks",
                        calls -> calls.hangUp(
                                ID,
                                HangupCallRequest.builder()
                                        .addCustomHeader("X-A", "SECRET\r\nX-B: 1")
                                        .build())),
                new Refusal(
                        "calls.hang_up",
                        "custom_headers[0].value",
                        "must be set",
                        calls -> calls.hangUp(
                                ID,
                                HangupCallRequest.builder()
                                        .addCustomHeader(CustomSipHeader.builder()
                                                .name("X-A")
                                                .build())
                                        .build())),
                new Refusal(
                        "calls.answer",
                        "sip_headers[0].value",
                        "must be a value without line breaks",
                        calls -> calls.answer(
                                ID,
                                AnswerCallRequest.builder()
                                        .addSipHeader(SipHeader.Name.USER_TO_USER, "SECRET\n")
                                        .build())),
                new Refusal(
                        "calls.transfer",
                        "to",
                        "must be set",
                        calls -> calls.transfer(
                                ID, TransferCallRequest.builder().from(NUMBER).build())),
                new Refusal(
                        "calls.transfer",
                        "from",
                        "must be a phone number in E.164",
                        calls -> calls.transfer(ID, transfer().from("SECRET").build())),
                new Refusal(
                        "calls.transfer",
                        "target_leg_client_state",
                        "must be Base64",
                        calls -> calls.transfer(
                                ID,
                                transfer()
                                        .targetLegClientStateBase64("SECRET !")
                                        .build())),
                new Refusal(
                        "calls.transfer",
                        "media_name",
                        "must not be set together with audio_url",
                        calls -> calls.transfer(
                                ID,
                                transfer()
                                        .audioUrl("https://example.com/a")
                                        .mediaName("m")
                                        .build())),
                new Refusal(
                        "calls.refer",
                        "sip_address",
                        "must be a SIP or SIPS URI such as",
                        calls -> calls.refer(ID, NUMBER)),
                new Refusal(
                        "calls.bridge",
                        "call_control_id",
                        "must be another leg's",
                        calls -> calls.bridge(ID, CallControlId.of("v3:leg"))),
                new Refusal(
                        "calls.bridge",
                        "queue",
                        "must not be blank",
                        calls -> calls.bridge(
                                ID, BridgeCallsRequest.builder().queue(" ").build())),
                new Refusal(
                        "calls.bridge",
                        "queue",
                        "must not be set together with call_control_id",
                        calls -> calls.bridge(
                                ID,
                                BridgeCallsRequest.builder()
                                        .callControlId("v3:b")
                                        .queue("SECRET")
                                        .build())),
                new Refusal(
                        "calls.bridge",
                        "call_control_id",
                        "or queue or video_room_id must be set",
                        calls -> calls.bridge(ID, BridgeCallsRequest.builder().build())),
                new Refusal(
                        "calls.send_dtmf",
                        "digits",
                        "must have characters of 0-9",
                        calls -> calls.sendDtmf(ID, "SECRET")),
                new Refusal(
                        "calls.send_dtmf", "digits", "must have characters of 0-9", calls -> calls.sendDtmf(ID, "")),
                new Refusal(
                        "calls.send_dtmf",
                        "duration_millis",
                        "must be from 100 to 500 milliseconds, was 501",
                        calls -> calls.sendDtmf(
                                ID,
                                SendDtmfRequest.builder()
                                        .digits("1")
                                        .duration(Duration.ofNanos(500_000_001))
                                        .build())),
                new Refusal("calls.enqueue", "queue_name", "must not be blank", calls -> calls.enqueue(ID, " ")),
                new Refusal(
                        "calls.update_client_state",
                        "client_state",
                        "must be valid Unicode, but has half of a surrogate pair",
                        calls -> calls.updateClientState(ID, "\uDC4B")));
    }

    private static Stream<Refusal> speaking() {
        return Stream.of(
                new Refusal(
                        "calls.speak",
                        "voice",
                        "must be set",
                        calls -> calls.speak(
                                ID, SpeakRequest.builder().payload("SECRET").build())),
                new Refusal(
                        "calls.speak",
                        "voice",
                        "must not be blank",
                        calls -> calls.speak(
                                ID,
                                SpeakRequest.builder()
                                        .payload("SECRET")
                                        .voice("")
                                        .build())),
                new Refusal(
                        "calls.speak",
                        "payload",
                        "must have 1 to 3000 characters and not be blank",
                        calls -> calls.speak(
                                ID,
                                SpeakRequest.builder().payload(" ").voice("v").build())),
                new Refusal(
                        "calls.speak",
                        "payload",
                        "must have 1 to 3000 characters and not be blank, was <3001 characters>",
                        calls -> calls.speak(
                                ID,
                                SpeakRequest.builder()
                                        .payload("x".repeat(3001))
                                        .voice("v")
                                        .build())),
                new Refusal(
                        "calls.speak",
                        "loop",
                        "must be a whole number from 1 to 100, or infinity",
                        calls -> calls.speak(
                                ID,
                                SpeakRequest.builder()
                                        .payload("x")
                                        .voice("v")
                                        .loop(0)
                                        .build())),
                new Refusal(
                        "calls.speak",
                        "loop",
                        "must be a whole number from 1 to 100, or infinity",
                        calls -> calls.speak(
                                ID,
                                SpeakRequest.builder()
                                        .payload("x")
                                        .voice("v")
                                        .loop("SECRET")
                                        .build())),
                new Refusal(
                        "calls.gather_using_speak",
                        "invalid_payload",
                        "must have 1 to 3000 characters",
                        calls -> calls.gatherUsingSpeak(
                                ID,
                                GatherUsingSpeakRequest.builder()
                                        .payload("x")
                                        .voice("v")
                                        .invalidPayload("")
                                        .build())));
    }

    private static Stream<Refusal> gathering() {
        return Stream.of(
                gather(
                        "minimum_digits",
                        "must be a whole number from 1 to 128, was 0",
                        GatherRequest.builder().minimumDigits(0)),
                gather(
                        "maximum_digits",
                        "must be a whole number from 1 to 128, was 129",
                        GatherRequest.builder().maximumDigits(129)),
                gather(
                        "minimum_digits",
                        "must not be above maximum_digits, was 5 with 4",
                        GatherRequest.builder().minimumDigits(5).maximumDigits(4)),
                gather(
                        "terminating_digit",
                        "must be one key",
                        GatherRequest.builder().terminatingDigit("##")),
                gather(
                        "valid_digits",
                        "must have characters of 0-9",
                        GatherRequest.builder().validDigits("12x")),
                gather(
                        "gather_id",
                        "must have 1 to 40 characters",
                        GatherRequest.builder().gatherId("x".repeat(41))),
                gather(
                        "timeout_millis",
                        "must be at least 1 millisecond, was 0",
                        GatherRequest.builder().timeout(Duration.ZERO)),
                gather(
                        "initial_timeout_millis",
                        "must be at least 1 millisecond",
                        GatherRequest.builder().initialTimeout(Duration.ofDays(-99_999))),
                gather(
                        "inter_digit_timeout_millis",
                        "must be at least 1 millisecond",
                        GatherRequest.builder().interDigitTimeout(Duration.ZERO)),
                new Refusal(
                        "calls.gather_using_audio",
                        "maximum_tries",
                        "must be a whole number of at least 1",
                        calls -> calls.gatherUsingAudio(
                                ID,
                                GatherUsingAudioRequest.builder()
                                        .mediaName("m")
                                        .maximumTries(0)
                                        .build())),
                new Refusal(
                        "calls.gather_using_audio",
                        "media_name",
                        "must not be set together with audio_url",
                        calls -> calls.gatherUsingAudio(
                                ID,
                                GatherUsingAudioRequest.builder()
                                        .audioUrl("https://example.com/a")
                                        .mediaName("m")
                                        .build())),
                new Refusal(
                        "calls.gather_using_audio",
                        "invalid_media_name",
                        "must not be set together with invalid_audio_url",
                        calls -> calls.gatherUsingAudio(
                                ID,
                                GatherUsingAudioRequest.builder()
                                        .mediaName("m")
                                        .invalidAudioUrl("https://example.com/a")
                                        .invalidMediaName("m")
                                        .build())),
                new Refusal(
                        "calls.gather_using_audio",
                        "invalid_audio_url",
                        "must be an absolute http or https URL",
                        calls -> calls.gatherUsingAudio(
                                ID,
                                GatherUsingAudioRequest.builder()
                                        .mediaName("m")
                                        .invalidAudioUrl("SECRET")
                                        .build())));
    }

    private static Stream<Refusal> playingAndRecording() {
        return Stream.of(
                new Refusal(
                        "calls.play",
                        "audio_url",
                        "must be an absolute http or https URL",
                        calls -> calls.play(ID, "SECRET")),
                new Refusal(
                        "calls.play",
                        "media_name",
                        "must not be blank",
                        calls -> calls.play(
                                ID, StartPlaybackRequest.builder().mediaName("").build())),
                new Refusal(
                        "calls.play",
                        "audio_url",
                        "or media_name or playback_content must be set",
                        calls -> calls.play(
                                ID, StartPlaybackRequest.builder().overlay(true).build())),
                new Refusal(
                        "calls.play",
                        "loop",
                        "must be a whole number from 1 to 100, or infinity",
                        calls -> calls.play(
                                ID,
                                StartPlaybackRequest.builder()
                                        .mediaName("m")
                                        .loop(101)
                                        .build())),
                new Refusal(
                        "calls.play",
                        "playback_content",
                        "must be Base64",
                        calls -> calls.play(
                                ID,
                                StartPlaybackRequest.builder()
                                        .playbackContent("SECRET !")
                                        .build())),
                new Refusal(
                        "calls.start_recording",
                        "max_length",
                        "must be from 0 to 14400 seconds",
                        calls -> calls.startRecording(
                                ID,
                                StartRecordingRequest.builder()
                                        .maxLength(Duration.ofHours(5))
                                        .build())),
                new Refusal(
                        "calls.start_recording",
                        "timeout_secs",
                        "must be at least 0 seconds, was -1",
                        calls -> calls.startRecording(
                                ID,
                                StartRecordingRequest.builder()
                                        .timeout(Duration.ofSeconds(-1))
                                        .build())),
                new Refusal(
                        "calls.start_recording",
                        "custom_file_name",
                        "must have 1 to 40 characters",
                        calls -> calls.startRecording(
                                ID,
                                StartRecordingRequest.builder()
                                        .customFileName("x".repeat(41))
                                        .build())),
                new Refusal(
                        "calls.stop_recording",
                        "recording_id",
                        "must not be blank",
                        calls -> calls.stopRecording(
                                ID,
                                StopRecordingRequest.builder().recordingId("").build())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t", ".", "..", "+14165550123", "sip:desk@example.com"})
    void whatNoCallControlIdCanBeIsRefused(String text) {
        assertThatThrownBy(() -> CallControlId.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("callControlId must be what Telnyx gave as call_control_id, not blank, a phone number or a"
                        + " SIP URI");
    }

    @Test
    void halfASurrogatePairInTheClientStateIsRefused() {
        assertThatThrownBy(() -> HangupCallRequest.builder().clientState("a\uD83D"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("client_state must not have half a surrogate pair");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks can do
    void nullsAreNamed() {
        Calls calls = telnyx.calls();
        assertThatThrownBy(() -> calls.answer(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("id");
        assertThatThrownBy(() -> calls.bridge(ID, (CallControlId) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("other");
        assertThatThrownBy(() -> calls.transfer(ID, (String) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("destination");
        assertThatThrownBy(() -> calls.hangUp(ID, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("request");
        assertThatThrownBy(() -> calls.hangUp(ID, HangupCallRequest.builder().build(), null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("options");
        assertThatThrownBy(() -> calls.dial(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("call");
        assertThatThrownBy(() -> calls.updateClientState(ID, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("clientState");
        assertThatThrownBy(() -> calls.retrieve(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("id");
        assertThat(server.requests()).isEmpty();
    }

    private static OutgoingCall.Builder to(String destination) {
        return OutgoingCall.builder().to(destination);
    }

    private static OutgoingCall.Builder ofJson(String json) {
        return OutgoingCall.fromJson(json).toBuilder();
    }

    private static OutgoingCall.Builder app() {
        return to(NUMBER).connectionId("app");
    }

    private static TransferCallRequest.Builder transfer() {
        return TransferCallRequest.builder().to(NUMBER);
    }

    private static Refusal dial(String field, String rule, OutgoingCall.Builder call) {
        return new Refusal("calls.dial", field, rule, calls -> calls.dial(call.build()));
    }

    private static Refusal gather(String field, String rule, GatherRequest.Builder request) {
        return new Refusal("calls.gather", field, rule, calls -> calls.gather(ID, request.build()));
    }

    /** A call that breaks a rule for a field. */
    private record Refusal(String operation, String field, String rule, Consumer<Calls> call) {
        @Override
        public String toString() {
            return operation + ": " + field + " " + rule;
        }
    }
}
