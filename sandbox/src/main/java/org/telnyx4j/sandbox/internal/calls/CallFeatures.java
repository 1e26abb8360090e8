package org.telnyx4j.sandbox.internal.calls;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.generated.model.CallDeepfakeDetectionResultPayload;
import org.telnyx4j.generated.model.CallDequeuedPayload;
import org.telnyx4j.generated.model.CallDtmfReceivedPayload;
import org.telnyx4j.generated.model.CallEnqueuedPayload;
import org.telnyx4j.generated.model.CallForkStartedPayload;
import org.telnyx4j.generated.model.CallForkStoppedPayload;
import org.telnyx4j.generated.model.CallGatherEndedPayload;
import org.telnyx4j.generated.model.CallHoldPayload;
import org.telnyx4j.generated.model.CallMachineDetectionEndedPayload;
import org.telnyx4j.generated.model.CallMachineGreetingEndedPayload;
import org.telnyx4j.generated.model.CallMachinePremiumDetectionEndedPayload;
import org.telnyx4j.generated.model.CallMachinePremiumGreetingEndedPayload;
import org.telnyx4j.generated.model.CallPlaybackEndedPayload;
import org.telnyx4j.generated.model.CallPlaybackStartedPayload;
import org.telnyx4j.generated.model.CallRecordingSavedPayload;
import org.telnyx4j.generated.model.CallRecordingTranscriptionSavedPayload;
import org.telnyx4j.generated.model.CallReferCompletedPayload;
import org.telnyx4j.generated.model.CallReferStartedPayload;
import org.telnyx4j.generated.model.CallSiprecStartedPayload;
import org.telnyx4j.generated.model.CallSiprecStoppedPayload;
import org.telnyx4j.generated.model.CallSpeakEndedPayload;
import org.telnyx4j.generated.model.CallSpeakStartedPayload;
import org.telnyx4j.generated.model.CallStreamingStartedPayload;
import org.telnyx4j.generated.model.CallStreamingStoppedPayload;
import org.telnyx4j.generated.model.CallTranscriptionPayload;
import org.telnyx4j.generated.model.CallUnholdPayload;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.OpenEnum;
import org.telnyx4j.sandbox.internal.api.ApiFailure;
import org.telnyx4j.sandbox.internal.api.ErrorCode;
import org.telnyx4j.sandbox.internal.time.Scheduled;
import org.telnyx4j.sandbox.internal.time.Timeline;
import org.telnyx4j.sandbox.internal.time.WireTime;

/** What goes on in a call: audio, keys, recordings, queues, detections. Guarded by the lock of {@link CallService}. */
final class CallFeatures {
    /** How long everything that is spoken or played takes. */
    static final Duration AUDIO_TIME = Duration.ofMillis(100);

    private static final String COMPLETED = "completed";
    private static final String HANGUP = "call_hangup";
    private static final int QUEUE_SIZE = 100;

    private final CallService calls;
    private final Timeline timeline;
    private final Recordings recordings;
    private final Map<String, List<Leg>> queues = new HashMap<>();
    private final Map<String, Integer> queueSizes = new HashMap<>();

    CallFeatures(CallService calls, Timeline timeline, Recordings recordings) {
        this.calls = calls;
        this.timeline = timeline;
        this.recordings = recordings;
    }

    void clear() {
        queues.clear();
        queueSizes.clear();
        recordings.clear();
    }

    /** Returns the text of a field, be it a string or one of an enum's values. */
    static @Nullable String text(JsonModel request, String name) {
        Object value = request.get(name);
        Object plain = value instanceof OpenEnum<?> known ? known.getValue() : value;
        return plain == null ? null : plain.toString();
    }

    static String text(JsonModel request, String name, String otherwise) {
        String given = text(request, name);
        return given == null ? otherwise : given;
    }

    private static boolean isTrue(JsonModel request, String name) {
        return Boolean.TRUE.equals(request.get(name));
    }

