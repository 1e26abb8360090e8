package org.telnyx4j.examples;

import com.sun.net.httpserver.HttpServer;
import java.util.concurrent.Executor;
import org.telnyx4j.events.CallEvent;
import org.telnyx4j.events.EventRouter;
import org.telnyx4j.events.MessageEvent;
import org.telnyx4j.events.MessageStatusTracker;
import org.telnyx4j.events.NumberEvent;
import org.telnyx4j.events.TexmlCallback;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.events.WebhookEvents;
import org.telnyx4j.webhooks.InMemoryReplayGuard;
import org.telnyx4j.webhooks.VerifiedWebhook;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.httpserver.WebhookHttpHandler;

/** The README's samples on events. What stands between two marks is in the README word for word; a test holds that. */
final class EventSamples {
    private EventSamples() {}

    /** What an application does with its events. */
    interface Shop {
        void answerTo(MessageEvent.Received received);

        void greet(CallEvent.Answered answered);

        void note(WebhookEvent event);

        MessageStatusTracker tracker();
    }

    static void receive(HttpServer server, String publicKey, Shop shop, Executor workers) {
        // [events]
        WebhookVerifier verifier =
                WebhookVerifier.builder().publicKey(publicKey).build();

        EventRouter router = EventRouter.builder()
                .on(MessageEvent.Received.class, shop::answerTo)
                .on(MessageEvent.class, shop.tracker()::record) // sent and finalized
                .on(CallEvent.Answered.class, shop::greet)
                .on("conference.ended", shop::note) // a type that has no class
                .fallback(shop::note)
                .errorHandler((event, failure) -> shop.note(event))
                .replayGuard(new InMemoryReplayGuard()) // drops duplicates
                .executor(workers) // answers before it handles: Telnyx waits for 2 s only
                .build();

        server.createContext("/telnyx", new WebhookHttpHandler(verifier, router));
        // [/events]
    }

    static String typed(VerifiedWebhook webhook) {
        // [typed]
        WebhookEvent event = WebhookEvents.parse(webhook);
        if (event instanceof CallEvent.Hangup hangup) {
            return "ended: " + hangup.payload().getHangupCause();
        } else if (event instanceof CallEvent call) {
            return call.type() + " of " + call.callLegId().orElse("an unknown leg");
        } else if (event instanceof NumberEvent.OrderCompleted completed) {
            return "order: " + completed.order().status();
        } else if (event instanceof TexmlCallback callback) {
            return "TeXML: " + callback.callStatus().orElse("no status");
        }
        return "not handled: " + event;
        // [/typed]
    }

    static boolean delivered(MessageStatusTracker tracker, String messageId) {
        // [tracker]
        return tracker.find(messageId)
                .map(delivery -> delivery.isFinal() && delivery.isDelivered())
                .orElse(false);
        // [/tracker]
    }
}
