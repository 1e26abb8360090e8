package org.telnyx4j.examples.voice;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.model.AnsweringMachineDetection;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.generated.model.PremiumMachineDetectionResult;
import org.telnyx4j.generated.model.SpeakRequest;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.voice.Calls;
import org.telnyx4j.voice.PlacedCall;
import org.telnyx4j.webhooks.InMemoryReplayGuard;

/**
 * Calls somebody and reads a message: at once to a person, after the greeting to a machine.
 *
 * <p>With premium detection two webhooks come for a machine, "it is a machine" and "the greeting has ended", and in any
 * order: so each is noted, and whichever comes second starts the message.
 */
final class Voicemail {
    private record Heard(boolean machine, boolean greetingEnded) {
        Heard or(Heard other) {
            return new Heard(machine || other.machine, greetingEnded || other.greetingEnded);
        }

        boolean readyForTheMessage() {
            return machine && greetingEnded;
        }
    }

    private final Calls calls;
    private final String connectionId;
    private final String message;
    private final Map<CallControlId, Heard> heard = new ConcurrentHashMap<>();

    Voicemail(Calls calls, String connectionId, String message) {
        this.calls = calls;
        this.connectionId = connectionId;
        this.message = message;
    }

    PlacedCall call(String from, String to) {
        return calls.dial(OutgoingCall.builder()
                .connectionId(connectionId)
                .from(from)
                .to(to)
                .answeringMachineDetection(AnsweringMachineDetection.PREMIUM)
                .build());
    }

    EventRouter router(Executor workers) {
        return EventRouter.builder()
                .on(CallEvent.MachinePremiumDetectionEnded.class, this::detected)
                .on(CallEvent.MachinePremiumGreetingEnded.class, this::greetingEnded)
                .on(
                        CallEvent.SpeakEnded.class,
                        spoken -> calls.hangUp(spoken.callControlId().orElseThrow()))
                .on(CallEvent.Hangup.class, hangup -> hangup.callControlId().ifPresent(heard::remove))
                .replayGuard(new InMemoryReplayGuard())
                .executor(workers)
                .build();
    }

    private void detected(CallEvent.MachinePremiumDetectionEnded detection) {
        CallControlId call = detection.callControlId().orElseThrow();
        PremiumMachineDetectionResult result = detection.payload().getResult();
        if (PremiumMachineDetectionResult.MACHINE.equals(result)) {
            note(call, new Heard(true, false));
        } else if (PremiumMachineDetectionResult.FAX_DETECTED.equals(result)
                || PremiumMachineDetectionResult.SILENCE.equals(result)) {
            calls.hangUp(call);
        } else {
            // A person, or not sure: better read to a machine's greeting than keep a person waiting.
            read(call);
        }
    }

    private void greetingEnded(CallEvent.MachinePremiumGreetingEnded greeting) {
        note(greeting.callControlId().orElseThrow(), new Heard(false, true));
    }

    private void note(CallControlId call, Heard now) {
        Heard all = Objects.requireNonNull(heard.merge(call, now, Heard::or));
        if (all.readyForTheMessage() && heard.remove(call, all)) {
            read(call);
        }
    }

    private void read(CallControlId call) {
        calls.speak(
                call, SpeakRequest.builder().payload(message).voice("female").build());
    }
}