    /** Starts what the request to dial or to answer has asked for. */
    void startWhatWasAskedFor(Leg leg) {
        RecordingState planned = leg.planned;
        if (planned != null) {
            leg.planned = null;
            leg.recording = new RecordingState(
                    planned.id(), planned.channels(), planned.format(), calls.now(), planned.transcription());
        }
        JsonModel request = leg.dialled;
        if (request == null) {
            return;
        }
        leg.transcribed = isTrue(request, "transcription");
        if (text(request, "stream_url") != null) {
            startStreaming(leg, request);
        }
        if (request.toMap().get("deepfake_detection") instanceof Map<?, ?> config
                && Boolean.TRUE.equals(config.get("enabled"))) {
            calls.stepAfter(
                    leg,
                    AUDIO_TIME,
                    () -> calls.emit(
                            leg,
                            "call.deepfake_detection.result",
                            CallDeepfakeDetectionResultPayload.TYPE,
                            Map.of("result", "real", "score", new BigDecimal("0.02"))));
        }
    }

    void speak(Leg leg, JsonModel request) {
        stopFirst(leg, text(request, "stop"));
        play(leg, new AudioQueue.Item(true, Map.of(), rounds(request)));
    }

    void startPlayback(Leg leg, JsonModel request) {
        stopFirst(leg, text(request, "stop"));
        Map<String, Object> facts = new LinkedHashMap<>();
        for (String[] names : new String[][] {{"audio_url", "media_url"}, {"media_name", "media_name"}}) {
            String given = text(request, names[0]);
            if (given != null) {
                facts.put(names[1], given);
            }
        }
        boolean overlay = isTrue(request, "overlay");
        facts.put("overlay", overlay);
        AudioQueue.Item item = new AudioQueue.Item(false, facts, rounds(request));
        if (!overlay) {
            play(leg, item);
            return;
        }
        emitStarted(leg, item);
        calls.stepAfter(leg, AUDIO_TIME, () -> emitEnded(leg, item, COMPLETED));
    }

    private static int rounds(JsonModel request) {
        Object loop = request.get("loop");
        if (loop instanceof Number times) {
            return times.intValue();
        }
        return loop == null ? 1 : loop.toString().matches("[0-9]+") ? Integer.parseInt(loop.toString()) : 0;
    }

    private void play(Leg leg, AudioQueue.Item item) {
        if (leg.audio.add(item)) {
            startCurrent(leg);
        }
    }

    private void startCurrent(Leg leg) {
        AudioQueue.Item item = leg.audio.current();
        if (item == null) {
            return;
        }
        emitStarted(leg, item);
        if (item.rounds > 0) {
            item.end = timeline.stepAfter(AUDIO_TIME.multipliedBy(item.rounds), () -> {
                synchronized (calls) {
                    if (leg.isAlive() && leg.audio.current() == item) {
                        finishCurrent(leg, COMPLETED);
                    }
                }
            });
        }
    }

    private void finishCurrent(Leg leg, String status) {
        AudioQueue.Item item = leg.audio.finish();
        if (item != null) {
            emitEnded(leg, item, status);
            startCurrent(leg);
        }
    }

    private void stopFirst(Leg leg, @Nullable String what) {
        if (what != null) {
            stopAudio(leg, what);
        }
    }

    void stopPlayback(Leg leg, JsonModel request) {
        stopAudio(leg, text(request, "stop", "all"));
    }

    private void stopAudio(Leg leg, String what) {
        if (what.equals("all")) {
            leg.audio.dropWaiting();
        }
        finishCurrent(leg, "cancelled");
    }

    private void emitStarted(Leg leg, AudioQueue.Item item) {
        if (item.speech) {
            calls.emit(leg, "call.speak.started", CallSpeakStartedPayload.TYPE, Map.of());
        } else {
            calls.emit(leg, "call.playback.started", CallPlaybackStartedPayload.TYPE, item.facts);
        }
    }

    private void emitEnded(Leg leg, AudioQueue.Item item, String status) {
        if (item.speech) {
            // There is no status for speech that was cut short by a command.
            String known = status.equals("cancelled") ? COMPLETED : status;
            calls.emit(leg, "call.speak.ended", CallSpeakEndedPayload.TYPE, Map.of("status", known));
        } else {
            Map<String, Object> own = new LinkedHashMap<>(item.facts);
            own.put("status", status);
            own.put("status_detail", "");
            calls.emit(leg, "call.playback.ended", CallPlaybackEndedPayload.TYPE, own);
        }
    }

