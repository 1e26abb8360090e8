package org.telnyx4j.wire.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TimedClients;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.testing.FakeTime;
import org.telnyx4j.testing.RawServer;

/** A server that says when to come back governs its own load, so coming back then costs nothing of the retry budget. */
class InvitedRetriesTest {
    private static final int CALLS = 60;

    // Draws nothing, so that no time passes that would refill the budget, but what the server asks for.
    private final FakeTime time = FakeTime.frozen().withRandom(0);

    private Telnyx client(RawServer server) {
        return TimedClients.build(Fixtures.client(server), FakeSleeper.source(time));
    }

    /** Uses up all tokens with failures that nobody was invited to repeat. */
    private static void spendTheBudget(Telnyx telnyx) {
        TelnyxException last = null;
        for (int i = 0; i < 20; i++) {
            last = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.messages().retrieve("id"));
        }
        assertThat(last).hasMessageContaining("the client's retry budget is used up");
    }

    @Test
    void whoIsAskedToComeBackComesBackWithoutABudget() throws IOException {
        AtomicInteger sends = new AtomicInteger();
        try (RawServer server = RawServer.start(RawServer.answeringWith(request -> {
                    if (request.requestLine().startsWith("GET ")) {
                        return RawServer.json(503, "");
                    }
                    return sends.getAndIncrement() % 3 < 2
                            ? RawServer.json(429, "", "x-ratelimit-reset: 1")
                            : RawServer.json(200, SENT);
                }));
                Telnyx telnyx = client(server)) {
            spendTheBudget(telnyx);
            // Two waits of one second are too little for a token of the budget to come back.
            assertThat(telnyx.messages().send(message()).isAccepted()).isTrue();
            assertThat(sends).hasValue(3);
        }
    }

    @Test
    void invitedRetriesThatFailCostNothingEither() throws IOException {
        try (RawServer server = RawServer.answering(RawServer.json(429, "", "Retry-After: 1"));
                Telnyx telnyx = client(server)) {
            for (int i = 0; i < CALLS; i++) {
                TelnyxException error = catchThrowableOfType(
                        TelnyxException.class, () -> telnyx.messages().send(message()));
                assertThat(error.attempts()).isEqualTo(3);
            }
            assertThat(server.requests()).hasSize(3 * CALLS);
        }
    }

    @Test
    void aRefusalWithoutADelayIsChargedLikeAnyFailure() throws IOException {
        try (RawServer server = RawServer.answering(RawServer.json(429, ""));
                Telnyx telnyx = client(server)) {
            for (int i = 0; i < CALLS; i++) {
                assertThatThrownBy(() -> telnyx.messages().send(message())).isInstanceOf(TelnyxException.class);
            }
            assertThat(server.requests().size()).isBetween(CALLS + 5, CALLS + 10);
        }
    }

    @Test
    void anOverloadedServerThatAsksToWaitIsStillSparedByTheBudget() throws IOException {
        // 503 with a delay: it says that it is down, not that it is counting.
        try (RawServer server = RawServer.answering(RawServer.json(503, "", "Retry-After: 1"));
                Telnyx telnyx = client(server)) {
            for (int i = 0; i < CALLS; i++) {
                assertThatThrownBy(() -> telnyx.messages().retrieve("id")).isInstanceOf(TelnyxException.class);
            }
            assertThat(server.requests().size()).isBetween(CALLS + 5, CALLS + 15);
        }
    }
}
