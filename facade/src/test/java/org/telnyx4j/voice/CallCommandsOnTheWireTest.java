package org.telnyx4j.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telnyx4j.RequestOptions;
import org.telnyx4j.Telnyx;
import org.telnyx4j.generated.model.BridgeCallsRequest;
import org.telnyx4j.generated.model.GatherUsingSpeakRequest;
import org.telnyx4j.generated.model.SpeakRequest;
import org.telnyx4j.generated.model.StartPlaybackRequest;
import org.telnyx4j.generated.model.StartRecordingRequest;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.generated.model.VoiceSettings;

class CallCommandsOnTheWireTest {
    private static final CallControlId ID = CallControlId.of("v3:T02llQx/a b+c?d");
    private static final String PATH = "/v2/calls/v3%3AT02llQx%2Fa%20b%2Bc%3Fd/actions/";
    private static final CallControlId OTHER = CallControlId.of("v3:other");
    private static final RequestOptions EXTRA =
            RequestOptions.builder().apiKey("KEYother").header("X-Extra", "1").build();
    private static final String EMOJI = "Grüße 👋🏽";
    private static final String EMOJI_BASE64 = "R3LDvMOfZSDwn5GL8J+PvQ==";
    private static final String COMMON = "\"command_id\":\"mine\",\"client_state\":\"" + EMOJI_BASE64 + "\"";
    private static final String HEADERS = "\"custom_headers\":[{\"name\":\"X-One\",\"value\":\"1\"},"
            + "{\"name\":\"X-Two\",\"value\":\"zwei\"},{\"name\":\"X-Two\",\"value\":\"3\"}]";
    private static final String UUI = "\"sip_headers\":[{\"name\":\"User-to-User\",\"value\":\"abc;encoding=hex\"}]";
    private static final String AUTH = "\"sip_auth_username\":\"user\",\"sip_auth_password\":\"secret\"";
    private static final String GATHERED = "\"minimum_digits\":2,\"maximum_digits\":4,\"terminating_digit\":\"*\","
            + "\"valid_digits\":\"0123\",\"inter_digit_timeout_millis\":1500";

    private final CallServer server = new CallServer();
    private final Telnyx telnyx = server.client().build();

    @AfterEach
    void closeAll() {
        telnyx.close();
        server.close();
    }

    @ParameterizedTest
    @MethodSource("minimalCommands")
    void aMinimalCommandSendsItsMainArgumentsAndAFreshCommandIdOnly(Sent sent) {
        CallCommandOutcome first = sent.send().apply(telnyx.calls(), ID);
        String firstId = assertSentWithFreshId(sent, first);
        CallCommandOutcome second = sent.send().apply(telnyx.calls(), ID);
        String secondId = assertSentWithFreshId(sent, second);

        assertThat(secondId).isNotEqualTo(firstId);
        assertThat(server.received()).hasSize(2);
    }