    void startGather(Leg leg, JsonModel request, boolean prompted) {
        endGather(leg, "cancelled");
        GatherState gather = new GatherState(request, prompted);
        leg.gather = gather;
        waitForKeys(leg, gather);
    }

    private void waitForKeys(Leg leg, GatherState gather) {
        gather.cancelTimers();
        gather.timer = after(leg, gather, gather.digits.isEmpty() ? gather.initialTimeout : gather.betweenTimeout);
        gather.totalTimer = after(leg, gather, gather.totalTimeout);
    }

    private Scheduled after(Leg leg, GatherState gather, Duration delay) {
        return timeline.after(delay, () -> {
            synchronized (calls) {
                if (leg.gather == gather) {
                    inputOver(leg, gather, gather.statusAtTimeout());
                }
            }
        });
    }

    private void inputOver(Leg leg, GatherState gather, String status) {
        if (!status.equals("valid") && gather.triesLeft > 0) {
            gather.triesLeft--;
            gather.digits.setLength(0);
            waitForKeys(leg, gather);
        } else {
            endGather(leg, status);
        }
    }

    void endGather(Leg leg, String status) {
        GatherState gather = leg.gather;
        if (gather == null) {
            return;
        }
        leg.gather = null;
        gather.cancelTimers();
        calls.emit(
                leg,
                "call.gather.ended",
                CallGatherEndedPayload.TYPE,
                Map.of("digits", gather.digits.toString(), "status", status));
    }

    void press(Leg leg, String digits) {
        for (char key : digits.toUpperCase(Locale.ROOT).toCharArray()) {
            String digit = String.valueOf(key);
            calls.emit(leg, "call.dtmf.received", CallDtmfReceivedPayload.TYPE, Map.of("digit", digit));
            GatherState gather = leg.gather;
            if (gather != null) {
                take(leg, gather, digit);
            }
        }
    }

    private void take(Leg leg, GatherState gather, String digit) {
        if (gather.terminating.contains(digit)) {
            inputOver(leg, gather, gather.digits.length() >= gather.minimum ? "valid" : "invalid");
        } else if (!gather.validDigits.contains(digit)) {
            inputOver(leg, gather, "invalid");
        } else {
            gather.digits.append(digit);
            if (gather.digits.length() >= gather.maximum) {
                endGather(leg, "valid");
            } else {
                waitForNextKey(leg, gather);
            }
        }
    }

    private void waitForNextKey(Leg leg, GatherState gather) {
        if (gather.timer != null) {
            gather.timer.cancel();
        }
        gather.timer = after(leg, gather, gather.betweenTimeout);
    }

    void heard(Leg leg, String text) {
        if (leg.transcribed) {
            calls.emit(
                    leg,
                    "call.transcription",
                    CallTranscriptionPayload.TYPE,
                    Map.of(
                            "transcription_data",
                            Map.of(
                                    "transcript",
                                    text,
                                    "confidence",
                                    new BigDecimal("0.97"),
                                    "is_final",
                                    true,
                                    "transcription_track",
                                    "inbound")));
        }
    }

    void startTranscription(Leg leg) {
        if (leg.transcribed) {
            throw new ApiFailure(
                    ErrorCode.TRANSCRIPTION_IN_PROGRESS, "Call transcription can't be started more than once.");
        }
        leg.transcribed = true;
    }

    /** Returns what is to be recorded once the call is answered. */
    RecordingState planned(JsonModel request) {
        return new RecordingState(
                CallService.uuid(),
                text(request, "record_channels", "dual"),
                text(request, "record_format", "mp3"),
                calls.now(),
                false);
    }

    RecordingState startRecording(Leg leg, JsonModel request) {
        saveRecording(leg);
        RecordingState recording = new RecordingState(
                CallService.uuid(),
                text(request, "channels", "single"),
                text(request, "format", "mp3"),
                calls.now(),
                isTrue(request, "transcription"));
        leg.recording = recording;
        if (request.get("max_length") instanceof Duration longest && !longest.isZero()) {
            calls.after(leg, longest, () -> {
                if (recording.equals(leg.recording)) {
                    saveRecording(leg);
                }
            });
        }
        return recording;
    }

