package org.telnyx4j.examples;

import java.util.function.Consumer;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.messaging.MessageResult;
import org.telnyx4j.messaging.Settlement;
import org.telnyx4j.messaging.UnknownSends;

/** The README's samples on unknown sends. What stands between two marks is in the README word for word; a test holds that. */
final class SettlingSamples {
    private SettlingSamples() {}

    static Telnyx client(String key, String baseUrl, String webhookUrl) {
        // [correlate]
        Telnyx telnyx = Telnyx.builder()
                .apiKey(key)
                .baseUrl(baseUrl)
                .from("+14165550199")
                .webhookUrl(webhookUrl)
                .correlateSends(true) // adds ?telnyx4j-token=… to the webhook URL of each message
                .build();
        // [/correlate]
        return telnyx;
    }

    static EventRouter settling(Telnyx telnyx, OutgoingMessage message, UnknownSends unknown) {
        // [unknown]
        try {
            telnyx.messages().send(message);
        } catch (TelnyxException e) {
            unknown.add(e); // only if it may have been sent
        }

        EventRouter router = EventRouter.builder()
                .on(MessageEvent.class, unknown::record) // an event settles it
                .build();
        // [/unknown]
        return router;
    }

    static void settle(Telnyx telnyx, UnknownSends unknown, Consumer<String> log) {
        // [settle]
        for (CorrelationToken token : unknown.open()) {
            Settlement settlement = unknown.record(telnyx.messages().settle(token));
            switch (settlement.kind()) {
                case CARRIED_OUT -> log.accept("sent: " + settlement.messageId().orElse("?"));
                case CARRIED_OUT_TWICE -> log.accept("a duplicate: " + settlement.messages());
                case NOT_SEEN -> log.accept("not seen for a day, which is no proof: decide yourself");
                case STILL_OPEN -> log.accept("not known yet: ask again later");
            }
        }
        // [/settle]
    }

    static MessageResult ownToken(Telnyx telnyx, OutgoingMessage message, Consumer<String> store) {
        // [token]
        CorrelationToken token = CorrelationToken.random(); // or CorrelationToken.of("order-4711"), for this send alone
        store.accept(token.value()); // before it is sent: then a crash leaves no send unknown for good
        MessageResult result = telnyx.messages()
                .send(message, RequestOptions.builder().correlationToken(token).build());
        // [/token]
        return result;
    }
}
