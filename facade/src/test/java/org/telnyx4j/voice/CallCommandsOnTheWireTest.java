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
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.model.AnswerCallRequest;
import org.telnyx4j.generated.model.AnsweringMachineDetection;
import org.telnyx4j.generated.model.AudioType;
import org.telnyx4j.generated.model.BridgeCallsRequest;
import org.telnyx4j.generated.model.EnqueueCallRequest;
import org.telnyx4j.generated.model.ForkStreamType;
import org.telnyx4j.generated.model.GatherRequest;
import org.telnyx4j.generated.model.GatherUsingAudioRequest;
import org.telnyx4j.generated.model.GatherUsingSpeakRequest;
import org.telnyx4j.generated.model.HangupCallRequest;
import org.telnyx4j.generated.model.LeaveQueueRequest;
import org.telnyx4j.generated.model.MuteDtmf;
import org.telnyx4j.generated.model.NoiseSuppressionDirection;
import org.telnyx4j.generated.model.ParkAfterUnbridge;
import org.telnyx4j.generated.model.PauseRecordingRequest;
import org.telnyx4j.generated.model.PlaybackStop;
import org.telnyx4j.generated.model.RecordingChannels;
import org.telnyx4j.generated.model.RecordingFormat;
import org.telnyx4j.generated.model.RecordingTrack;
import org.telnyx4j.generated.model.RecordingTrigger;
import org.telnyx4j.generated.model.RecordingTrim;
import org.telnyx4j.generated.model.ReferCallRequest;
import org.telnyx4j.generated.model.RejectCallRequest;
import org.telnyx4j.generated.model.RejectCause;
import org.telnyx4j.generated.model.ResumeRecordingRequest;
import org.telnyx4j.generated.model.SendDtmfRequest;
import org.telnyx4j.generated.model.SendSipInfoRequest;
import org.telnyx4j.generated.model.SipHeader;
import org.telnyx4j.generated.model.SpeakRequest;
import org.telnyx4j.generated.model.SpeechLanguage;
import org.telnyx4j.generated.model.SpeechPayloadType;
import org.telnyx4j.generated.model.SpeechServiceLevel;
import org.telnyx4j.generated.model.StartForkingRequest;
import org.telnyx4j.generated.model.StartNoiseSuppressionRequest;
import org.telnyx4j.generated.model.StartPlaybackRequest;
import org.telnyx4j.generated.model.StartRecordingRequest;
import org.telnyx4j.generated.model.StartStreamingRequest;
import org.telnyx4j.generated.model.StartTranscriptionRequest;
import org.telnyx4j.generated.model.StopForkingRequest;
import org.telnyx4j.generated.model.StopGatherRequest;
import org.telnyx4j.generated.model.StopNoiseSuppressionRequest;
import org.telnyx4j.generated.model.StopPlaybackRequest;
import org.telnyx4j.generated.model.StopRecordingRequest;
import org.telnyx4j.generated.model.StopSiprecRequest;
import org.telnyx4j.generated.model.StopStreamingRequest;
import org.telnyx4j.generated.model.StopTranscriptionRequest;
import org.telnyx4j.generated.model.StreamTrack;
import org.telnyx4j.generated.model.SupervisorRole;
import org.telnyx4j.generated.model.TargetLegs;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.generated.model.VoiceSettings;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.ScriptedServer;

class CallCommandsOnTheWireTest {
    private static final CallControlId ID = CallControlId.of("v3:T02llQx/a b+c?d");
    private static final String PATH = "/v2/calls/v3%3AT02llQx%2Fa%20b%2Bc%3Fd/actions/";
    private static final CallControlId OTHER = CallControlId.of("v3:other");
    private static final RequestOptions EXTRA =
            RequestOptions.builder().apiKey("KEYother").header("X-Extra", "1").build();
    private static final String EMOJI = "Grüße 👋🏽";
    private static final String EMOJI_BASE64 = "R3LDvMOfZSDwn5GL8J+PvQ==";
    private static final String COMMON = "'command_id':'mine','client_state':'" + EMOJI_BASE64 + "'";
    private static final String HEADERS = "'custom_headers':[{'name':'X-One','value':'1'},"
            + "{'name':'X-Two','value':'zwei'},{'name':'X-Two','value':'3'}]";
    private static final String UUI = "'sip_headers':[{'name':'User-to-User','value':'abc;encoding=hex'}]";
    private static final String AUTH = "'sip_auth_username':'user','sip_auth_password':'secret'";
    private static final String GATHERED = "'minimum_digits':2,'maximum_digits':4,'terminating_digit':'*',"
            + "'valid_digits':'0123','inter_digit_timeout_millis':1500";

