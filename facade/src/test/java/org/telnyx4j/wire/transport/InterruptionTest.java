package org.telnyx4j.wire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.client;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.client.HttpOptions;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.testing.FullBacklog;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;
import org.telnyx4j.testing.Threads.Running;

/** A thread that is interrupted gets out of its call at once, with its flag, and is told what became of the request. */
class InterruptionTest {
    private static Telnyx oneConnection(RawServer server) {
        return client(server)
                .http(HttpOptions.builder().maxConnections(1).build())
                .build();
    }

    private static Running send(Telnyx telnyx) {
        return Threads.start(() -> telnyx.messages().send(message()));
    }

    private static void assertInterrupted(Running call, FailureStage stage, Outcome outcome) {
        TelnyxNetworkException error = call.thrown(TelnyxNetworkException.class);
        assertThat(error.failure()).isEqualTo(NetworkFailure.INTERRUPTED);
        assertThat(error.stage()).isEqualTo(stage);
        assertThat(error.outcome()).isEqualTo(outcome);
        assertThat(error).hasMessageContaining("the calling thread was interrupted while");
        assertThat(call.interruptedAfterwards()).isTrue();
    }

    @Test
    void beforeTheCallNothingIsSent() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(200, SENT));
                Telnyx telnyx = oneConnection(server)) {
            Running call = Threads.start(() -> {
                Thread.currentThread().interrupt();
                return telnyx.messages().send(message());
            });
            assertInterrupted(call.join(), FailureStage.LEASE, Outcome.NOT_CARRIED_OUT);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void whileWaitingForTheAnswerTheOutcomeIsUnknown() throws Exception {
        try (RawServer server = RawServer.start(RawServer.Connection::awaitClose);
                Telnyx telnyx = oneConnection(server)) {
            Running call = send(telnyx);
            Threads.awaitWithin(call.thread(), "AbstractMessageParser");
            assertInterrupted(call.interrupt(), FailureStage.AWAIT_RESPONSE, Outcome.UNKNOWN);
        }
    }

    @Test
    void whileWaitingForAConnectionNothingWasSentAndTheOtherCallGoesOn() throws Exception {
        Gate gate = new Gate();
        try (RawServer server = RawServer.start(gate);
                Telnyx telnyx = oneConnection(server)) {
            Running first = send(telnyx);
            server.awaitRequest();
            Running second = send(telnyx);
            Threads.awaitWithin(second.thread(), "PoolingHttpClientConnectionManager");

            assertInterrupted(second.interrupt(), FailureStage.LEASE, Outcome.NOT_CARRIED_OUT);
            gate.open();

            assertThat(first.join().succeeded()).isTrue();
            telnyx.messages().send(message());
            assertThat(server.requests()).hasSize(2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void whileConnectingNothingWasSent() throws Exception {
        try (FullBacklog server = FullBacklog.start();
                Telnyx telnyx = Telnyx.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("key")
                        .from("+14165550199")
                        .build()) {
            Running call = send(telnyx);
            Threads.awaitWithin(call.thread(), "AddressRace");
            assertInterrupted(call.interrupt(), FailureStage.CONNECT, Outcome.NOT_CARRIED_OUT);
        }
    }

    @Test
    void inTheTlsHandshakeNothingWasSent() throws Exception {
        try (RawServer server = RawServer.start(RawServer.Connection::ignore);
                Telnyx telnyx = client(server)
                        .baseUrl(server.baseUrl().replace("http:", "https:"))
                        .build()) {
            Running call = send(telnyx);
            Threads.awaitWithin(call.thread(), "SSLSocketInputRecord");
            assertInterrupted(call.interrupt(), FailureStage.TLS, Outcome.NOT_CARRIED_OUT);
        }
    }

    @Test
    void withinTheBodyOfASuccessItWasCarriedOut() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
                    connection.read();
                    connection.send(
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
                    connection.awaitClose();
                });
                Telnyx telnyx = oneConnection(server)) {
            Running call = send(telnyx);
            Threads.awaitWithin(call.thread(), "ContentLengthInputStream");

            TelnyxApiException error = call.interrupt().thrown(TelnyxApiException.class);

            assertThat(error.outcome()).isEqualTo(Outcome.CARRIED_OUT);
            assertThat(error).hasMessageContaining("HTTP 200, the calling thread was interrupted within its body");
            assertThat(call.interruptedAfterwards()).isTrue();
        }
    }

    @Test
    void thePoolIsWholeAfterManyInterruptedCalls() throws Exception {
        Gate gate = new Gate();
        try (RawServer server = RawServer.start(gate);
                Telnyx telnyx = oneConnection(server)) {
            for (int i = 0; i < 10; i++) {
                Running call = send(telnyx);
                server.awaitRequest();
                assertThat(call.interrupt().interruptedAfterwards()).isTrue();
            }
            gate.open();
            assertThat(telnyx.messages().send(message()).isAccepted()).isTrue();
        }
    }

    /** Reads requests, and answers them once it is open. */
    private static final class Gate implements RawServer.Handler {
        private final CountDownLatch latch = new CountDownLatch(1);

        void open() {
            latch.countDown();
        }

        @Override
        public void handle(RawServer.Connection connection) throws IOException, InterruptedException {
            while (connection.read() != null) {
                latch.await();
                connection.send(RawServer.json(200, SENT));
            }
        }
    }
}
