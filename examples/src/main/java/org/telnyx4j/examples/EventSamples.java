package org.telnyx4j.examples;

import com.sun.net.httpserver.HttpServer;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.telnyx4j.events.TexmlCallback;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.events.routing.WebhookEvents;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.event.NumberOrderEvent;
import org.telnyx4j.messaging.MessageStatusTracker;
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
                .on("fax.received", shop::note) // a type that has no class
                .fallback(shop::note)
                .errorHandler((event, failure) -> shop.note(event))
                .replayGuard(new InMemoryReplayGuard()) // drops duplicates
                .executor(workers) // responds before it handles: Telnyx waits for 2 s only
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
        } else if (event instanceof NumberOrderEvent.Complete completed) {
            return "order: " + completed.payload().getStatus();
        } else if (event instanceof TexmlCallback callback) {
            return "TeXML: " + callback.callStatus().orElse("no status");
        }
        return "not handled: " + event;
        // [/typed]
    }

    static WebhookEvent stored(VerifiedWebhook webhook, Queue<String> queue) {
        // [stored]
        queue.add(WebhookEvents.parse(webhook).toJson()); // verified, then stored

        WebhookEvent event = WebhookEvents.fromJson(queue.remove());
        // [/stored]
        return event;
    }

    static boolean delivered(MessageStatusTracker tracker, String messageId) {
        // [tracker]
        return tracker.find(messageId)
                .map(delivery -> delivery.isFinal() && delivery.isDelivered())
                .orElse(false);
        // [/tracker]
    }
}