    void saveRecording(Leg leg) {
        RecordingState recording = leg.recording;
        if (recording == null) {
            return;
        }
        leg.recording = null;
        Instant now = calls.now();
        String url = recordings.add(recording.format(), Duration.between(recording.startedAt(), now));
        calls.emit(
                leg,
                "call.recording.saved",
                CallRecordingSavedPayload.TYPE,
                Map.of(
                        "channels", recording.channels(),
                        "recording_started_at", WireTime.text(recording.startedAt()),
                        "recording_ended_at", WireTime.text(now),
                        "recording_urls", Map.of(recording.format(), url)));
        if (recording.transcription()) {
            calls.emit(
                    leg,
                    "call.recording.transcription.saved",
                    CallRecordingTranscriptionSavedPayload.TYPE,
                    Map.of(
                            "recording_id",
                            recording.id(),
                            "recording_transcription_id",
                            CallService.uuid(),
                            "status",
                            COMPLETED,
                            "calling_party_type",
                            leg.parties.from().startsWith("sip") ? "sip" : "pstn",
                            "transcription_text",
                            ""));
        }
    }

    void startStreaming(Leg leg, JsonModel request) {
        if (leg.streamUrl != null) {
            throw new ApiFailure(
                    ErrorCode.STREAMING_IN_USE, "This command can't be issued when media streaming is used.");
        }
        leg.streamUrl = text(request, "stream_url", "");
        calls.emit(leg, "streaming.started", CallStreamingStartedPayload.TYPE, Map.of("stream_url", leg.streamUrl));
    }

    void stopStreaming(Leg leg) {
        String url = leg.streamUrl;
        if (url != null) {
            leg.streamUrl = null;
            calls.emit(leg, "streaming.stopped", CallStreamingStoppedPayload.TYPE, Map.of("stream_url", url));
        }
    }

    void startFork(Leg leg, JsonModel request) {
        if (leg.streamUrl != null) {
            throw new ApiFailure(
                    ErrorCode.STREAMING_IN_USE, "This command can't be issued when media streaming is used.");
        }
        leg.forkType = text(request, "stream_type", "decrypted");
        calls.emit(leg, "call.fork.started", CallForkStartedPayload.TYPE, Map.of("stream_type", leg.forkType));
    }

    void stopFork(Leg leg) {
        if (leg.forkType == null) {
            throw new ApiFailure(ErrorCode.NOT_FORKED, "Forking can't be stopped, because the call isn't forked.");
        }
        endFork(leg);
    }

    private void endFork(Leg leg) {
        String type = leg.forkType;
        if (type != null) {
            leg.forkType = null;
            calls.emit(leg, "call.fork.stopped", CallForkStoppedPayload.TYPE, Map.of("stream_type", type));
        }
    }

    void startSiprec(Leg leg) {
        leg.siprec = true;
        calls.emit(leg, "siprec.started", CallSiprecStartedPayload.TYPE, Map.of());
    }

    void stopSiprec(Leg leg) {
        if (leg.siprec) {
            leg.siprec = false;
            calls.emit(leg, "siprec.stopped", CallSiprecStoppedPayload.TYPE, Map.of("hangup_cause", "normal_clearing"));
        }
    }

    void refer(Leg leg, JsonModel request) {
        Map<String, Object> to = Map.of("to", text(request, "sip_address", ""), "sip_notify_response", 100);
        calls.emit(leg, "call.refer.started", CallReferStartedPayload.TYPE, to);
        calls.stepAfter(
                leg,
                AUDIO_TIME,
                () -> calls.emit(
                        leg,
                        "call.refer.completed",
                        CallReferCompletedPayload.TYPE,
                        Map.of("to", text(request, "sip_address", ""), "sip_notify_response", 200)));
    }

