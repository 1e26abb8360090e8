package org.telnyx4j.examples.voice;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.generated.model.SpeakRequest;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.voice.Calls;
import org.telnyx4j.voice.PlacedCall;
import org.telnyx4j.webhooks.InMemoryReplayGuard;

/**
 * Hands a caller over with an introduction: a colleague is called, hears what it is about, and only then talks with the
 * caller. If the colleague does not answer, the caller hears so.
 */
final class WarmTransfer {
    private record Consultation(CallControlId caller, String introduction) {}

    private final Calls calls;
    private final String connectionId;
    private final String from;

    /** By the client state of the colleague's leg, since its webhooks can come before the dial has returned. */
    private final Map<String, Consultation> open = new ConcurrentHashMap<>();

    WarmTransfer(Calls calls, String connectionId, String from) {
        this.calls = calls;
        this.connectionId = connectionId;
        this.from = from;
    }

    /**
     * Begins to hand over.
     *
     * @param caller a call that was answered
     * @param introduction what the colleague hears first
     */
    PlacedCall handOver(CallControlId caller, String colleague, String introduction) {
        say(caller, "One moment, please.", Optional.empty());
        String consultation = UUID.randomUUID().toString();
        open.put(consultation, new Consultation(caller, introduction));
        return calls.dial(OutgoingCall.builder()
                .connectionId(connectionId)
                .from(from)
                .to(colleague)
                .timeout(Duration.ofSeconds(20))
                .clientState(consultation)
                .build());
    }

    EventRouter router(Executor workers) {
        return EventRouter.builder()
                .on(CallEvent.Answered.class, this::introduce)
                .on(CallEvent.SpeakEnded.class, this::connect)
                .on(CallEvent.Hangup.class, this::apologise)
                .replayGuard(new InMemoryReplayGuard())
                .executor(workers)
                .build();
    }

    private void introduce(CallEvent.Answered answered) {
        Consultation consultation = open.get(answered.clientState().orElse(""));
        if (consultation != null) {
            say(answered.callControlId().orElseThrow(), consultation.introduction(), answered.clientState());
        }
    }

    private void connect(CallEvent.SpeakEnded spoken) {
        Consultation consultation = open.remove(spoken.clientState().orElse(""));
        if (consultation != null) {
            calls.bridge(spoken.callControlId().orElseThrow(), consultation.caller());
        }
    }

    /** The colleague's leg ended before the two were connected: busy, no answer, or hung up during the introduction. */
    private void apologise(CallEvent.Hangup ended) {
        Consultation consultation = open.remove(ended.clientState().orElse(""));
        if (consultation != null) {
            say(consultation.caller(), "Sorry, nobody is free right now. We will call you back.", Optional.empty());
        }
    }

    private void say(CallControlId call, String words, Optional<String> clientState) {
        SpeakRequest.Builder speech = SpeakRequest.builder().payload(words).voice("female");
        clientState.ifPresent(speech::clientState);
        calls.speak(call, speech.build());
    }
}
