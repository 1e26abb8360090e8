package org.telnyx4j.examples.voice;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.model.AnswerCallRequest;
import org.telnyx4j.generated.model.CallDirection;
import org.telnyx4j.generated.model.GatherStatus;
import org.telnyx4j.generated.model.GatherUsingSpeakRequest;
import org.telnyx4j.generated.model.SpeakRequest;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.voice.Calls;
import org.telnyx4j.webhooks.InMemoryReplayGuard;

/** A menu: 1 connects with sales, 2 reads the opening hours, anything else says goodbye. */
final class IvrMenu {
    private static final String MENU = "menu";
    private static final String GOODBYE = "goodbye";

    private final Calls calls;
    private final String sales;

    IvrMenu(Calls calls, String sales) {
        this.calls = calls;
        this.sales = sales;
    }

    EventRouter router(Executor workers) {
        return EventRouter.builder()
                .on(CallEvent.Initiated.class, this::take)
                .on(CallEvent.Answered.class, this::offer)
                .on(CallEvent.GatherEnded.class, this::choose)
                .on(CallEvent.SpeakEnded.class, this::end)
                .replayGuard(new InMemoryReplayGuard())
                .executor(workers)
                .build();
    }

    private void take(CallEvent.Initiated call) {
        if (CallDirection.INCOMING.equals(call.payload().getDirection())) {
            calls.answer(
                    call.callControlId().orElseThrow(),
                    AnswerCallRequest.builder().clientState(MENU).build());
        }
    }

    private void offer(CallEvent.Answered call) {
        if (call.clientState().filter(MENU::equals).isPresent()) {
            calls.gatherUsingSpeak(
                    call.callControlId().orElseThrow(),
                    GatherUsingSpeakRequest.builder()
                            .payload("For sales, press 1. For our opening hours, press 2.")
                            .voice("female")
                            .validDigits("12")
                            .maximumDigits(1)
                            .maximumTries(3)
                            .timeout(Duration.ofSeconds(8))
                            .build());
        }
    }

    private void choose(CallEvent.GatherEnded gathered) {
        CallControlId call = gathered.callControlId().orElseThrow();
        GatherStatus status = gathered.payload().getStatus();
        if (GatherStatus.CALL_HANGUP.equals(status)) {
            return;
        }
        String digits = GatherStatus.VALID.equals(status) ? gathered.payload().getDigits() : null;
        if ("1".equals(digits)) {
            calls.transfer(call, sales);
        } else if ("2".equals(digits)) {
            sayGoodbye(call, "We are here from nine to five, Monday to Friday.");
        } else {
            sayGoodbye(call, "Please call again.");
        }
    }

    private void sayGoodbye(CallControlId call, String words) {
        calls.speak(
                call,
                SpeakRequest.builder()
                        .payload(words)
                        .voice("female")
                        .clientState(GOODBYE)
                        .build());
    }

    private void end(CallEvent.SpeakEnded spoken) {
        if (spoken.clientState().filter(GOODBYE::equals).isPresent()) {
            calls.hangUp(spoken.callControlId().orElseThrow());
        }
    }
}