    void enqueue(Leg leg, JsonModel request) {
        if (leg.waiting != null) {
            throw new ApiFailure(ErrorCode.ALREADY_IN_QUEUE, "Call can't be added to a queue it's already in.");
        }
        String name = text(request, "queue_name", "");
        int size = queueSizes.computeIfAbsent(
                name, created -> request.get("max_size") instanceof Integer given ? given : QUEUE_SIZE);
        List<Leg> queue = queues.computeIfAbsent(name, created -> new ArrayList<>());
        if (queue.size() >= size) {
            throw new ApiFailure(ErrorCode.CALL_QUEUE_FULL, "The queue is full and can't accept more calls.");
        }
        queue.add(leg);
        Leg.Waiting waiting = new Leg.Waiting(name, calls.now());
        leg.waiting = waiting;
        calls.emit(
                leg,
                "call.enqueued",
                CallEnqueuedPayload.TYPE,
                Map.of("queue", name, "current_position", queue.size(), "queue_avg_wait_time_secs", 0));
        if (request.get("max_wait_time_secs") instanceof Duration longest) {
            calls.after(leg, longest, () -> {
                if (waiting.equals(leg.waiting)) {
                    dequeue(leg, "timeout");
                }
            });
        }
    }

    /** Takes a call out of its queue, if it is in one. */
    void dequeue(Leg leg, String reason) {
        Leg.Waiting waiting = leg.waiting;
        if (waiting == null) {
            return;
        }
        leg.waiting = null;
        List<Leg> queue = queues.getOrDefault(waiting.queue(), new ArrayList<>());
        int position = queue.indexOf(leg) + 1;
        queue.remove(leg);
        calls.emit(
                leg,
                "call.dequeued",
                CallDequeuedPayload.TYPE,
                Map.of("queue", waiting.queue(), "queue_position", position, "reason", reason, "wait_time_secs", (int)
                        Duration.between(waiting.since(), calls.now()).toSeconds()));
    }

    List<Leg> waitingIn(String queue) {
        return List.copyOf(queues.getOrDefault(queue, List.of()));
    }

    void detected(Leg leg, boolean machine) {
        String mode = detection(leg);
        if (mode.equals("premium")) {
            calls.emit(
                    leg,
                    "call.machine.premium.detection.ended",
                    CallMachinePremiumDetectionEndedPayload.TYPE,
                    Map.of("result", machine ? "machine" : "human_residence"));
        } else if (!mode.equals("detect_beep")) {
            calls.emit(
                    leg,
                    "call.machine.detection.ended",
                    CallMachineDetectionEndedPayload.TYPE,
                    Map.of("result", machine ? "machine" : "human"));
        }
    }

    void greetingEnded(Leg leg, boolean beep) {
        String mode = detection(leg);
        if (mode.equals("premium")) {
            calls.emit(
                    leg,
                    "call.machine.premium.greeting.ended",
                    CallMachinePremiumGreetingEndedPayload.TYPE,
                    Map.of("result", beep ? "beep_detected" : "no_beep_detected"));
        } else if (mode.equals("greeting_end") || mode.equals("detect_words") || (mode.equals("detect_beep") && beep)) {
            calls.emit(
                    leg,
                    "call.machine.greeting.ended",
                    CallMachineGreetingEndedPayload.TYPE,
                    Map.of("result", beep ? "beep_detected" : "ended"));
        }
    }

    private static String detection(Leg leg) {
        String mode = leg.dialled == null ? null : text(leg.dialled, "answering_machine_detection");
        if (mode == null || mode.equals("disabled")) {
            throw new IllegalStateException("the call was dialled without answering_machine_detection");
        }
        return mode;
    }

    void held(Leg leg, boolean onHold) {
        if (onHold) {
            calls.emit(leg, "call.hold", CallHoldPayload.TYPE, Map.of());
        } else {
            calls.emit(leg, "call.unhold", CallUnholdPayload.TYPE, Map.of());
        }
    }

    /** Ends everything that goes on in a call, because the call ends. */
    void endAll(Leg leg) {
        endGather(leg, HANGUP);
        leg.audio.dropWaiting();
        AudioQueue.Item item = leg.audio.finish();
        if (item != null) {
            emitEnded(leg, item, HANGUP);
        }
        saveRecording(leg);
        endFork(leg);
        stopStreaming(leg);
        stopSiprec(leg);
        dequeue(leg, "hangup");
    }
}