    private String assertSentWithFreshId(Sent sent, CallCommandOutcome outcome) {
        CallServer.Received received = server.last();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.target()).isEqualTo(PATH + sent.action());
        ObjectNode body = (ObjectNode) received.json();
        JsonNode commandId = body.remove("command_id");
        assertThat(body).isEqualTo(CallServer.json(sent.body()));
        assertThat(UUID.fromString(commandId.textValue())).hasToString(commandId.textValue());
        assertThat(outcome.commandId()).contains(commandId.textValue());
        assertOutcome(sent, outcome);
        return commandId.textValue();
    }

    private static void assertOutcome(Sent sent, CallCommandOutcome outcome) {
        assertThat(outcome.action()).isEqualTo(sent.action());
        assertThat(outcome.callControlId()).isEqualTo(ID);
        assertThat(outcome.status()).contains("ok");
        assertThat(outcome.requestId()).contains("req-1");
        assertThat(outcome.rateLimit()).isPresent();
        assertThat(outcome.recordingId()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fullCommands")
    void aCommandWithAllOptionsSendsExactlyThem(Sent sent) {
        CallCommandOutcome outcome = sent.send().apply(telnyx.calls(), ID);

        CallServer.Received received = server.last();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.target()).isEqualTo(PATH + sent.action());
        assertThat(received.json()).isEqualTo(CallServer.json(sent.body()));
        assertThat(received.authorization()).isEqualTo("Bearer KEYother");
        assertThat(received.extra()).isEqualTo("1");
        assertThat(outcome.commandId()).contains("mine");
        assertOutcome(sent, outcome);
    }

    @Test
    void everyCommandIsTriedWithAllItsOptions() {
        List<String> minimal = minimalCommands().map(Sent::action).distinct().toList();

        assertThat(fullCommands().map(Sent::action).distinct()).containsExactlyInAnyOrderElementsOf(minimal);
        assertThat(minimal).hasSize(17);
    }

    @Test
    void theSameOptionsServeManyCallsWithACommandIdForEach() {
        HangUpOptions options = HangUpOptions.builder().clientState("x").build();

        String first = telnyx.calls().hangUp(ID, options).commandId().orElseThrow();
        String second = telnyx.calls().hangUp(ID, options).commandId().orElseThrow();

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void theMainArgumentWinsOverACustomizer() {
        TransferOptions options = TransferOptions.builder()
                .customize(request -> request.to("+19999999999"))
                .build();

        telnyx.calls().transfer(ID, "+14165550123", options);

        assertThat(server.last().json().get("to").textValue()).isEqualTo("+14165550123");
    }

    @Test
    void aCommandIdFromACustomizerIsKept() {
        HangUpOptions options = HangUpOptions.builder()
                .customize(request -> request.commandId("theirs"))
                .build();

        assertThat(telnyx.calls().hangUp(ID, options).commandId()).contains("theirs");
        assertThat(server.last().json().get("command_id").textValue()).isEqualTo("theirs");
    }

    @Test
    void theClientStateIsPutWithoutACommandId() {
        CallCommandOutcome outcome = telnyx.calls().updateClientState(ID, EMOJI, EXTRA);

        CallServer.Received received = server.last();
        assertThat(received.method()).isEqualTo("PUT");
        assertThat(received.target()).isEqualTo(PATH + "client_state_update");
        assertThat(received.json()).isEqualTo(CallServer.json("{\"client_state\":\"" + EMOJI_BASE64 + "\"}"));
        assertThat(received.authorization()).isEqualTo("Bearer KEYother");
        assertThat(outcome.commandId()).isEmpty();
        assertThat(outcome.action()).isEqualTo("client_state_update");
        assertThat(telnyx.calls().updateClientState(ID, "").status()).contains("ok");
        assertThat(server.last().json()).isEqualTo(CallServer.json("{\"client_state\":\"\"}"));
    }

    static Stream<Sent> minimalCommands() {
        return Stream.of(
                new Sent("answer", "{}", Calls::answer),
                new Sent("hangup", "{}", Calls::hangUp),
                new Sent(
                        "transfer",
                        "{\"to\":\"sip:+14155551234@trunk.livekit.cloud\"}",
                        (calls, id) -> calls.transfer(id, "sip:+14155551234@trunk.livekit.cloud")),
                new Sent("transfer", "{\"to\":\"+18005551234\"}", (calls, id) -> calls.transfer(id, "+18005551234")),
                new Sent(
                        "refer",
                        "{\"sip_address\":\"sips:desk@example.com\"}",
                        (calls, id) -> calls.refer(id, "sips:desk@example.com")),
                new Sent("bridge", "{\"call_control_id\":\"v3:other\"}", (calls, id) -> calls.bridge(id, OTHER)),
                new Sent(
                        "bridge",
                        "{\"queue\":\"support\"}",
                        (calls, id) -> calls.bridge(
                                id, BridgeOptions.withQueue("support").build())),
                new Sent(
                        "bridge",
                        "{\"video_room_id\":\"room\"}",
                        (calls, id) -> calls.bridge(
                                id, BridgeOptions.withVideoRoom("room").build())),
                new Sent("reject", "{\"cause\":\"CALL_REJECTED\"}", Calls::reject),
                new Sent(
                        "speak",
                        "{\"payload\":\"Hello\",\"voice\":\"Telnyx\"}",
                        (calls, id) -> calls.speak(
                                id, Speech.text("Hello").voice("Telnyx").build())),
                new Sent("gather", "{}", Calls::gather),
                new Sent(
                        "gather_using_speak",
                        "{\"payload\":\"PIN?\",\"voice\":\"Telnyx\"}",
                        (calls, id) -> calls.gatherUsingSpeak(
                                id, SpokenPrompt.text("PIN?").voice("Telnyx").build())),
                new Sent(
                        "gather_using_audio",
                        "{\"audio_url\":\"https://example.com/p.mp3\"}",
                        (calls, id) -> calls.gatherUsingAudio(
                                id, AudioPrompt.url("https://example.com/p.mp3").build())),
                new Sent(
                        "playback_start",
                        "{\"audio_url\":\"https://example.com/p.mp3\"}",
                        (calls, id) -> calls.play(id, "https://example.com/p.mp3")),
                new Sent(
                        "playback_start",
                        "{\"playback_content\":\"AQL/\"}",
                        (calls, id) -> calls.play(
                                id, Playback.content(new byte[] {1, 2, -1}).build())),
                new Sent("playback_stop", "{}", Calls::stopPlayback),
                new Sent("record_start", "{\"channels\":\"dual\",\"format\":\"mp3\"}", Calls::startRecording),
                new Sent("record_pause", "{}", Calls::pauseRecording),
                new Sent("record_resume", "{}", Calls::resumeRecording),
                new Sent("record_stop", "{}", Calls::stopRecording),
                new Sent("send_dtmf", "{\"digits\":\"1wW#\"}", (calls, id) -> calls.sendDtmf(id, "1wW#")));
    }

    static Stream<Sent> fullCommands() {
        return Stream.of(
                answer(),
                hangUp(),
                transfer(),
                refer(),
                bridge(),
                reject(),
                speak(),
                gather(),
                gatherUsingSpeak(),
                gatherUsingAudio(),
                play(),
                stopPlayback(),
                startRecording(),
                pause(),
                resume(),
                stop(),
                sendDtmf());
    }

    private static <B extends CallCommandOptions.Builder<?, B>> B common(B builder) {
        return builder.commandId("mine").clientState(EMOJI).requestOptions(EXTRA);
    }

    private static <B extends SipHeadersBuilder<?, B>> B withHeaders(B builder) {
        return common(builder)
                .customHeader("X-One", "1")
                .customHeaders(List.of(new CustomHeader("X-Two", "zwei"), new CustomHeader("X-Two", "3")));
    }

    private static Sent answer() {
        AnswerOptions options = withHeaders(AnswerOptions.builder())
                .userToUserHeader("abc;encoding=hex")
                .webhookUrl("https://example.com/hook")
                .recordFromAnswer()
                .preferredCodecs("G722,PCMU")
                .billingGroupId("group")
                .sendSilenceWhenIdle(true)
                .customize(request -> request.transcription(true).putAdditionalProperty("brand_new", 1))
                .build();
        String body = "{" + COMMON + "," + HEADERS + "," + UUI + ",\"webhook_url\":\"https://example.com/hook\","
                + "\"record\":\"record-from-answer\",\"preferred_codecs\":\"G722,PCMU\",\"billing_group_id\":\"group\","
                + "\"send_silence_when_idle\":true,\"transcription\":true,\"brand_new\":1}";
        return new Sent("answer", body, (calls, id) -> calls.answer(id, options));
    }

    private static Sent hangUp() {
        HangUpOptions options = withHeaders(HangUpOptions.builder()).build();
        return new Sent("hangup", "{" + COMMON + "," + HEADERS + "}", (calls, id) -> calls.hangUp(id, options));
    }

    private static Sent transfer() {
        TransferOptions options = withHeaders(TransferOptions.builder())
                .from("+14165550199")
                .fromDisplayName("Help Desk")
                .ringTimeout(Duration.ofMillis(19_001))
                .timeLimit(Duration.ofHours(1))
                .targetLegClientState(EMOJI)
                .earlyMedia(false)
                .answeringMachineDetection(TransferCallRequest.AnsweringMachineDetectionEnum.PREMIUM)
                .audioUrl("https://example.com/a.wav")
                .sendDigitsOnAnswer("ww1")
                .sipAuthUsername("user")
                .sipAuthPassword("secret")
                .userToUserHeader("abc;encoding=hex")
                .webhookUrl("https://example.com/hook")
                .recordFromAnswer()
                .preferredCodecs("OPUS")
                .parkAfterUnbridge()
                .customize(request -> request.muteDtmf(TransferCallRequest.MuteDtmfEnum.BOTH))
                .build();
        String body = "{" + COMMON + "," + HEADERS + "," + UUI + "," + AUTH
                + ",\"to\":\"sip:desk@example.com:5061;secure=srtp,123#\","
                + "\"from\":\"+14165550199\",\"from_display_name\":\"Help Desk\",\"timeout_secs\":20,"
                + "\"time_limit_secs\":3600,\"target_leg_client_state\":\"" + EMOJI_BASE64 + "\",\"early_media\":false,"
                + "\"answering_machine_detection\":\"premium\",\"audio_url\":\"https://example.com/a.wav\","
                + "\"send_digits_on_answer\":\"ww1\",\"webhook_url\":\"https://example.com/hook\","
                + "\"record\":\"record-from-answer\",\"preferred_codecs\":\"OPUS\",\"park_after_unbridge\":\"self\","
                + "\"mute_dtmf\":\"both\"}";
        return new Sent(
                "transfer",
                body,
                (calls, id) -> calls.transfer(id, "sip:desk@example.com:5061;secure=srtp,123#", options));
    }

    private static Sent refer() {
        ReferOptions options = withHeaders(ReferOptions.builder())
                .sipAuthUsername("user")
                .sipAuthPassword("secret")
                .userToUserHeader("abc;encoding=hex")
                .build();
        String body = "{" + COMMON + "," + HEADERS + "," + UUI + "," + AUTH + ",\"sip_address\":\"sip:a@example.com\"}";
        return new Sent("refer", body, (calls, id) -> calls.refer(id, "sip:a@example.com", options));
    }

    private static Sent bridge() {
        BridgeOptions options = common(BridgeOptions.withCall(OTHER))
                .playRingtone(true)
                .preventDoubleBridge(true)
                .holdAfterUnbridge(true)
                .parkAfterUnbridge()
                .muteDtmf(BridgeCallsRequest.MuteDtmfEnum.SELF)
                .record()
                .customize(request -> request.ringtone(BridgeCallsRequest.RingtoneEnum.fromValue("ca")))
                .build();
        String body = "{" + COMMON + ",\"call_control_id\":\"v3:other\",\"play_ringtone\":true,"
                + "\"prevent_double_bridge\":true,\"hold_after_unbridge\":true,\"park_after_unbridge\":\"self\","
                + "\"mute_dtmf\":\"self\",\"record\":\"record-from-answer\",\"ringtone\":\"ca\"}";
        return new Sent("bridge", body, (calls, id) -> calls.bridge(id, options));
    }

    private static Sent reject() {
        RejectOptions options = common(RejectOptions.builder()).busy().build();
        return new Sent("reject", "{" + COMMON + ",\"cause\":\"USER_BUSY\"}", (calls, id) -> calls.reject(id, options));
    }

    private static Sent speak() {
        Speech speech = common(Speech.ssml("<speak>Hi</speak>"))
                .voice("AWS.Polly.Joanna-Neural")
                .language(SpeakRequest.LanguageEnum.EN_US)
                .voiceSettings(new VoiceSettings().type(VoiceSettings.TypeEnum.TELNYX))
                .serviceLevel(SpeakRequest.ServiceLevelEnum.PREMIUM)
                .repeatForever()
                .repeat(3)
                .targetLegs(SpeakRequest.TargetLegsEnum.BOTH)
                .build();
        String body = "{" + COMMON + ",\"payload\":\"<speak>Hi</speak>\",\"payload_type\":\"ssml\","
                + "\"voice\":\"AWS.Polly.Joanna-Neural\",\"language\":\"en-US\",\"voice_settings\":{\"type\":\"telnyx\"},"
                + "\"service_level\":\"premium\",\"loop\":3,\"target_legs\":\"both\"}";
        return new Sent("speak", body, (calls, id) -> calls.speak(id, speech));
    }

    private static Sent gather() {
        GatherOptions options = common(GatherOptions.builder())
                .minimumDigits(2)
                .maximumDigits(4)
                .terminatingDigit("*")
                .validDigits("0123")
                .interDigitTimeout(Duration.ofMillis(1500))
                .initialTimeout(Duration.ofNanos(1))
                .timeout(Duration.ofSeconds(9))
                .gatherId("menu")
                .build();
        String body = "{" + COMMON + "," + GATHERED
                + ",\"initial_timeout_millis\":1,\"timeout_millis\":9000,\"gather_id\":\"menu\"}";
        return new Sent("gather", body, (calls, id) -> calls.gather(id, options));
    }

    private static Sent gatherUsingSpeak() {
        SpokenPrompt prompt = common(SpokenPrompt.text("PIN?"))
                .voice("Telnyx")
                .language(GatherUsingSpeakRequest.LanguageEnum.EN_GB)
                .voiceSettings(new VoiceSettings().type(VoiceSettings.TypeEnum.TELNYX))
                .serviceLevel(GatherUsingSpeakRequest.ServiceLevelEnum.BASIC)
                .afterInvalidInput("Again.")
                .minimumDigits(2)
                .maximumDigits(4)
                .terminatingDigit("*")
                .validDigits("0123")
                .interDigitTimeout(Duration.ofMillis(1500))
                .maximumTries(2)
                .timeout(Duration.ofSeconds(9))
                .build();
        String body = "{" + COMMON + "," + GATHERED + ",\"payload\":\"PIN?\",\"voice\":\"Telnyx\","
                + "\"language\":\"en-GB\",\"voice_settings\":{\"type\":\"telnyx\"},\"service_level\":\"basic\","
                + "\"invalid_payload\":\"Again.\",\"maximum_tries\":2,\"timeout_millis\":9000}";
        return new Sent("gather_using_speak", body, (calls, id) -> calls.gatherUsingSpeak(id, prompt));
    }

    private static Sent gatherUsingAudio() {
        AudioPrompt prompt = common(AudioPrompt.mediaName("pin"))
                .invalidMediaName("again")
                .minimumDigits(2)
                .maximumDigits(4)
                .terminatingDigit("*")
                .validDigits("0123")
                .interDigitTimeout(Duration.ofMillis(1500))
                .maximumTries(2)
                .timeout(Duration.ofSeconds(9))
                .build();
        String body = "{" + COMMON + "," + GATHERED + ",\"media_name\":\"pin\",\"invalid_media_name\":\"again\","
                + "\"maximum_tries\":2,\"timeout_millis\":9000}";
        return new Sent("gather_using_audio", body, (calls, id) -> calls.gatherUsingAudio(id, prompt));
    }

    private static Sent play() {
        Playback playback = common(Playback.mediaName("song"))
                .audioType(StartPlaybackRequest.AudioTypeEnum.WAV)
                .repeatForever()
                .overlay(true)
                .cacheAudio(false)
                .targetLegs("self")
                .skipCurrent()
                .skipAll()
                .build();
        String body = "{" + COMMON + ",\"media_name\":\"song\",\"audio_type\":\"wav\",\"loop\":\"infinity\","
                + "\"overlay\":true,\"cache_audio\":false,\"target_legs\":\"self\",\"stop\":\"all\"}";
        return new Sent("playback_start", body, (calls, id) -> calls.play(id, playback));
    }

    private static Sent stopPlayback() {
        StopPlaybackOptions options = common(StopPlaybackOptions.builder())
                .currentOnly()
                .overlay(true)
                .build();
        return new Sent(
                "playback_stop",
                "{" + COMMON + ",\"stop\":\"current\",\"overlay\":true}",
                (calls, id) -> calls.stopPlayback(id, options));
    }

    private static Sent startRecording() {
        StartRecordingOptions options = common(StartRecordingOptions.builder())
                .format(StartRecordingRequest.FormatEnum.WAV)
                .channels(StartRecordingRequest.ChannelsEnum.SINGLE)
                .recordingTrack(StartRecordingRequest.RecordingTrackEnum.INBOUND)
                .playBeep(true)
                .maxLength(Duration.ofHours(4))
                .silenceTimeout(Duration.ZERO)
                .customFileName("ticket")
                .trimSilence()
                .transcription(true)
                .build();
        String body = "{" + COMMON + ",\"format\":\"wav\",\"channels\":\"single\",\"recording_track\":\"inbound\","
                + "\"play_beep\":true,\"max_length\":14400,\"timeout_secs\":0,\"custom_file_name\":\"ticket\","
                + "\"trim\":\"trim-silence\",\"transcription\":true}";
        return new Sent("record_start", body, (calls, id) -> calls.startRecording(id, options));
    }

    private static Sent pause() {
        PauseRecordingOptions options =
                common(PauseRecordingOptions.builder()).recordingId("rec").build();
        String body = "{" + COMMON + ",\"recording_id\":\"rec\"}";
        return new Sent("record_pause", body, (calls, id) -> calls.pauseRecording(id, options));
    }

    private static Sent resume() {
        ResumeRecordingOptions options =
                common(ResumeRecordingOptions.builder()).recordingId("rec").build();
        String body = "{" + COMMON + ",\"recording_id\":\"rec\"}";
        return new Sent("record_resume", body, (calls, id) -> calls.resumeRecording(id, options));
    }

    private static Sent stop() {
        StopRecordingOptions options =
                common(StopRecordingOptions.builder()).recordingId("rec").build();
        String body = "{" + COMMON + ",\"recording_id\":\"rec\"}";
        return new Sent("record_stop", body, (calls, id) -> calls.stopRecording(id, options));
    }

    private static Sent sendDtmf() {
        SendDtmfOptions options = common(SendDtmfOptions.builder())
                .toneDuration(Duration.ofMillis(100))
                .build();
        String body = "{" + COMMON + ",\"digits\":\"12\",\"duration_millis\":100}";
        return new Sent("send_dtmf", body, (calls, id) -> calls.sendDtmf(id, "12", options));
    }

    /** A command, the end of its path and its body. */
    private record Sent(String action, String body, BiFunction<Calls, CallControlId, CallCommandOutcome> send) {
        @Override
        public String toString() {
            return action;
        }
    }
}
