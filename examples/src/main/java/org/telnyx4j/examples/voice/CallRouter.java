package org.telnyx4j.examples.voice;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.model.AnswerCallRequest;
import org.telnyx4j.generated.model.CallDirection;
import org.telnyx4j.generated.model.RejectCallRequest;
import org.telnyx4j.generated.model.RejectCause;
import org.telnyx4j.generated.model.TransferCallRequest;
import org.telnyx4j.voice.Calls;
import org.telnyx4j.webhooks.InMemoryReplayGuard;

/** Answers each call that comes in, and transfers it to where calls to that number belong. */
final class CallRouter {
    private final Calls calls;
    private final Map<String, String> destinations;

    /**
     * Creates a router.
     *
     * @param destinations a phone number or a SIP URI for each of the account's numbers
     */
    CallRouter(Calls calls, Map<String, String> destinations) {
        this.calls = calls;
        this.destinations = Map.copyOf(destinations);
    }

    EventRouter router(Executor workers) {
        return EventRouter.builder()
                .on(CallEvent.Initiated.class, this::take)
                .on(CallEvent.Answered.class, this::connect)
                .replayGuard(new InMemoryReplayGuard()) // a call that is announced twice is answered once
                .executor(workers)
                .build();
    }

    private void take(CallEvent.Initiated call) {
        // The leg that a transfer dials is announced as well; it is outgoing, and not ours to answer.
        if (!CallDirection.INCOMING.equals(call.payload().getDirection())) {
            return;
        }
        String destination = destinations.get(call.payload().getTo());
        if (destination == null) {
            calls.reject(
                    call.callControlId().orElseThrow(),
                    RejectCallRequest.builder().cause(RejectCause.CALL_REJECTED).build());
        } else {
            // What the next step needs travels with the call: each of its webhooks contains the client state.
            calls.answer(
                    call.callControlId().orElseThrow(),
                    AnswerCallRequest.builder().clientState(destination).build());
        }
    }

    private void connect(CallEvent.Answered call) {
        call.clientState()
                .ifPresent(destination -> calls.transfer(
                        call.callControlId().orElseThrow(),
                        TransferCallRequest.builder()
                                .to(destination)
                                .timeout(Duration.ofSeconds(30))
                                .build()));
    }
}
