package org.telnyx4j.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.MessageStatus;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.sandbox.SandboxDelivery;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.WebhookDisorder;
import org.telnyx4j.webhooks.InMemoryReplayGuard;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.httpserver.WebhookHttpHandler;

/** A thousand signed deliveries from the sandbox: twice, late, in any order and at the same time. */
class DisorderedDeliveriesTest {
    private static final int MESSAGES = 250;
    private static final String FROM = "+14155550100";
    private static final String TO = "+14155550123";

    @Test
    void aThousandDisorderedDeliveriesEndInTheRightState() throws IOException {
        MessageStatusTracker tracker = new MessageStatusTracker();
        Map<String, AtomicInteger> handled = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (TelnyxSandbox sandbox = TelnyxSandbox.start();
                Telnyx telnyx = Telnyx.builder()
                        .apiKey(sandbox.apiKey())
                        .baseUrl(sandbox.baseUrl().toString())
                        .build()) {
            EventRouter router = EventRouter.builder()
                    .on(MessageEvent.class, event -> {
                        handled.computeIfAbsent(event.id().orElseThrow(), id -> new AtomicInteger())
                                .incrementAndGet();
                        tracker.record(event);
                    })
                    .replayGuard(new InMemoryReplayGuard())
                    .build();
            WebhookVerifier verifier =
                    WebhookVerifier.builder().publicKey(sandbox.publicKey()).build();
            receiver.createContext("/hooks", new WebhookHttpHandler(verifier, router));
            receiver.setExecutor(threads);
            receiver.start();
            sandbox.webhooks()
                    .defaultUrl("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hooks");
            sandbox.webhooks()
                    .disorder(WebhookDisorder.NONE
                            .copies(2)
                            .lateBy(Duration.ofSeconds(2), 4711)
                            .concurrent());

            List<String> ids = new ArrayList<>();
            for (int i = 0; i < MESSAGES; i++) {
                if (i % 5 == 0) {
                    sandbox.messages().failNext("40008");
                }
                ids.add(telnyx.messages()
                        .send(OutgoingMessage.builder()
                                .from(FROM)
                                .to(TO)
                                .text("Hello " + i)
                                .build())
                        .id());
            }
            sandbox.awaitIdle();

            assertThat(arrived(sandbox)).hasSizeGreaterThanOrEqualTo(4 * MESSAGES);
            assertThat(handled).hasSize(2 * MESSAGES);
            assertThat(handled.values()).allSatisfy(times -> assertThat(times).hasValue(1));
            for (int i = 0; i < MESSAGES; i++) {
                MessageStatus expected = i % 5 == 0 ? MessageStatus.DELIVERY_FAILED : MessageStatus.DELIVERED;
                assertThat(tracker.find(ids.get(i)).orElseThrow().status(TO)).contains(expected);
            }
            assertThat(outOfOrder(sandbox))
                    .as("events that overtook another of their message")
                    .isPositive();
        } finally {
            receiver.stop(0);
            threads.shutdownNow();
        }
    }

    private static List<SandboxDelivery> arrived(TelnyxSandbox sandbox) {
        return sandbox.webhooks().deliveries().stream()
                .filter(delivery -> delivery.result() == SandboxDelivery.Result.DELIVERED)
                .toList();
    }

    /** Counts the messages whose end arrived before their sending did. */
    private static long outOfOrder(TelnyxSandbox sandbox) {
        Set<String> sent = ConcurrentHashMap.newKeySet();
        return sandbox.webhooks().deliveries().stream()
                .filter(delivery -> {
                    String message = delivery.body().replaceFirst("(?s).*\"id\":\"([^\"]+)\",\"media\".*", "$1");
                    if (delivery.eventType().equals("message.sent")) {
                        sent.add(message);
                        return false;
                    }
                    return !sent.contains(message);
                })
                .count();
    }
}
