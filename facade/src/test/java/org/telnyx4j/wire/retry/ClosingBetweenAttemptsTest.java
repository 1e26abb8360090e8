package org.telnyx4j.wire.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TimedClients;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.testing.FakeTime;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;

/** A call that waits before another attempt ends when its client is closed, with what is known of it. */
class ClosingBetweenAttemptsTest {
    private static final CallControlId LEG = CallControlId.of("v3:leg");
    private static final String LATER = RawServer.json(503, "", "Retry-After: 50");

    private final FakeTime time = FakeTime.passing();

    @Test
    void theErrorIsThatOfTheLastAttemptAndSaysThatTheClientWasClosed() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(503, ""))) {
            Telnyx telnyx = TimedClients.build(Fixtures.client(server), FakeSleeper.source(time));
            time.onSleep(duration -> telnyx.close());
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.calls().hangUp(LEG));

            assertThat(error.httpStatus()).hasValue(503);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.attempts()).isEqualTo(1);
            assertThat(error.commandId()).isPresent();
            assertThat(error.getSuppressed()).isEmpty();
            assertThat(error).hasMessageContaining("not tried again, as the client was closed");
            assertThat(server.requests()).hasSize(1);
            assertThat(time.sleeps()).hasSize(1);
        }
    }

    @Test
    void aRefusalBeforeItMeansThatNothingWasDone() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(429, "", "Retry-After: 2"))) {
            Telnyx telnyx = TimedClients.build(Fixtures.client(server), FakeSleeper.source(time));
            time.onSleep(duration -> telnyx.close());
            TelnyxRateLimitException error = catchThrowableOfType(
                    TelnyxRateLimitException.class, () -> telnyx.messages().send(message()));

            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error.retryAfter()).hasValue(Duration.ofSeconds(2));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aThreadThatSleepsIsWokenAndNotInterrupted() throws Exception {
        try (RawServer server = RawServer.answering(LATER)) {
            Telnyx telnyx = Fixtures.client(server).build();
            Threads.Running call = Threads.start(() -> telnyx.messages().retrieve("id"));
            Threads.awaitWithin(call.thread(), "ClientSleeper");
            // It would sleep for 50 s, which is longer than it is waited for.
            telnyx.close();

            TelnyxException error = call.join().thrown(TelnyxException.class);
            assertThat(error.httpStatus()).hasValue(503);
            assertThat(error).hasMessageContaining("the client was closed");
            assertThat(call.interruptedAfterwards()).isFalse();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aPurchaseThatWaitsForItsLostOrderTellsHowToFindIt() throws Exception {
        String found = RawServer.json(200, "{\"data\":[{\"phone_number\":\"+14165550101\"}]}");
        String none = RawServer.json(200, "{\"data\":[]}");
        try (RawServer server = RawServer.start(RawServer.answeringWith(request -> {
            if (request.requestLine().startsWith("POST ")) {
                return RawServer.json(503, "");
            }
            return request.requestLine().contains("available_phone_numbers") ? found : none;
        }))) {
            Telnyx telnyx = TimedClients.build(Fixtures.client(server), FakeSleeper.source(time));
            time.onSleep(duration -> telnyx.close());
            TelnyxException error = catchThrowableOfType(
                    TelnyxException.class, () -> telnyx.phoneNumbers().searchAndBuyFirst("416"));

            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.reference()).isPresent();
        }
    }

    @Test
    void aCallOnAClosedClientIsRefused() throws Exception {
        try (RawServer server = RawServer.answering(LATER)) {
            Telnyx telnyx = Fixtures.client(server).build();
            telnyx.close();
            TelnyxNetworkException error = catchThrowableOfType(
                    TelnyxNetworkException.class, () -> telnyx.messages().retrieve("id"));

            assertThat(error).hasMessageContaining("this Telnyx client is closed");
            assertThat(error.failure()).isEqualTo(NetworkFailure.CLIENT_CLOSED);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(server.requests()).isEmpty();
        }
    }
}
