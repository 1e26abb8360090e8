package org.telnyx4j.examples.messaging;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.telnyx4j.TelnyxOperations;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.MessagePayload;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.webhooks.InMemoryReplayGuard;

/**
 * Replies to texts by keyword. STOP, START and HELP are Telnyx's: it replies to them itself and keeps the list of those
 * who opted out, so this replies to none of them, and takes a refused reply for what it is.
 */
final class AutoResponder {
    private final TelnyxOperations telnyx;
    private final Map<String, String> replies;
    private final String otherwise;

    AutoResponder(TelnyxOperations telnyx, Map<String, String> replies, String otherwise) {
        this.telnyx = telnyx;
        this.replies = Map.copyOf(replies);
        this.otherwise = otherwise;
    }

    EventRouter router(Executor workers) {
        return EventRouter.builder()
                .on(MessageEvent.Received.class, this::reply)
                .replayGuard(new InMemoryReplayGuard()) // a webhook that comes twice gets one reply
                .executor(workers)
                .build();
    }

    private void reply(MessageEvent.Received received) {
        MessagePayload text = received.payload();
        List<MessageRecipient> to = text.getTo();
        if (text.getAutoresponseType() != null || text.getFrom() == null || to == null || to.isEmpty()) {
            return;
        }
        String word = text.getText() == null ? "" : text.getText().strip().toUpperCase(Locale.ROOT);
        try {
            telnyx.messages()
                    .send(OutgoingMessage.builder()
                            .from(to.get(0).getPhoneNumber()) // the number that the text came to
                            .to(text.getFrom().getPhoneNumber())
                            .text(replies.getOrDefault(word, otherwise))
                            .build());
        } catch (TelnyxException e) {
            if (!e.isOptedOut()) {
                throw e;
            }
        }
    }
}
