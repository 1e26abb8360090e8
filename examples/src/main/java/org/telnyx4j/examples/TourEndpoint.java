package org.telnyx4j.examples;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.telnyx4j.Telnyx;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.events.routing.WebhookEvents;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.CallDirection;
import org.telnyx4j.generated.model.MessageRecipient;
import org.telnyx4j.generated.model.MessageSender;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.messaging.UnknownSends;
import org.telnyx4j.webhooks.InMemoryReplayGuard;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.httpserver.WebhookHttpHandler;

/** The endpoint of the tour: what an application does with its webhooks, over real HTTP, each verified. */
final class TourEndpoint implements AutoCloseable {
    static final String SALES = "sip:sales@example.com";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<WebhookEvent> received = new LinkedBlockingQueue<>();
    private final Telnyx telnyx;

    TourEndpoint(Telnyx telnyx, String publicKey, UnknownSends unknown) {
        this.telnyx = telnyx;
        EventRouter router = EventRouter.builder()
                .on(MessageEvent.Received.class, this::reply)
                .on(MessageEvent.class, unknown::record)
                .on(CallEvent.Initiated.class, this::answer)
                .on(CallEvent.Answered.class, this::transfer)
                .replayGuard(new InMemoryReplayGuard())
                .build();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/telnyx",
                new WebhookHttpHandler(
                        WebhookVerifier.builder().publicKey(publicKey).build(), webhook -> {
                            received.add(WebhookEvents.parse(webhook));
                            router.handle(webhook);
                        }));
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/telnyx";
    }

    /** Returns what has come since the last time. */
    List<WebhookEvent> take() {
        List<WebhookEvent> events = new ArrayList<>();
        received.drainTo(events);
        return events;
    }

    private void reply(MessageEvent.Received event) {
        MessageSender sender = Objects.requireNonNull(event.payload().getFrom(), "from");
        List<MessageRecipient> recipients =
                Objects.requireNonNull(event.payload().getTo(), "to");
        telnyx.messages()
                .send(OutgoingMessage.builder()
                        .from(recipients.get(0).getPhoneNumber())
                        .to(sender.getPhoneNumber())
                        .text("We are here from nine to five.")
                        .build());
    }

    private void answer(CallEvent.Initiated call) {
        // The leg of the transfer is announced as well, and is not ours to answer.
        if (CallDirection.INCOMING.equals(call.payload().getDirection())) {
            telnyx.calls().answer(call.callControlId().orElseThrow());
        }
    }

    private void transfer(CallEvent.Answered call) {
        if (!SALES.equals(call.payload().getTo())) {
            telnyx.calls().transfer(call.callControlId().orElseThrow(), SALES);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
