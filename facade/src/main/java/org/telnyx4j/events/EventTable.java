package org.telnyx4j.events;

import org.telnyx4j.internal.events.EventBody;

/** Which class stands for which type of event: one line for each type of the specification. */
final class EventTable {
    private EventTable() {}

    // A switch, for it loads the one class that an event needs, where a map would load them all with the first event.
    static WebhookEvent eventOf(EventBody body) {
        return switch (body.type()) {
            case "call.answered" -> new CallEvent.Answered(body);
            case "call.bridged" -> new CallEvent.Bridged(body);
            case "call.cost" -> new CallEvent.Cost(body);
            case "call.deepfake_detection.error" -> new CallEvent.DeepfakeDetectionError(body);
            case "call.deepfake_detection.result" -> new CallEvent.DeepfakeDetectionResult(body);
            case "call.dequeued" -> new CallEvent.Dequeued(body);
            case "call.dtmf.received" -> new CallEvent.DtmfReceived(body);
            case "call.enqueued" -> new CallEvent.Enqueued(body);
            case "call.fork.started" -> new CallEvent.ForkStarted(body);
            case "call.fork.stopped" -> new CallEvent.ForkStopped(body);
            case "call.gather.ended" -> new CallEvent.GatherEnded(body);
            case "call.hangup" -> new CallEvent.Hangup(body);
            case "call.hold" -> new CallEvent.Hold(body);
            case "call.initiated" -> new CallEvent.Initiated(body);
            case "call.machine.detection.ended" -> new CallEvent.MachineDetectionEnded(body);
            case "call.machine.greeting.ended" -> new CallEvent.MachineGreetingEnded(body);
            case "call.machine.premium.detection.ended" -> new CallEvent.MachinePremiumDetectionEnded(body);
            case "call.machine.premium.greeting.ended" -> new CallEvent.MachinePremiumGreetingEnded(body);
            case "call.playback.ended" -> new CallEvent.PlaybackEnded(body);
            case "call.playback.started" -> new CallEvent.PlaybackStarted(body);
            case "call.recording.error" -> new CallEvent.RecordingError(body);
            case "call.recording.saved" -> new CallEvent.RecordingSaved(body);
            case "call.recording.transcription.saved" -> new CallEvent.RecordingTranscriptionSaved(body);
            case "call.refer.completed" -> new CallEvent.ReferCompleted(body);
            case "call.refer.failed" -> new CallEvent.ReferFailed(body);
            case "call.refer.started" -> new CallEvent.ReferStarted(body);
            case "siprec.failed" -> new CallEvent.SiprecFailed(body);
            case "siprec.started" -> new CallEvent.SiprecStarted(body);
            case "siprec.stopped" -> new CallEvent.SiprecStopped(body);
            case "call.speak.ended" -> new CallEvent.SpeakEnded(body);
            case "call.speak.started" -> new CallEvent.SpeakStarted(body);
            case "streaming.failed" -> new CallEvent.StreamingFailed(body);
            case "streaming.started" -> new CallEvent.StreamingStarted(body);
            case "streaming.stopped" -> new CallEvent.StreamingStopped(body);
            case "call.transcription" -> new CallEvent.Transcription(body);
            case "call.unhold" -> new CallEvent.Unhold(body);
            case "link_clicked" -> new MessageLinkClicked(body);
            case "message.finalized" -> new MessageEvent.Finalized(body);
            case "message.received" -> new MessageEvent.Received(body);
            case "message.sent" -> new MessageEvent.Sent(body);
            case "number_order.complete" -> new NumberEvent.OrderCompleted(body);
            default -> new UnknownEvent(body);
        };
    }
}
