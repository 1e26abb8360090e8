package org.telnyx4j.internal.telemetry;

import static org.telnyx4j.internal.telemetry.FacadeOperation.operation;
import static org.telnyx4j.internal.telemetry.MessagingUses.OPTIONS;
import static org.telnyx4j.internal.telemetry.PrivateValues.DIGITS;
import static org.telnyx4j.internal.telemetry.PrivateValues.HEADER;
import static org.telnyx4j.internal.telemetry.PrivateValues.NUMBER;
import static org.telnyx4j.internal.telemetry.PrivateValues.PASSWORD;
import static org.telnyx4j.internal.telemetry.PrivateValues.SIP;
import static org.telnyx4j.internal.telemetry.PrivateValues.STATE;
import static org.telnyx4j.internal.telemetry.PrivateValues.TEXT;
import static org.telnyx4j.internal.telemetry.PrivateValues.URL;

import java.util.ArrayList;
import java.util.List;
import org.telnyx4j.voice.AnswerOptions;
import org.telnyx4j.voice.AudioPrompt;
import org.telnyx4j.voice.BridgeOptions;
import org.telnyx4j.voice.CallCommandOptions;
import org.telnyx4j.voice.CallControlId;
import org.telnyx4j.voice.GatherOptions;
import org.telnyx4j.voice.HangUpOptions;
import org.telnyx4j.voice.OutgoingCall;
import org.telnyx4j.voice.PauseRecordingOptions;
import org.telnyx4j.voice.Playback;
import org.telnyx4j.voice.ReferOptions;
import org.telnyx4j.voice.RejectOptions;
import org.telnyx4j.voice.ResumeRecordingOptions;
import org.telnyx4j.voice.SendDtmfOptions;
import org.telnyx4j.voice.SipHeadersBuilder;
import org.telnyx4j.voice.Speech;
import org.telnyx4j.voice.SpokenPrompt;
import org.telnyx4j.voice.StartRecordingOptions;
import org.telnyx4j.voice.StopPlaybackOptions;
import org.telnyx4j.voice.StopRecordingOptions;
import org.telnyx4j.voice.TransferOptions;

/** The operations on calls, used with private values. */
final class CallUses {
    private static final CallControlId ID = CallControlId.of(Account.LEG);
    private static final CallControlId OTHER =
            CallControlId.of("v3:T02llQxIyaRkhfRKxgAP8nY511EhFLizdvdUKJiSw8d6A9BborherQ");

    private CallUses() {}

    static List<FacadeOperation> all() {
        List<FacadeOperation> all = new ArrayList<>(legs());
        all.addAll(sounds());
        all.addAll(recordings());
        return all;
    }

    private static FacadeOperation action(String name, String action) {
        return operation("calls." + name, "POST /calls/{call_control_id}/actions/" + action);
    }

    private static <B extends CallCommandOptions.Builder<?, B>> B state(B options) {
        return options.clientState(STATE).requestOptions(OPTIONS);
    }

    private static <B extends SipHeadersBuilder<?, B>> B headers(B options) {
        return state(options).customHeader("X-Note", HEADER);
    }

    private static <B extends CallCommandOptions.Builder<?, B>> B bad(B options) {
        return state(options).commandId(" ");
    }

    private static List<FacadeOperation> legs() {
        return List.of(
                operation("calls.dial", "POST /calls")
                        .by(t -> t.calls()
                                .dial(headers(OutgoingCall.to(NUMBER, SIP))
                                        .fromDisplayName("Jane Doe")
                                        .sipAuthUsername("jane")
                                        .sipAuthPassword(PASSWORD)
                                        .userToUserHeader(HEADER)
                                        .webhookUrl(URL)
                                        .sendDigitsOnAnswer(DIGITS)
                                        .build()))
                        .refuses(t -> t.calls()
                                .dial(headers(OutgoingCall.to("6135550142")).build())),
                action("answer", "answer")
                        .by(
                                t -> t.calls().answer(ID),
                                t -> t.calls()
                                        .answer(
                                                ID,
                                                headers(AnswerOptions.builder())
                                                        .webhookUrl(URL)
                                                        .build()))
                        .refuses(t -> t.calls()
                                .answer(ID, bad(AnswerOptions.builder()).build())),
                action("hang_up", "hangup")
                        .by(
                                t -> t.calls().hangUp(ID),
                                t -> t.calls()
                                        .hangUp(
                                                ID,
                                                headers(HangUpOptions.builder()).build()))
                        .refuses(t -> t.calls()
                                .hangUp(ID, bad(HangUpOptions.builder()).build())),
                action("transfer", "transfer")
                        .by(
                                t -> t.calls().transfer(ID, SIP),
                                t -> t.calls()
                                        .transfer(
                                                ID,
                                                NUMBER,
                                                headers(TransferOptions.builder())
                                                        .targetLegClientState(STATE)
                                                        .sipAuthPassword(PASSWORD)
                                                        .audioUrl(URL)
                                                        .build()))
                        .refuses(t -> t.calls().transfer(ID, "6135550142")),
                action("refer", "refer")
                        .by(
                                t -> t.calls().refer(ID, SIP),
                                t -> t.calls()
                                        .refer(
                                                ID,
                                                SIP,
                                                headers(ReferOptions.builder()).build()))
                        .refuses(t -> t.calls().refer(ID, NUMBER)),
                action("bridge", "bridge")
                        .by(
                                t -> t.calls().bridge(ID, OTHER),
                                t -> t.calls()
                                        .bridge(
                                                ID,
                                                state(BridgeOptions.withQueue("Jane Doe"))
                                                        .build()))
                        .refuses(t -> t.calls().bridge(ID, ID)),
                action("reject", "reject")
                        .by(
                                t -> t.calls().reject(ID),
                                t -> t.calls()
                                        .reject(
                                                ID,
                                                state(RejectOptions.builder()).build()))
                        .refuses(t -> t.calls()
                                .reject(ID, bad(RejectOptions.builder()).build())),
                operation("calls.update_client_state", "PUT /calls/{call_control_id}/actions/client_state_update")
                        .by(
                                t -> t.calls().updateClientState(ID, STATE),
                                t -> t.calls().updateClientState(ID, STATE, OPTIONS)),
                operation("calls.retrieve", "GET /calls/{call_control_id}")
                        .by(t -> t.calls().retrieve(ID), t -> t.calls().retrieve(ID, OPTIONS)));
    }

