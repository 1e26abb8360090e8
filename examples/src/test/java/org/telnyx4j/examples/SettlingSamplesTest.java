package org.telnyx4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.events.routing.EventRouter;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.messaging.Settlement;
import org.telnyx4j.messaging.SettlementQuery;
import org.telnyx4j.messaging.UnknownSends;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.webhooks.WebhookVerifier;
import org.telnyx4j.webhooks.httpserver.WebhookHttpHandler;

/** From a send whose response is lost to the message that it was, by its webhook and by its detail record. */
class SettlingSamplesTest {
    private static final OutgoingMessage MESSAGE =
            OutgoingMessage.builder().to("+14165550123").text("Hello").build();

    private final TelnyxSandbox sandbox = TelnyxSandbox.start();
    private final UnknownSends unknown = new UnknownSends();
    private final List<String> log = new ArrayList<>();
    private final LinkedBlockingQueue<Integer> handled = new LinkedBlockingQueue<>();
    private final ExecutorService receivers = Executors.newFixedThreadPool(2);
    private HttpServer hooks;
    private Telnyx telnyx;

    @BeforeEach
    void start() throws Exception {
        hooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hooks.setExecutor(receivers);
        hooks.start();
        telnyx = SettlingSamples.client(
                sandbox.apiKey(),
                sandbox.baseUrl().toString(),
                "http://127.0.0.1:" + hooks.getAddress().getPort() + "/telnyx?shop=7");
    }

    @AfterEach
    void stop() {
        telnyx.close();
        hooks.stop(0);
        receivers.shutdownNow();
        sandbox.close();
    }

    private String onlyMessage() {
        assertThat(sandbox.messages().all()).hasSize(1);
        return sandbox.messages().all().get(0).id();
    }

    @Test
    void aLostResponseIsSettledByTheWebhook() throws Exception {
        EventRouter router =
                EventRouter.builder().on(MessageEvent.class, unknown::record).build();
        WebhookHttpHandler handler = new WebhookHttpHandler(
                WebhookVerifier.builder().publicKey(sandbox.publicKey()).build(), router);
        hooks.createContext("/telnyx", exchange -> {
            handler.handle(exchange);
            handled.add(1);
        });
        sandbox.failNext(Fault.responseLost());
        CorrelationToken token = CorrelationToken.random();
        TelnyxException error = catchThrowableOfType(
                TelnyxException.class,
                () -> telnyx.messages()
                        .send(
                                MESSAGE,
                                RequestOptions.builder().correlationToken(token).build()));
        assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);

        unknown.add(error);
        while (unknown.open().contains(token)) {
            assertThat(handled.poll(60, TimeUnit.SECONDS)).isNotNull();
        }

        Settlement settlement = unknown.find(token).orElseThrow();
        assertThat(settlement.kind()).isEqualTo(Settlement.Kind.CARRIED_OUT);
        assertThat(settlement.messageId()).contains(onlyMessage());
    }

    @Test
    void aLostResponseIsSettledByTheDetailRecord() {
        sandbox.failNext(Fault.responseLost());
        SettlingSamples.settling(telnyx, MESSAGE, unknown);
        assertThat(unknown.open()).hasSize(1);
        CorrelationToken token = unknown.open().get(0);

        sandbox.detailRecords().appearAfter(Duration.ofDays(1));
        SettlingSamples.settle(telnyx, unknown, log::add);
        assertThat(log).containsExactly("not known yet: ask again later");

        sandbox.detailRecords().appearAfter(Duration.ZERO);
        sandbox.messages().markDelivered(onlyMessage());
        log.clear();
        SettlingSamples.settle(telnyx, unknown, log::add);

        assertThat(log).containsExactly("sent: " + onlyMessage());
        assertThat(unknown.open()).isEmpty();
        assertThat(unknown.find(token).orElseThrow().isComplete()).isTrue();
    }

    @Test
    void aSendThatDidNotArriveIsNotSeenAndOnlyThat() {
        sandbox.failNext(Fault.connectionClosed());
        SettlingSamples.settling(telnyx, MESSAGE, unknown);
        assertThat(sandbox.messages().all()).isEmpty();

        SettlingSamples.settle(telnyx, unknown, log::add);
        assertThat(log).containsExactly("not known yet: ask again later");

        CorrelationToken token = unknown.open().get(0);
        Settlement later = telnyx.messages()
                .settle(
                        token,
                        SettlementQuery.builder()
                                .since(token.createdAt().orElseThrow())
                                .until(Instant.now())
                                .build());
        assertThat(later.kind()).isEqualTo(Settlement.Kind.NOT_SEEN);
    }

    @Test
    void aSendThatWasRepeatedOnTheWayIsADuplicate() {
        CorrelationToken token = CorrelationToken.of("order-4711");
        for (int i = 0; i < 2; i++) {
            sandbox.failNext(Fault.responseLost());
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class,
                    () -> telnyx.messages()
                            .send(
                                    MESSAGE,
                                    RequestOptions.builder()
                                            .correlationToken(token)
                                            .build()));
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.correlationToken()).contains(token);
        }
        sandbox.messages().all().forEach(message -> sandbox.messages().markDelivered(message.id()));

        assertThat(telnyx.messages().settle(token).kind()).isEqualTo(Settlement.Kind.CARRIED_OUT_TWICE);
    }

    @Test
    void aTokenOfOnesOwnIsStoredBeforeItIsSent() {
        List<String> stored = new ArrayList<>();

        String id = SettlingSamples.ownToken(telnyx, MESSAGE, stored::add).id();

        assertThat(stored).hasSize(1);
        sandbox.messages().markDelivered(id);
        assertThat(telnyx.messages().settle(CorrelationToken.of(stored.get(0))).messageId())
                .contains(id);
    }
}
