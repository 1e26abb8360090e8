package org.telnyx4j.events.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.telnyx4j.events.UnreadableEvent;
import org.telnyx4j.events.WebhookEvent;
import org.telnyx4j.generated.event.CallEvent;
import org.telnyx4j.generated.event.MessageEvent;
import org.telnyx4j.webhooks.InMemoryReplayGuard;
import org.telnyx4j.webhooks.MalformedWebhookException;
import org.telnyx4j.webhooks.ReplayGuard;

class EventRouterTest {
    private final List<String> handled = new CopyOnWriteArrayList<>();

    @Test
    void theMostSpecificHandlerAloneGetsTheEvent() throws Exception {
        List<EventRouter.Builder> bothOrders = List.of(
                EventRouter.builder()
                        .on(
                                CallEvent.class,
                                event -> handled.add("call " + event.callLegId().orElse("?")))
                        .on(
                                CallEvent.Answered.class,
                                event -> handled.add(
                                        "answered " + event.payload().getTo()))
                        .fallback(event -> handled.add("fallback"))
                        .on("call.hold", event -> handled.add("by name"))
                        .on(CallEvent.Hold.class, event -> handled.add("hold")),
                EventRouter.builder()
                        .on(CallEvent.Hold.class, event -> handled.add("hold"))
                        .on("call.hold", event -> handled.add("by name"))
                        .fallback(event -> handled.add("fallback"))
                        .on(
                                CallEvent.Answered.class,
                                event -> handled.add(
                                        "answered " + event.payload().getTo()))
                        .on(
                                CallEvent.class,
                                event -> handled.add("call " + event.callLegId().orElse("?"))));
        for (EventRouter.Builder builder : bothOrders) {
            handled.clear();
            EventRouter router = builder.build();

            router.handle(Webhooks.verified(Webhooks.answered("e1")));
            router.handle(Webhooks.verified(Webhooks.body("call.hangup", "e2", "{\"call_leg_id\":\"leg\"}")));
            router.handle(Webhooks.verified(Webhooks.body("call.hold", "e3", "{}")));
            router.handle(Webhooks.verified(Webhooks.message("message.sent", "e4", "sent")));

            assertThat(handled).containsExactly("answered +14165550199", "call leg", "by name", "fallback");
        }
    }

    @Test
    void whatIsCalledBeforeTakesNoEventAway() throws Exception {
        EventRouter router = EventRouter.builder()
                .before(MessageEvent.class, event -> handled.add("first"))
                .before(MessageEvent.class, event -> handled.add("second"))
                .on(MessageEvent.Received.class, event -> handled.add("received"))
                .build();

        router.handle(Webhooks.verified(Webhooks.body("message.received", "e1", "{}")));
        router.handle(Webhooks.verified(Webhooks.message("message.sent", "e2", "sent")));
        router.handle(Webhooks.verified(Webhooks.answered("e3")));

        assertThat(handled).containsExactly("first", "second", "received", "first", "second");
    }

    @Test
    void whatFailsBeforeKeepsTheEventFromItsHandler() {
        IOException failure = new IOException("disk full");
        EventRouter router = EventRouter.builder()
                .before(WebhookEvent.class, event -> {
                    throw failure;
                })
                .fallback(event -> handled.add("handled"))
                .build();

        assertThatThrownBy(() -> router.handle(Webhooks.verified(Webhooks.answered("e1"))))
                .isSameAs(failure);
        assertThat(handled).isEmpty();
    }

    @Test
    void anEventWithoutAHandlerIsDropped() throws Exception {
        EventRouter router = EventRouter.builder()
                .on(MessageEvent.class, event -> handled.add("message"))
                .build();

        router.handle(Webhooks.verified(Webhooks.answered("e1")));

        assertThat(handled).isEmpty();
    }

    @Test
    void aBodyThatIsNoEventIsRefusedUnlessThereIsAHandlerForIt() throws Exception {
        EventRouter.Builder builder = EventRouter.builder().fallback(event -> handled.add("fallback"));
        EventRouter strict = builder.build();
        EventRouter patient = builder.on(UnreadableEvent.class, event -> handled.add(event.reason()))
                .build();

        assertThatThrownBy(() -> strict.handle(Webhooks.verified("private text")))
                .isInstanceOf(MalformedWebhookException.class)
                .hasMessageNotContaining("private");
        patient.handle(Webhooks.verified("private text"));
        assertThat(handled).containsExactly("neither JSON nor a form");
    }