    private static List<FacadeOperation> sounds() {
        return List.of(
                action("speak", "speak")
                        .by(t -> t.calls()
                                .speak(
                                        ID,
                                        state(Speech.text(TEXT)).voice("female").build()))
                        .refuses(
                                t -> t.calls().speak(ID, state(Speech.text(" ")).build())),
                action("gather", "gather")
                        .by(
                                t -> t.calls().gather(ID),
                                t -> t.calls()
                                        .gather(
                                                ID,
                                                state(GatherOptions.builder()).build()))
                        .refuses(t -> t.calls()
                                .gather(ID, bad(GatherOptions.builder()).build())),
                action("gather_using_speak", "gather_using_speak")
                        .by(t -> t.calls()
                                .gatherUsingSpeak(
                                        ID,
                                        state(SpokenPrompt.text(TEXT))
                                                .voice("female")
                                                .build()))
                        .refuses(t -> t.calls()
                                .gatherUsingSpeak(
                                        ID,
                                        bad(SpokenPrompt.text(TEXT))
                                                .voice("female")
                                                .build())),
                action("gather_using_audio", "gather_using_audio")
                        .by(t -> t.calls()
                                .gatherUsingAudio(
                                        ID, state(AudioPrompt.url(URL)).build()))
                        .refuses(t -> t.calls()
                                .gatherUsingAudio(
                                        ID, state(AudioPrompt.url("ftp:" + URL)).build())),
                action("play", "playback_start")
                        .by(
                                t -> t.calls().play(ID, URL),
                                t -> t.calls()
                                        .play(
                                                ID,
                                                state(Playback.mediaName("Jane Doe.mp3"))
                                                        .build()))
                        .refuses(t -> t.calls().play(ID, "ftp:" + URL)),
                action("stop_playback", "playback_stop")
                        .by(
                                t -> t.calls().stopPlayback(ID),
                                t -> t.calls()
                                        .stopPlayback(
                                                ID,
                                                state(StopPlaybackOptions.builder())
                                                        .build()))
                        .refuses(t -> t.calls()
                                .stopPlayback(
                                        ID, bad(StopPlaybackOptions.builder()).build())),
                action("send_dtmf", "send_dtmf")
                        .by(
                                t -> t.calls().sendDtmf(ID, DIGITS),
                                t -> t.calls()
                                        .sendDtmf(
                                                ID,
                                                DIGITS,
                                                state(SendDtmfOptions.builder()).build()))
                        .refuses(t -> t.calls().sendDtmf(ID, TEXT)));
    }

    private static List<FacadeOperation> recordings() {
        return List.of(
                action("start_recording", "record_start")
                        .by(
                                t -> t.calls().startRecording(ID),
                                t -> t.calls()
                                        .startRecording(
                                                ID,
                                                state(StartRecordingOptions.builder())
                                                        .customFileName("Jane Doe")
                                                        .build()))
                        .refuses(t -> t.calls()
                                .startRecording(
                                        ID,
                                        state(StartRecordingOptions.builder())
                                                .customFileName(TEXT.repeat(9))
                                                .build())),
                action("pause_recording", "record_pause")
                        .by(
                                t -> t.calls().pauseRecording(ID),
                                t -> t.calls()
                                        .pauseRecording(
                                                ID,
                                                state(PauseRecordingOptions.builder())
                                                        .build()))
                        .refuses(t -> t.calls()
                                .pauseRecording(
                                        ID, bad(PauseRecordingOptions.builder()).build())),
                action("resume_recording", "record_resume")
                        .by(
                                t -> t.calls().resumeRecording(ID),
                                t -> t.calls()
                                        .resumeRecording(
                                                ID,
                                                state(ResumeRecordingOptions.builder())
                                                        .build()))
                        .refuses(t -> t.calls()
                                .resumeRecording(
                                        ID,
                                        bad(ResumeRecordingOptions.builder()).build())),
                action("stop_recording", "record_stop")
                        .by(
                                t -> t.calls().stopRecording(ID),
                                t -> t.calls()
                                        .stopRecording(
                                                ID,
                                                state(StopRecordingOptions.builder())
                                                        .build()))
                        .refuses(t -> t.calls()
                                .stopRecording(
                                        ID, bad(StopRecordingOptions.builder()).build())));
    }
}