    private final ScriptedServer server = Calling.server();
    private final Telnyx telnyx = Calling.client(server).build();

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
        assertThat(server.requests()).hasSize(2);
    }

    private String assertSentWithFreshId(Sent sent, CallCommandOutcome outcome) {
        ReceivedRequest received = server.last();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.target()).isEqualTo(PATH + sent.action());
        ObjectNode body = (ObjectNode) Calling.json(received.body());
        JsonNode commandId = body.remove("command_id");
        assertThat(body).isEqualTo(Calling.json(sent.body().replace('\'', '"')));
        assertThat(UUID.fromString(commandId.textValue())).hasToString(commandId.textValue());
        assertThat(outcome.commandId()).contains(commandId.textValue());
        assertOutcome(sent, outcome);
        return commandId.textValue();
    }

    private static void assertOutcome(Sent sent, CallCommandOutcome outcome) {
        assertThat(outcome.action()).contains(sent.action());
        assertThat(outcome.callControlId()).contains(ID);
        assertThat(outcome.status()).contains("ok");
        assertThat(outcome.requestId()).contains("req-1");
        assertThat(outcome.rateLimit()).isPresent();
        assertThat(outcome.recordingId()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fullCommands")
    void aCommandWithAllOptionsSendsExactlyThem(Sent sent) {
        CallCommandOutcome outcome = sent.send().apply(telnyx.calls(), ID);

        ReceivedRequest received = server.last();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.target()).isEqualTo(PATH + sent.action());
        assertThat(Calling.json(received.body()))
                .isEqualTo(Calling.json(sent.body().replace('\'', '"')));
        assertThat(received.header("Authorization")).isEqualTo("Bearer KEYother");
        assertThat(received.header("X-Extra")).isEqualTo("1");
        assertThat(outcome.commandId()).contains("mine");
        assertOutcome(sent, outcome);
    }

    @Test
    void everyCommandIsTriedWithAllItsOptions() {
        List<String> minimal = minimalCommands().map(Sent::action).distinct().toList();

        assertThat(fullCommands().map(Sent::action).distinct()).containsExactlyInAnyOrderElementsOf(minimal);
        assertThat(minimal).hasSize(30);
    }

    @Test
    void theSameRequestServesManyCallsWithACommandIdForEach() {
        HangupCallRequest request = HangupCallRequest.builder().clientState("x").build();

        String first = telnyx.calls().hangUp(ID, request).commandId().orElseThrow();
        String second = telnyx.calls().hangUp(ID, request).commandId().orElseThrow();

        assertThat(first).isNotEqualTo(second);
        assertThat(request.has("command_id")).isFalse();
    }

    @Test
    void theCallersCommandIdIsKept() {
        HangupCallRequest request =
                HangupCallRequest.builder().commandId("theirs").build();

        assertThat(telnyx.calls().hangUp(ID, request).commandId()).contains("theirs");
        assertThat(Calling.json(server.last().body()).get("command_id").textValue())
                .isEqualTo("theirs");
    }

    @Test
    void aRejectionWithoutACauseIsARefusal() {
        telnyx.calls().reject(ID, RejectCallRequest.builder().commandId("mine").build());

        assertThat(Calling.json(server.last().body()))
                .isEqualTo(Calling.json("{\"command_id\":\"mine\",\"cause\":\"CALL_REJECTED\"}"));
    }

    @Test
    void aRecordingWithoutAFormatIsMp3WithAChannelForEachParty() {
        telnyx.calls()
                .startRecording(
                        ID,
                        StartRecordingRequest.builder()
                                .commandId("mine")
                                .playBeep(true)
                                .build());

        assertThat(Calling.json(server.last().body()))
                .isEqualTo(Calling.json(
                        "{\"command_id\":\"mine\",\"channels\":\"dual\",\"format\":\"mp3\"," + "\"play_beep\":true}"));
    }

    @Test
    void aCommandThatHasNoCommandIdGetsNone() {
        CallCommandOutcome siprec = telnyx.calls().startSiprec(ID);
        CallCommandOutcome role = telnyx.calls().switchSupervisorRole(ID, SupervisorRole.WHISPER);

        assertThat(siprec.commandId()).isEmpty();
        assertThat(role.commandId()).isEmpty();
        assertThat(server.requests().get(0).target()).isEqualTo(PATH + "siprec_start");
        assertThat(Calling.json(server.requests().get(0).body())).isEqualTo(Calling.json("{}"));
        assertThat(server.last().target()).isEqualTo(PATH + "switch_supervisor_role");
        assertThat(Calling.json(server.last().body())).isEqualTo(Calling.json("{\"role\":\"whisper\"}"));
    }

    @Test
    void theClientStateIsPutWithoutACommandId() {
        CallCommandOutcome outcome = telnyx.calls().updateClientState(ID, EMOJI, EXTRA);

        ReceivedRequest received = server.last();
        assertThat(received.method()).isEqualTo("PUT");
        assertThat(received.target()).isEqualTo(PATH + "client_state_update");
        assertThat(Calling.json(received.body()))
                .isEqualTo(Calling.json("{\"client_state\":\"" + EMOJI_BASE64 + "\"}"));
        assertThat(received.header("Authorization")).isEqualTo("Bearer KEYother");
        assertThat(outcome.commandId()).isEmpty();
        assertThat(outcome.action()).contains("client_state_update");
        assertThat(telnyx.calls().updateClientState(ID, "").status()).contains("ok");
        assertThat(Calling.json(server.last().body())).isEqualTo(Calling.json("{\"client_state\":\"\"}"));
    }

    static Stream<Sent> minimalCommands() {
        return Stream.concat(controls(), media());
    }

    private static Stream<Sent> controls() {
        return Stream.of(
                new Sent("answer", "{}", Calls::answer),
                new Sent("hangup", "{}", Calls::hangUp),
                new Sent(
                        "transfer",
                        "{'to':'sip:+14155551234@trunk.livekit.cloud'}",
                        (calls, id) -> calls.transfer(id, "sip:+14155551234@trunk.livekit.cloud")),
                new Sent("transfer", "{'to':'+18005551234'}", (calls, id) -> calls.transfer(id, "+18005551234")),
                new Sent(
                        "refer",
                        "{'sip_address':'sips:desk@example.com'}",
                        (calls, id) -> calls.refer(id, "sips:desk@example.com")),
                new Sent("bridge", "{'call_control_id':'v3:other'}", (calls, id) -> calls.bridge(id, OTHER)),
                new Sent(
                        "bridge",
                        "{'queue':'support'}",
                        (calls, id) -> calls.bridge(
                                id,
                                BridgeCallsRequest.builder().queue("support").build())),
                new Sent(
                        "bridge",
                        "{'video_room_id':'room'}",
                        (calls, id) -> calls.bridge(
                                id,
                                BridgeCallsRequest.builder().videoRoomId("room").build())),
                new Sent("reject", "{'cause':'CALL_REJECTED'}", Calls::reject),
                new Sent("send_dtmf", "{'digits':'1wW#'}", (calls, id) -> calls.sendDtmf(id, "1wW#")),
                new Sent(
                        "send_sip_info",
                        "{'content_type':'text/plain','body':'hi'}",
                        (calls, id) -> calls.sendSipInfo(id, sipInfo().build())),
                new Sent("enqueue", "{'queue_name':'support'}", (calls, id) -> calls.enqueue(id, "support")),
                new Sent("leave_queue", "{}", Calls::leaveQueue));
    }

    private static Stream<Sent> media() {
        return Stream.of(
                new Sent(
                        "speak",
                        "{'payload':'Hello','voice':'Telnyx'}",
                        (calls, id) -> calls.speak(
                                id,
                                SpeakRequest.builder()
                                        .payload("Hello")
                                        .voice("Telnyx")
                                        .build())),
                new Sent("gather", "{}", Calls::gather),
                new Sent(
                        "gather_using_speak",
                        "{'payload':'PIN?','voice':'Telnyx'}",
                        (calls, id) -> calls.gatherUsingSpeak(
                                id,
                                GatherUsingSpeakRequest.builder()
                                        .payload("PIN?")
                                        .voice("Telnyx")
                                        .build())),
                new Sent(
                        "gather_using_audio",
                        "{'audio_url':'https://example.com/p.mp3'}",
                        (calls, id) -> calls.gatherUsingAudio(
                                id,
                                GatherUsingAudioRequest.builder()
                                        .audioUrl("https://example.com/p.mp3")
                                        .build())),
                new Sent("gather_stop", "{}", Calls::stopGather),
                new Sent(
                        "playback_start",
                        "{'audio_url':'https://example.com/p.mp3'}",
                        (calls, id) -> calls.play(id, "https://example.com/p.mp3")),
                new Sent(
                        "playback_start",
                        "{'playback_content':'AQL/'}",
                        (calls, id) -> calls.play(
                                id,
                                StartPlaybackRequest.builder()
                                        .playbackContent("AQL/")
                                        .build())),
                new Sent("playback_stop", "{}", Calls::stopPlayback),
                new Sent("record_start", "{'channels':'dual','format':'mp3'}", Calls::startRecording),
                new Sent("record_pause", "{}", Calls::pauseRecording),
                new Sent("record_resume", "{}", Calls::resumeRecording),
                new Sent("record_stop", "{}", Calls::stopRecording),
                new Sent(
                        "streaming_start",
                        "{'stream_url':'wss://example.com'}",
                        (calls, id) -> calls.startStreaming(
                                id,
                                StartStreamingRequest.builder()
                                        .streamUrl("wss://example.com")
                                        .build())),
                new Sent("streaming_stop", "{}", Calls::stopStreaming),
                new Sent("transcription_start", "{}", Calls::startTranscription),
                new Sent("transcription_stop", "{}", Calls::stopTranscription),
                new Sent(
                        "fork_start",
                        "{'rx':'udp:192.0.2.1:9000'}",
                        (calls, id) -> calls.startForking(
                                id,
                                StartForkingRequest.builder()
                                        .rx("udp:192.0.2.1:9000")
                                        .build())),
                new Sent("fork_stop", "{}", Calls::stopForking),
                new Sent("siprec_stop", "{}", Calls::stopSiprec),
                new Sent("suppression_start", "{}", Calls::startNoiseSuppression),
                new Sent("suppression_stop", "{}", Calls::stopNoiseSuppression));
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
                stopGather(),
                play(),
                stopPlayback(),
                startRecording(),
                pause(),
                resume(),
                stop(),
                sendDtmf(),
                sendSipInfo(),
                enqueue(),
                leaveQueue(),
                startStreaming(),
                stopStreaming(),
                startTranscription(),
                stopTranscription(),
                startForking(),
                stopForking(),
                stopSiprec(),
                startNoiseSuppression(),
                stopNoiseSuppression());
    }

    private static Sent answer() {
        AnswerCallRequest request = AnswerCallRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .addCustomHeader("X-One", "1")
                .addCustomHeader("X-Two", "zwei")
                .addCustomHeader("X-Two", "3")
                .addSipHeader(SipHeader.Name.USER_TO_USER, "abc;encoding=hex")
                .webhookUrl("https://example.com/hook")
                .record(RecordingTrigger.RECORD_FROM_ANSWER)
                .preferredCodecs("G722,PCMU")
                .billingGroupId("group")
                .sendSilenceWhenIdle(true)
                .transcription(true)
                .putAdditionalProperty("brand_new", 1)
                .build();
        String body = "{" + COMMON + "," + HEADERS + "," + UUI + ",'webhook_url':'https://example.com/hook',"
                + "'record':'record-from-answer','preferred_codecs':'G722,PCMU','billing_group_id':'group',"
                + "'send_silence_when_idle':true,'transcription':true,'brand_new':1}";
        return new Sent("answer", body, (calls, id) -> calls.answer(id, request, EXTRA));
    }

    private static Sent hangUp() {
        HangupCallRequest request = HangupCallRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .addCustomHeader("X-One", "1")
                .addCustomHeader("X-Two", "zwei")
                .addCustomHeader("X-Two", "3")
                .build();
        return new Sent("hangup", "{" + COMMON + "," + HEADERS + "}", (calls, id) -> calls.hangUp(id, request, EXTRA));
    }

    private static Sent transfer() {
        TransferCallRequest request = TransferCallRequest.builder()
                .to("sip:desk@example.com:5061;secure=srtp,123#")
                .commandId("mine")
                .clientState(EMOJI)
                .addCustomHeader("X-One", "1")
                .addCustomHeader("X-Two", "zwei")
                .addCustomHeader("X-Two", "3")
                .from("+14165550199")
                .fromDisplayName("Help Desk")
                .timeout(Duration.ofMillis(19_001))
                .timeLimit(Duration.ofHours(1))
                .targetLegClientState(EMOJI)
                .earlyMedia(false)
                .answeringMachineDetection(AnsweringMachineDetection.PREMIUM)
                .audioUrl("https://example.com/a.wav")
                .sendDigitsOnAnswer("ww1")
                .sipAuthUsername("user")
                .sipAuthPassword("secret")
                .addSipHeader(SipHeader.Name.USER_TO_USER, "abc;encoding=hex")
                .webhookUrl("https://example.com/hook")
                .record(RecordingTrigger.RECORD_FROM_ANSWER)
                .preferredCodecs("OPUS")
                .parkAfterUnbridge(ParkAfterUnbridge.SELF)
                .muteDtmf(MuteDtmf.BOTH)
                .build();
        String body = "{" + COMMON + "," + HEADERS + "," + UUI + "," + AUTH
                + ",'to':'sip:desk@example.com:5061;secure=srtp,123#',"
                + "'from':'+14165550199','from_display_name':'Help Desk','timeout_secs':20,"
                + "'time_limit_secs':3600,'target_leg_client_state':'" + EMOJI_BASE64 + "','early_media':false,"
                + "'answering_machine_detection':'premium','audio_url':'https://example.com/a.wav',"
                + "'send_digits_on_answer':'ww1','webhook_url':'https://example.com/hook',"
                + "'record':'record-from-answer','preferred_codecs':'OPUS','park_after_unbridge':'self',"
                + "'mute_dtmf':'both'}";
        return new Sent("transfer", body, (calls, id) -> calls.transfer(id, request, EXTRA));
    }

    private static Sent refer() {
        ReferCallRequest request = ReferCallRequest.builder()
                .sipAddress("sip:a@example.com")
                .commandId("mine")
                .clientState(EMOJI)
                .addCustomHeader("X-One", "1")
                .addCustomHeader("X-Two", "zwei")
                .addCustomHeader("X-Two", "3")
                .sipAuthUsername("user")
                .sipAuthPassword("secret")
                .addSipHeader(SipHeader.Name.USER_TO_USER, "abc;encoding=hex")
                .build();
        String body = "{" + COMMON + "," + HEADERS + "," + UUI + "," + AUTH + ",'sip_address':'sip:a@example.com'}";
        return new Sent("refer", body, (calls, id) -> calls.refer(id, request, EXTRA));
    }

    private static Sent bridge() {
        BridgeCallsRequest request = BridgeCallsRequest.builder()
                .callControlId(OTHER)
                .commandId("mine")
                .clientState(EMOJI)
                .playRingtone(true)
                .preventDoubleBridge(true)
                .holdAfterUnbridge(true)
                .parkAfterUnbridge(ParkAfterUnbridge.SELF)
                .muteDtmf(MuteDtmf.SELF)
                .record(RecordingTrigger.RECORD_FROM_ANSWER)
                .ringtone(BridgeCallsRequest.Ringtone.fromValue("ca"))
                .build();
        String body = "{" + COMMON + ",'call_control_id':'v3:other','play_ringtone':true,"
                + "'prevent_double_bridge':true,'hold_after_unbridge':true,'park_after_unbridge':'self',"
                + "'mute_dtmf':'self','record':'record-from-answer','ringtone':'ca'}";
        return new Sent("bridge", body, (calls, id) -> calls.bridge(id, request, EXTRA));
    }

    private static Sent reject() {
        RejectCallRequest request = RejectCallRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .cause(RejectCause.USER_BUSY)
                .build();
        return new Sent(
                "reject", "{" + COMMON + ",'cause':'USER_BUSY'}", (calls, id) -> calls.reject(id, request, EXTRA));
    }

    private static Sent speak() {
        SpeakRequest request = SpeakRequest.builder()
                .payload("<speak>Hi</speak>")
                .payloadType(SpeechPayloadType.SSML)
                .commandId("mine")
                .clientState(EMOJI)
                .voice("AWS.Polly.Joanna-Neural")
                .language(SpeechLanguage.EN_US)
                .voiceSettings(
                        VoiceSettings.builder().type(VoiceSettings.Type.TELNYX).build())
                .serviceLevel(SpeechServiceLevel.PREMIUM)
                .loop("infinity")
                .loop(3)
                .targetLegs(TargetLegs.BOTH)
                .build();
        String body = "{" + COMMON + ",'payload':'<speak>Hi</speak>','payload_type':'ssml',"
                + "'voice':'AWS.Polly.Joanna-Neural','language':'en-US','voice_settings':{'type':'telnyx'},"
                + "'service_level':'premium','loop':3,'target_legs':'both'}";
        return new Sent("speak", body, (calls, id) -> calls.speak(id, request, EXTRA));
    }

    private static Sent gather() {
        GatherRequest request = GatherRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .minimumDigits(2)
                .maximumDigits(4)
                .terminatingDigit("*")
                .validDigits("0123")
                .interDigitTimeout(Duration.ofMillis(1500))
                .initialTimeout(Duration.ofNanos(1))
                .timeout(Duration.ofSeconds(9))
                .gatherId("menu")
                .build();
        String body =
                "{" + COMMON + "," + GATHERED + ",'initial_timeout_millis':1,'timeout_millis':9000,'gather_id':'menu'}";
        return new Sent("gather", body, (calls, id) -> calls.gather(id, request, EXTRA));
    }

    private static Sent gatherUsingSpeak() {
        GatherUsingSpeakRequest request = GatherUsingSpeakRequest.builder()
                .payload("PIN?")
                .commandId("mine")
                .clientState(EMOJI)
                .voice("Telnyx")
                .language(SpeechLanguage.EN_GB)
                .voiceSettings(
                        VoiceSettings.builder().type(VoiceSettings.Type.TELNYX).build())
                .serviceLevel(SpeechServiceLevel.BASIC)
                .invalidPayload("Again.")
                .minimumDigits(2)
                .maximumDigits(4)
                .terminatingDigit("*")
                .validDigits("0123")
                .interDigitTimeout(Duration.ofMillis(1500))
                .maximumTries(2)
                .timeout(Duration.ofSeconds(9))
                .build();
        String body = "{" + COMMON + "," + GATHERED + ",'payload':'PIN?','voice':'Telnyx',"
                + "'language':'en-GB','voice_settings':{'type':'telnyx'},'service_level':'basic',"
                + "'invalid_payload':'Again.','maximum_tries':2,'timeout_millis':9000}";
        return new Sent("gather_using_speak", body, (calls, id) -> calls.gatherUsingSpeak(id, request, EXTRA));
    }

    private static Sent gatherUsingAudio() {
        GatherUsingAudioRequest request = GatherUsingAudioRequest.builder()
                .mediaName("pin")
                .commandId("mine")
                .clientState(EMOJI)
                .invalidMediaName("again")
                .minimumDigits(2)
                .maximumDigits(4)
                .terminatingDigit("*")
                .validDigits("0123")
                .interDigitTimeout(Duration.ofMillis(1500))
                .maximumTries(2)
                .timeout(Duration.ofSeconds(9))
                .build();
        String body = "{" + COMMON + "," + GATHERED + ",'media_name':'pin','invalid_media_name':'again',"
                + "'maximum_tries':2,'timeout_millis':9000}";
        return new Sent("gather_using_audio", body, (calls, id) -> calls.gatherUsingAudio(id, request, EXTRA));
    }

    private static Sent play() {
        StartPlaybackRequest request = StartPlaybackRequest.builder()
                .mediaName("song")
                .commandId("mine")
                .clientState(EMOJI)
                .audioType(AudioType.WAV)
                .loop("infinity")
                .overlay(true)
                .cacheAudio(false)
                .targetLegs(TargetLegs.SELF)
                .stop(PlaybackStop.ALL)
                .build();
        String body = "{" + COMMON + ",'media_name':'song','audio_type':'wav','loop':'infinity',"
                + "'overlay':true,'cache_audio':false,'target_legs':'self','stop':'all'}";
        return new Sent("playback_start", body, (calls, id) -> calls.play(id, request, EXTRA));
    }

    private static Sent stopPlayback() {
        StopPlaybackRequest request = StopPlaybackRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .stop(PlaybackStop.CURRENT)
                .overlay(true)
                .build();
        return new Sent(
                "playback_stop",
                "{" + COMMON + ",'stop':'current','overlay':true}",
                (calls, id) -> calls.stopPlayback(id, request, EXTRA));
    }

    private static Sent startRecording() {
        StartRecordingRequest request = StartRecordingRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .format(RecordingFormat.WAV)
                .channels(RecordingChannels.SINGLE)
                .recordingTrack(RecordingTrack.INBOUND)
                .playBeep(true)
                .maxLength(Duration.ofHours(4))
                .timeout(Duration.ZERO)
                .customFileName("ticket")
                .trim(RecordingTrim.TRIM_SILENCE)
                .transcription(true)
                .build();
        String body = "{" + COMMON + ",'format':'wav','channels':'single','recording_track':'inbound',"
                + "'play_beep':true,'max_length':14400,'timeout_secs':0,'custom_file_name':'ticket',"
                + "'trim':'trim-silence','transcription':true}";
        return new Sent("record_start", body, (calls, id) -> calls.startRecording(id, request, EXTRA));
    }

    private static Sent pause() {
        PauseRecordingRequest request = PauseRecordingRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .recordingId("rec")
                .build();
        return new Sent(
                "record_pause",
                "{" + COMMON + ",'recording_id':'rec'}",
                (calls, id) -> calls.pauseRecording(id, request, EXTRA));
    }

    private static Sent resume() {
        ResumeRecordingRequest request = ResumeRecordingRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .recordingId("rec")
                .build();
        return new Sent(
                "record_resume",
                "{" + COMMON + ",'recording_id':'rec'}",
                (calls, id) -> calls.resumeRecording(id, request, EXTRA));
    }

    private static Sent stop() {
        StopRecordingRequest request = StopRecordingRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .recordingId("rec")
                .build();
        return new Sent(
                "record_stop",
                "{" + COMMON + ",'recording_id':'rec'}",
                (calls, id) -> calls.stopRecording(id, request, EXTRA));
    }

    private static Sent sendDtmf() {
        SendDtmfRequest request = SendDtmfRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .digits("12")
                .duration(Duration.ofMillis(100))
                .build();
        return new Sent(
                "send_dtmf",
                "{" + COMMON + ",'digits':'12','duration_millis':100}",
                (calls, id) -> calls.sendDtmf(id, request, EXTRA));
    }

    private static Sent enqueue() {
        EnqueueCallRequest request = EnqueueCallRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .queueName("support")
                .maxWaitTime(Duration.ofMinutes(5))
                .maxSize(20)
                .build();
        return new Sent(
                "enqueue",
                "{" + COMMON + ",'queue_name':'support','max_wait_time_secs':300,'max_size':20}",
                (calls, id) -> calls.enqueue(id, request, EXTRA));
    }

    private static Sent startStreaming() {
        StartStreamingRequest request = StartStreamingRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .streamUrl("wss://example.com")
                .streamTrack(StreamTrack.BOTH_TRACKS)
                .build();
        return new Sent(
                "streaming_start",
                "{" + COMMON + ",'stream_url':'wss://example.com','stream_track':'both_tracks'}",
                (calls, id) -> calls.startStreaming(id, request, EXTRA));
    }

    private static Sent stopStreaming() {
        StopStreamingRequest request = StopStreamingRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .streamId("stream")
                .build();
        return new Sent(
                "streaming_stop",
                "{" + COMMON + ",'stream_id':'stream'}",
                (calls, id) -> calls.stopStreaming(id, request, EXTRA));
    }

    private static Sent startTranscription() {
        StartTranscriptionRequest request = StartTranscriptionRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .transcriptionTracks(StartTranscriptionRequest.TranscriptionTracks.BOTH)
                .build();
        return new Sent(
                "transcription_start",
                "{" + COMMON + ",'transcription_tracks':'both'}",
                (calls, id) -> calls.startTranscription(id, request, EXTRA));
    }

    private static Sent startForking() {
        StartForkingRequest request = StartForkingRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .rx("udp:192.0.2.1:9000")
                .streamType(ForkStreamType.RAW)
                .build();
        return new Sent(
                "fork_start",
                "{" + COMMON + ",'rx':'udp:192.0.2.1:9000','stream_type':'raw'}",
                (calls, id) -> calls.startForking(id, request, EXTRA));
    }

    private static Sent stopForking() {
        StopForkingRequest request = StopForkingRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .streamType(ForkStreamType.RAW)
                .build();
        return new Sent(
                "fork_stop",
                "{" + COMMON + ",'stream_type':'raw'}",
                (calls, id) -> calls.stopForking(id, request, EXTRA));
    }

    private static Sent startNoiseSuppression() {
        StartNoiseSuppressionRequest request = StartNoiseSuppressionRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .direction(NoiseSuppressionDirection.BOTH)
                .build();
        return new Sent(
                "suppression_start",
                "{" + COMMON + ",'direction':'both'}",
                (calls, id) -> calls.startNoiseSuppression(id, request, EXTRA));
    }

    private static Sent stopGather() {
        StopGatherRequest request =
                StopGatherRequest.builder().commandId("mine").clientState(EMOJI).build();
        return new Sent("gather_stop", "{" + COMMON + "}", (calls, id) -> calls.stopGather(id, request, EXTRA));
    }

    private static Sent leaveQueue() {
        LeaveQueueRequest request =
                LeaveQueueRequest.builder().commandId("mine").clientState(EMOJI).build();
        return new Sent("leave_queue", "{" + COMMON + "}", (calls, id) -> calls.leaveQueue(id, request, EXTRA));
    }

    private static Sent stopTranscription() {
        StopTranscriptionRequest request = StopTranscriptionRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .build();
        return new Sent(
                "transcription_stop", "{" + COMMON + "}", (calls, id) -> calls.stopTranscription(id, request, EXTRA));
    }

    private static Sent stopSiprec() {
        StopSiprecRequest request =
                StopSiprecRequest.builder().commandId("mine").clientState(EMOJI).build();
        return new Sent("siprec_stop", "{" + COMMON + "}", (calls, id) -> calls.stopSiprec(id, request, EXTRA));
    }

    private static Sent stopNoiseSuppression() {
        StopNoiseSuppressionRequest request = StopNoiseSuppressionRequest.builder()
                .commandId("mine")
                .clientState(EMOJI)
                .build();
        return new Sent(
                "suppression_stop", "{" + COMMON + "}", (calls, id) -> calls.stopNoiseSuppression(id, request, EXTRA));
    }

    private static SendSipInfoRequest.Builder sipInfo() {
        return SendSipInfoRequest.builder().contentType("text/plain").body("hi");
    }

    private static Sent sendSipInfo() {
        SendSipInfoRequest request =
                sipInfo().commandId("mine").clientState(EMOJI).build();
        return new Sent(
                "send_sip_info",
                "{" + COMMON + ",'content_type':'text/plain','body':'hi'}",
                (calls, id) -> calls.sendSipInfo(id, request, EXTRA));
    }

    /** A command, the end of its path and its body, in which apostrophes stand for quotation marks. */
    private record Sent(String action, String body, BiFunction<Calls, CallControlId, CallCommandOutcome> send) {
        @Override
        public String toString() {
            return action;
        }
    }
}
