package org.telnyx4j.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxAuthenticationException;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.internal.call.ThingRequest;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/** Sources of the API key that do what they should not. */
class KeySourcesTest {
    private static final ThingRequest BODY =
            ThingRequest.builder().text("Hello there").build();

    /** Takes no notice of an interrupt. */
    private static void block(CountDownLatch release) {
        while (release.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void oneThatBlocksDoesNotHoldTheCallBeyondItsDeadline() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(RawServer.json(200, "{}"));
                Clients clients = new Clients(server)) {
            clients.onKey(() -> block(release));
            RequestOptions soon = RequestOptions.timeout(Duration.ofMillis(300));
            // One after the other, they would take 30 s each time; a busy machine may be slow once.
            Duration took = Duration.ofDays(1);
            for (int round = 0; round < 4 && took.toSeconds() >= 5; round++) {
                long start = System.nanoTime();
                List<Running> calls = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    calls.add(Threads.start(() -> clients.send(Clients.CREATION, BODY, soon)));
                }
                for (Running call : calls) {
                    TelnyxNetworkException error = call.join().thrown(TelnyxNetworkException.class);
                    assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
                    assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
                }
                took = Duration.ofNanos(System.nanoTime() - start);
            }
            assertThat(took).isLessThan(Duration.ofSeconds(5));
            assertThat(Threads.ofTheLibrary().stream().filter("telnyx4j-keys"::equals))
                    .hasSizeLessThanOrEqualTo(32);
            assertThat(server.requests()).isEmpty();
        } finally {
            release.countDown();
        }
    }

    /** Those that are being asked, and those that wait for a thread to be asked on. */
    @Test
    void closingWakesAllThatWaitForOne() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(RawServer.json(200, "{}"));
                Clients clients = new Clients(server)) {
            clients.onKey(() -> block(release));
            List<Running> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                calls.add(Threads.start(() -> clients.send(Clients.CREATION, BODY)));
            }
            for (Running call : calls) {
                Threads.awaitWithin(call.thread(), KeySources.class.getName());
            }
            clients.closeEarly();
            for (Running call : calls) {
                TelnyxNetworkException error = call.join().thrown(TelnyxNetworkException.class);
                assertThat(error.failure()).isEqualTo(NetworkFailure.CLIENT_CLOSED);
                assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            }
            assertThat(server.requests()).isEmpty();
        } finally {
            release.countDown();
        }
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(RawServer.json(200, "{}"));
                Clients clients = new Clients(server)) {
            clients.onKey(() -> block(release));
            Running call = Threads.start(() -> clients.send(Clients.CREATION, BODY));
            Threads.awaitWithin(call.thread(), KeySources.class.getName());
            assertThat(call.interrupt().thrown(TelnyxNetworkException.class).failure())
                    .isEqualTo(NetworkFailure.INTERRUPTED);
            assertThat(call.interruptedAfterwards()).isTrue();
        } finally {
            release.countDown();
        }
    }

    @Test
    void aCheckedExceptionOfOneIsAnErrorOfOurs() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, "{}"));
                Clients clients = new Clients(server)) {
            clients.onKey(() -> sneak(new IOException("vault is sealed")));
            TelnyxAuthenticationException error = catchThrowableOfType(
                    TelnyxAuthenticationException.class, () -> clients.send(Clients.CREATION, BODY));
            assertThat(error).isNotNull();
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        }
    }

    @Test
    void soIsAnErrorOfOne() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, "{}"));
                Clients clients = new Clients(server)) {
            for (Error thrown : new Error[] {new AssertionError("x"), new OutOfMemoryError(), new LinkageError()}) {
                clients.onKey(() -> {
                    throw thrown;
                });
                TelnyxException error =
                        catchThrowableOfType(TelnyxException.class, () -> clients.send(Clients.CREATION, BODY));
                assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable checked) throws T {
        throw (T) checked;
    }
}
