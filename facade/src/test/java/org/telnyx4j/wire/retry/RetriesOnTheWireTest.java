package org.telnyx4j.wire.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.SENT;
import static org.telnyx4j.fixtures.Fixtures.message;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.TimedClients;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.FailureStage;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.fixtures.Fixtures;
import org.telnyx4j.generated.api.CallCommandsApi;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.generated.model.HangupCallRequest;
import org.telnyx4j.generated.model.OutgoingCall;
import org.telnyx4j.ids.CallControlId;
import org.telnyx4j.ids.PhoneNumberId;
import org.telnyx4j.testing.ClosedPort;
import org.telnyx4j.testing.FakeTime;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.ReceivedRequest;
import org.telnyx4j.testing.Threads;

/** How often a request arrives, and what is told of it, for servers that fail in all ways. */
class RetriesOnTheWireTest {
    private static final CallControlId LEG = CallControlId.of("v3:leg");
    private static final String OK = RawServer.json(200, SENT);
    private static final String DONE = RawServer.json(200, "{\"data\":{\"result\":\"ok\"}}");

    private final FakeTime time = FakeTime.passing();

    private Telnyx client(RawServer server) {
        return client(server, RetryOptions.defaults());
    }

    private Telnyx client(RawServer server, RetryOptions retries) {
        return TimedClients.build(
                Fixtures.client(server).timeout(Duration.ofSeconds(20)).retries(retries), FakeSleeper.source(time));
    }