    @Test
    void twoHandlersForTheSameAreRefused() {
        EventRouter.Builder builder =
                EventRouter.builder().fallback(event -> {}).on("call.hold", event -> {});

        assertThatIllegalArgumentException().isThrownBy(() -> builder.on(WebhookEvent.class, event -> {}));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.on("call.hold", event -> {}));
    }

    @Test
    void aBuilderThatGoesOnDoesNotChangeWhatItBuilt() throws Exception {
        EventRouter.Builder builder = EventRouter.builder();
        EventRouter router = builder.build();
        builder.fallback(event -> handled.add("late"));

        router.handle(Webhooks.verified(Webhooks.answered("e1")));

        assertThat(handled).isEmpty();
    }

    @Test
    void aFailureIsReportedAndThrownSoThatTheResponseIsAnError() {
        IOException failure = new IOException("disk full");
        EventRouter router = EventRouter.builder()
                .fallback(event -> {
                    throw failure;
                })
                .errorHandler((event, thrown) -> {
                    handled.add(event.id().orElse("?") + " " + thrown.getMessage());
                    throw new IllegalStateException("the error handler fails too");
                })
                .build();

        assertThatThrownBy(() -> router.handle(Webhooks.verified(Webhooks.answered("e1"))))
                .isSameAs(failure);
        assertThat(handled).containsExactly("e1 disk full");
        assertThat(failure.getSuppressed()).hasSize(1);
    }

    @Test
    void aDuplicateIsDropped() throws Exception {
        EventRouter router = EventRouter.builder()
                .fallback(event -> handled.add(event.id().orElse("none")))
                .replayGuard(new InMemoryReplayGuard())
                .build();

        for (int i = 0; i < 3; i++) {
            router.handle(Webhooks.verified(Webhooks.answered("e1")));
            router.handle(Webhooks.verified(Webhooks.answered("e2")));
        }
        router.handle(Webhooks.verified("CallSid=a"));
        router.handle(Webhooks.verified("CallSid=a"));

        assertThat(handled).containsExactly("e1", "e2", "none", "none");
    }

    @Test
    void anEventWhoseHandlerFailedIsHandledWhenItComesAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        EventRouter router = EventRouter.builder()
                .fallback(event -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new IOException("not yet");
                    }
                })
                .replayGuard(new InMemoryReplayGuard())
                .build();

        assertThatThrownBy(() -> router.handle(Webhooks.verified(Webhooks.answered("e1"))))
                .isInstanceOf(IOException.class);
        router.handle(Webhooks.verified(Webhooks.answered("e1")));
        router.handle(Webhooks.verified(Webhooks.answered("e1")));

        assertThat(attempts).hasValue(2);
    }

    @Test
    void aDuplicateThatComesWhileTheFirstIsHandledIsNotAcknowledged() throws Exception {
        CountDownLatch inHandler = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        EventRouter router = EventRouter.builder()
                .fallback(event -> {
                    inHandler.countDown();
                    goOn.await();
                    handled.add("once");
                })
                .replayGuard(new InMemoryReplayGuard())
                .build();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> first = other.submit(() -> {
                router.handle(Webhooks.verified(Webhooks.answered("e1")));
                return null;
            });
            inHandler.await();

            assertThatThrownBy(() -> router.handle(Webhooks.verified(Webhooks.answered("e1"))))
                    .isInstanceOf(IllegalStateException.class);

            goOn.countDown();
            first.get();
            router.handle(Webhooks.verified(Webhooks.answered("e1")));
            assertThat(handled).containsExactly("once");
        } finally {
            goOn.countDown();
            other.shutdownNow();
        }
    }

    @Test
    void ofManyDeliveriesAtOnceOneIsHandled() throws Exception {
        EventRouter router = EventRouter.builder()
                .fallback(event -> handled.add("once"))
                .replayGuard(new InMemoryReplayGuard())
                .build();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 50; round++) {
                String id = "e" + round;
                handled.clear();
                List<Future<?>> deliveries = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    deliveries.add(threads.submit(() -> {
                        try {
                            router.handle(Webhooks.verified(Webhooks.answered(id)));
                        } catch (IllegalStateException inHand) {
                            return null;
                        }
                        return null;
                    }));
                }
                for (Future<?> delivery : deliveries) {
                    delivery.get();
                }
                assertThat(handled).containsExactly("once");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void withAnExecutorHandlingComesAfterTheResponse() throws Exception {
        Queue<Runnable> waiting = new ArrayDeque<>();
        EventRouter router = EventRouter.builder()
                .fallback(event -> handled.add(event.id().orElse("?")))
                .replayGuard(new InMemoryReplayGuard())
                .executor(waiting::add)
                .build();

        router.handle(Webhooks.verified(Webhooks.answered("e1")));
        router.handle(Webhooks.verified(Webhooks.answered("e1")));

        assertThat(handled).isEmpty();
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(handled).containsExactly("e1");
    }

    @Test
    void anEventThatTheExecutorRejectsIsHandledWhenItComesAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        EventRouter router = EventRouter.builder()
                .fallback(event -> handled.add("handled"))
                .replayGuard(new InMemoryReplayGuard())
                .executor(task -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new RejectedExecutionException("full");
                    }
                    task.run();
                })
                .build();

        assertThatThrownBy(() -> router.handle(Webhooks.verified(Webhooks.answered("e1"))))
                .isInstanceOf(RejectedExecutionException.class);
        router.handle(Webhooks.verified(Webhooks.answered("e1")));

        assertThat(handled).containsExactly("handled");
    }

    @Test
    void aFailureOnTheExecutorIsReportedAndItsEventForgotten() throws Exception {
        Queue<Runnable> waiting = new ArrayDeque<>();
        EventRouter.Builder builder = EventRouter.builder()
                .fallback(event -> {
                    throw new IOException("disk full");
                })
                .replayGuard(new InMemoryReplayGuard())
                .executor(waiting::add);
        EventRouter silent = builder.build();
        EventRouter reporting = builder.errorHandler((event, failure) -> handled.add(failure.getMessage()))
                .build();

        reporting.handle(Webhooks.verified(Webhooks.answered("e1")));
        waiting.remove().run();
        assertThat(handled).containsExactly("disk full");

        silent.handle(Webhooks.verified(Webhooks.answered("e1")));
        assertThatThrownBy(() -> waiting.remove().run()).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aGuardThatFailsKeepsTheEventFromBeingAcknowledged() {
        EventRouter router = EventRouter.builder()
                .fallback(event -> handled.add("handled"))
                .replayGuard(new ReplayGuard() {
                    @Override
                    public boolean firstTime(String eventId) {
                        throw new IllegalStateException("the store is down");
                    }

                    @Override
                    public void forget(String eventId) {
                        throw new IllegalStateException("the store is down");
                    }
                })
                .build();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> router.handle(Webhooks.verified(Webhooks.answered("e1"))))
                    .hasMessage("the store is down");
        }
        assertThat(handled).isEmpty();
    }
}