    /** What a server does to a request: answers with a status and, behind a space, a header; or what the word says. */
    private static RawServer.Handler script(String good, String... acts) {
        AtomicInteger next = new AtomicInteger();
        return connection -> {
            while (true) {
                int index = next.get();
                String act = index < acts.length ? acts[index] : "ok";
                if (act.equals("close unread")) {
                    next.incrementAndGet();
                    return;
                }
                if (connection.read() == null) {
                    return;
                }
                next.incrementAndGet();
                switch (act) {
                    case "ok" -> connection.send(good);
                    case "close" -> {
                        return;
                    }
                    case "reset" -> {
                        connection.reset();
                        return;
                    }
                    case "half" -> {
                        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"data\":");
                        return;
                    }
                    case "half closed" -> {
                        connection.socket().shutdownOutput();
                        connection.awaitClose();
                        return;
                    }
                    default -> {
                        int space = act.indexOf(' ');
                        String status = space < 0 ? act : act.substring(0, space);
                        String header = space < 0 ? "X-Nothing: 1" : act.substring(space + 1);
                        connection.send(RawServer.json(Integer.parseInt(status), "", header));
                    }
                }
            }
        };
    }

    private static TelnyxException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        TelnyxException error = catchThrowableOfType(TelnyxException.class, call);
        assertThat(error).isNotNull();
        return error;
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "reset", "half closed", "408", "500", "502", "503", "504"})
    void aMessageThatMayHaveBeenSentIsNotSentAgain(String fault) throws IOException {
        Fixtures.needsNoKey(MessagesApi.SEND_MESSAGE);
        try (RawServer server = RawServer.start(script(OK, fault));
                Telnyx telnyx = client(server)) {
            TelnyxException error = failure(() -> telnyx.messages().send(message()));

            assertThat(server.requests()).hasSize(1);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.mayHaveBeenCarriedOut()).isTrue();
            assertThat(error.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
            assertThat(error.attempts()).isEqualTo(1);
            assertThat(error).hasMessageContaining("wait for its webhook");
            assertThat(time.sleeps()).isEmpty();
        }
    }

    @Test
    void aMessageThatWasRefusedForTheRateIsSentAgainAfterTheDelayThatWasAskedFor() throws IOException {
        try (RawServer server = RawServer.start(script(OK, "429 Retry-After: 3", "429 x-ratelimit-reset: 2"));
                Telnyx telnyx = client(server)) {
            assertThat(telnyx.messages().send(message()).isAccepted()).isTrue();

            assertThat(server.requests()).hasSize(3);
            assertThat(server.requests().get(2).body())
                    .isEqualTo(server.requests().get(0).body());
            // Half of 200 ms and of 400 ms are drawn on top, so that not all come back at once.
            assertThat(time.sleeps()).containsExactly(Duration.ofMillis(3_100), Duration.ofMillis(2_200));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "soon", "99999999999999999999", "1773000000"})
    void aDelayThatMakesNoSenseCountsAsNone(String delay) throws IOException {
        try (RawServer server = RawServer.start(script(OK, "429 Retry-After: " + delay));
                Telnyx telnyx = client(server)) {
            assertThat(telnyx.messages().send(message()).isAccepted()).isTrue();
            assertThat(time.sleeps()).containsExactly(Duration.ofMillis(100));
        }
    }

    @Test
    void aDelayThatDoesNotFitIsToldAtOnce() throws IOException {
        try (RawServer server = RawServer.start(script(OK, "429 Retry-After: 30"));
                Telnyx telnyx = client(server)) {
            TelnyxRateLimitException error = catchThrowableOfType(
                    TelnyxRateLimitException.class, () -> telnyx.messages().send(message()));

            assertThat(server.requests()).hasSize(1);
            assertThat(time.sleeps()).isEmpty();
            assertThat(error.retryAfter()).hasValue(Duration.ofSeconds(30));
            assertThat(error.advice()).isEqualTo(Advice.RETRY_AFTER_DELAY);
            assertThat(error).hasMessageContaining("the delay that was asked for does not fit into the deadline");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-01-01T00:00:00Z", "2040-01-01T00:00:00Z"})
    void aWrongTimeOfDayChangesNothing(Instant ours) throws IOException {
        time.clock().set(ours);
        String date = "429 Date: Wed, 04 Mar 2026 05:06:07 GMT\r\nRetry-After: Wed, 04 Mar 2026 05:06:09 GMT";
        try (RawServer server = RawServer.start(script(OK, date));
                Telnyx telnyx = client(server)) {
            time.onSleep(duration -> time.clock().set(Instant.EPOCH));
            assertThat(telnyx.messages().send(message()).isAccepted()).isTrue();
            assertThat(time.sleeps()).containsExactly(Duration.ofMillis(2_100));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"close unread", "close", "reset", "half", "half closed", "408", "429", "500", "502", "503", "504"
            })
    void aLookupIsRepeated(String fault) throws IOException {
        try (RawServer server = RawServer.start(script(OK, fault, fault));
                Telnyx telnyx = client(server)) {
            assertThat(telnyx.messages().retrieve("id").id()).isNotEmpty();
            assertThat(time.sleeps()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"close unread", "close", "reset", "half", "half closed", "408", "429", "500", "502", "503", "504"
            })
    void aCommandIsRepeatedWithTheSameCommandId(String fault) throws IOException {
        try (RawServer server = RawServer.start(script(DONE, fault, fault));
                Telnyx telnyx = client(server)) {
            assertThat(telnyx.calls().hangUp(LEG).status()).hasValue("ok");

            assertThat(server.requests().stream().map(ReceivedRequest::body).distinct())
                    .hasSize(1);
            assertThat(server.requests().get(0).body()).contains("command_id");
        }
    }

    @Test
    void aRawCommandIsRepeatedIfItCarriesACommandIdAndOtherwiseNot() throws IOException {
        try (RawServer server = RawServer.start(script(DONE, "503", "ok", "503"));
                Telnyx telnyx = client(server)) {
            telnyx.raw()
                    .callCommands()
                    .hangupCall(
                            "v3:leg",
                            HangupCallRequest.builder().commandId("mine").build());
            assertThat(server.requests()).hasSize(2);

            TelnyxException error = failure(() -> telnyx.raw()
                    .callCommands()
                    .hangupCall("v3:leg", HangupCallRequest.builder().build()));
            assertThat(server.requests()).hasSize(3);
            assertThat(error.commandId()).isEmpty();
            assertThat(error.advice()).isEqualTo(Advice.FIND_OUT_FIRST);
        }
    }

    @Test
    void aFailedCommandTellsItsCommandIdAndHowOftenItWasTried() throws IOException {
        Fixtures.needsNoKey(CallCommandsApi.DIAL);
        try (RawServer server = RawServer.start(script(DONE, "503", "502", "close"));
                Telnyx telnyx = client(server)) {
            TelnyxException error = failure(() -> telnyx.calls()
                    .dial(OutgoingCall.builder()
                            .to(Fixtures.TO)
                            .connectionId("app")
                            .build()));

            assertThat(server.requests()).hasSize(3);
            assertThat(error.attempts()).isEqualTo(3);
            assertThat(error.commandId()).isPresent();
            assertThat(server.requests().get(0).body())
                    .contains(error.commandId().orElseThrow());
            assertThat(error.getSuppressed()).hasSize(2);
            assertThat(error)
                    .hasMessageStartingWith("calls.dial failed after 3 attempts: ")
                    .hasMessageContaining("within 60 s with the same command_id");
        }
    }

    @Test
    void aCommandIsNotRepeatedOnceItsIdMayNotCountAnyMore() throws IOException {
        try (RawServer server = RawServer.start(script(DONE, "503 Retry-After: 50", "503 Retry-After: 20"));
                Telnyx telnyx = TimedClients.build(
                        Fixtures.client(server).timeout(Duration.ofMinutes(5)), FakeSleeper.source(time))) {
            TelnyxException error = failure(() -> telnyx.calls().hangUp(LEG));

            assertThat(server.requests()).hasSize(2);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error).hasMessageContaining("its command_id counts for 60 s only");
        }
    }

    @ParameterizedTest
    @CsvSource({"close,404", "reset,422", "503,429 Retry-After: 60", "502,401", "half closed,404"})
    void aRefusalAfterAnAttemptThatMayHaveBeenCarriedOutLeavesTheOutcomeOpen(String lost, String refusal)
            throws IOException {
        try (RawServer server = RawServer.start(script(OK, lost, refusal));
                Telnyx telnyx = client(server)) {
            TelnyxException error = failure(() -> telnyx.phoneNumbers().release(PhoneNumberId.of("17")));

            assertThat(server.requests()).hasSize(2);
            assertThat(error.attempts()).isEqualTo(2);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error).hasMessageContaining("after an attempt that may have been carried out");
            assertThat(error.advice()).isNotEqualTo(Advice.DO_NOT_RETRY);
        }
    }

    @Test
    void aLookupSaysWhatItsLastAnswerSays() throws IOException {
        try (RawServer server = RawServer.start(script(OK, "close", "404"));
                Telnyx telnyx = client(server)) {
            TelnyxException error = failure(() -> telnyx.messages().retrieve("id"));
            assertThat(error.httpStatus()).hasValue(404);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error.attempts()).isEqualTo(2);
        }
    }

    @Test
    void aMessageThatNeverLeftIsTriedAgain() throws IOException {
        String closed = ClosedPort.url();
        try (RawServer server = RawServer.answering(OK);
                Telnyx telnyx = TimedClients.build(Fixtures.client(server).baseUrl(closed), FakeSleeper.source(time))) {
            TelnyxException error = failure(() -> telnyx.messages().send(message()));
            assertThat(error.attempts()).isEqualTo(3);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error.mayHaveBeenCarriedOut()).isFalse();
        }
    }

    @Test
    void aTlsHandshakeThatIsCutOffIsTriedAgain() throws IOException {
        try (RawServer server = RawServer.start(
                        connection -> connection.socket().getInputStream().readNBytes(5));
                Telnyx telnyx = TimedClients.build(
                        Fixtures.client(server).baseUrl(server.baseUrl().replace("http:", "https:")),
                        FakeSleeper.source(time))) {
            TelnyxException error = failure(() -> telnyx.messages().send(message()));
            assertThat(server.connections()).isEqualTo(3);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        }
    }

    @Test
    void retriesCanBeTurnedOffForAClientOrACall() throws IOException {
        try (RawServer server = RawServer.start(script(OK, "503", "503"));
                Telnyx off = client(server, RetryOptions.off());
                Telnyx on = client(server)) {
            assertThat(failure(() -> off.messages().retrieve("id")).attempts()).isEqualTo(1);
            RequestOptions once =
                    RequestOptions.builder().retries(RetryOptions.off()).build();
            assertThat(failure(() -> on.messages().retrieve("id", once)).attempts())
                    .isEqualTo(1);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void anInterruptBetweenTwoAttemptsEndsTheCallAndTellsWhatMayHaveBeenDone() throws Exception {
        time.onSleep(duration -> Thread.currentThread().interrupt());
        try (RawServer server = RawServer.start(script(DONE, "503"));
                Telnyx telnyx = client(server)) {
            Threads.Running call =
                    Threads.start(() -> telnyx.calls().hangUp(LEG)).join();

            TelnyxNetworkException error = call.thrown(TelnyxNetworkException.class);
            assertThat(call.interruptedAfterwards()).isTrue();
            assertThat(error.failure()).isEqualTo(NetworkFailure.INTERRUPTED);
            assertThat(error.stage()).isEqualTo(FailureStage.BACKOFF);
            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anInterruptAfterARefusalTellsThatNothingWasDone() throws Exception {
        time.onSleep(duration -> Thread.currentThread().interrupt());
        try (RawServer server = RawServer.start(script(OK, "429"));
                Telnyx telnyx = client(server)) {
            Threads.Running call =
                    Threads.start(() -> telnyx.messages().send(message())).join();
            TelnyxNetworkException error = call.thrown(TelnyxNetworkException.class);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(call.interruptedAfterwards()).isTrue();
        }
    }

    @Test
    void theWholeCallHasOneDeadline() throws IOException {
        time.withRandom(0.99);
        try (RawServer server = RawServer.answering(RawServer.json(503, ""));
                Telnyx telnyx = client(
                        server,
                        RetryOptions.builder()
                                .maxRetries(10)
                                .baseDelay(Duration.ofSeconds(4))
                                .build())) {
            TelnyxException error = failure(() -> telnyx.messages().retrieve("id"));
            assertThat(time.sleeps().stream().reduce(Duration.ZERO, Duration::plus))
                    .isLessThan(Duration.ofSeconds(20));
            assertThat(error).hasMessageContaining("too little of the deadline is left");
            assertThat(error.attempts()).isEqualTo(time.sleeps().size() + 1);
        }
    }

    @Test
    void underAFullOutageTheExtraLoadStaysFarBelowATenth() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.json(503, ""));
                Telnyx telnyx = client(server)) {
            ExecutorService threads = Executors.newFixedThreadPool(50);
            for (int i = 0; i < 1_000; i++) {
                threads.execute(() -> failure(() -> telnyx.messages().retrieve("id")));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(300, TimeUnit.SECONDS)).isTrue();
            assertThat(server.requests()).hasSizeBetween(1_000, 1_030);
            assertThat(failure(() -> telnyx.messages().retrieve("id")))
                    .hasMessageContaining("the client's retry budget is used up");
        }
    }

    @Test
    void allOfItIsTold() {
        assertThat(RetryOptions.defaults())
                .hasToString("RetryOptions[maxRetries=2, baseDelay=PT0.2S, maxDelay=PT5S, hedgeCallCommands=off,"
                        + " attemptTimeout=off]");
        assertThat(List.of(RetryOptions.off().maxRetries())).containsExactly(0);
    }
}
