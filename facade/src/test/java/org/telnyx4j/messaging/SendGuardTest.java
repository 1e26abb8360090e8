package org.telnyx4j.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.telnyx4j.fixtures.Fixtures.KEY;
import static org.telnyx4j.fixtures.Fixtures.SENT;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.TimedClients;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.client.RetryOptions;
import org.telnyx4j.errors.Advice;
import org.telnyx4j.errors.NetworkFailure;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.errors.TelnyxNetworkException;
import org.telnyx4j.errors.TelnyxRateLimitException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.fixtures.FakeSleeper;
import org.telnyx4j.generated.model.OutgoingMessage;
import org.telnyx4j.generated.model.SendAlphanumericMessageRequest;
import org.telnyx4j.generated.model.SendGroupMmsRequest;
import org.telnyx4j.generated.model.SendLongCodeMessageRequest;
import org.telnyx4j.generated.model.SendNumberPoolMessageRequest;
import org.telnyx4j.generated.model.SendShortCodeMessageRequest;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.telemetry.ObservedOperation;
import org.telnyx4j.telemetry.OperationListener;
import org.telnyx4j.telemetry.OperationResult;
import org.telnyx4j.testing.FakeTime;
import org.telnyx4j.testing.RawServer;
import org.telnyx4j.testing.Threads;

/** Guards are asked before each send, and what one refuses does not go out. */
class SendGuardTest {
    private static final String ONE = "+14165550123";
    private static final String OTHER = "+14165550124";
    private static final String NUMBER = "+14165550199";
    private static final String PROFILE = "0d2f0c1e-profile";
    private static final String SECRET = "the secret text";

    /** The six ways to send. */
    enum Way {
        SEND("messages.send", NUMBER, PROFILE) {
            @Override
            MessageResult by(Messages messages, RequestOptions options) {
                return messages.send(
                        OutgoingMessage.builder().to(ONE).text(SECRET).build(), options);
            }
        },
        GROUP("messages.send_group_mms", NUMBER, null) {
            @Override
            MessageResult by(Messages messages, RequestOptions options) {
                return messages.sendGroupMms(
                        SendGroupMmsRequest.builder()
                                .to(List.of(ONE, OTHER))
                                .text(SECRET)
                                .build(),
                        options);
            }
        },
        POOL("messages.send_number_pool", null, PROFILE) {
            @Override
            MessageResult by(Messages messages, RequestOptions options) {
                return messages.sendFromNumberPool(
                        SendNumberPoolMessageRequest.builder()
                                .to(ONE)
                                .text(SECRET)
                                .build(),
                        options);
            }
        },
        LONG_CODE("messages.send_long_code", NUMBER, null) {
            @Override
            MessageResult by(Messages messages, RequestOptions options) {
                return messages.sendLongCode(
                        SendLongCodeMessageRequest.builder()
                                .to(ONE)
                                .text(SECRET)
                                .build(),
                        options);
            }
        },
        SHORT_CODE("messages.send_short_code", "12345", null) {
            @Override
            MessageResult by(Messages messages, RequestOptions options) {
                return messages.sendShortCode(
                        SendShortCodeMessageRequest.builder()
                                .from("12345")
                                .to(ONE)
                                .text(SECRET)
                                .build(),
                        options);
            }
        },
        ALPHANUMERIC("messages.send_alphanumeric", "ACME", PROFILE) {
            @Override
            MessageResult by(Messages messages, RequestOptions options) {
                return messages.sendAlphanumeric(
                        SendAlphanumericMessageRequest.builder()
                                .from("ACME")
                                .to(ONE)
                                .text(SECRET)
                                .build(),
                        options);
            }
        };

        final String operation;
        final @Nullable String sender;
        final @Nullable String profile;

        Way(String operation, @Nullable String sender, @Nullable String profile) {
            this.operation = operation;
            this.sender = sender;
            this.profile = profile;
        }

        abstract MessageResult by(Messages messages, RequestOptions options);

        MessageResult by(Messages messages) {
            return by(messages, RequestOptions.none());
        }
    }

    /** Decides as it is set to, and keeps what it got. */
    private static final class Keeper implements SendGuard {
        private final List<SendRequest> asked = new ArrayList<>();
        private final List<SendReport> reports = new ArrayList<>();
        private final List<SendRequest> reported = new ArrayList<>();
        private SendGuard decides = request -> SendDecision.allow();

        Keeper deciding(SendGuard how) {
            this.decides = how;
            return this;
        }

        Keeper refusing(SendRefusal refusal) {
            return deciding(request -> SendDecision.refuse(refusal));
        }

        @Override
        public SendDecision beforeSend(SendRequest request) throws InterruptedException {
            asked.add(request);
            return decides.beforeSend(request);
        }

        @Override
        public void afterSend(SendRequest request, SendReport report) {
            reported.add(request);
            reports.add(report);
        }
    }

    private final Keeper guard = new Keeper();
    private RawServer server;

    @BeforeEach
    void start() throws IOException {
        server = RawServer.answering(RawServer.json(200, SENT, "x-ratelimit-limit: 50", "x-ratelimit-remaining: 49"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Telnyx.Builder client() {
        return Telnyx.builder()
                .baseUrl(server.baseUrl())
                .apiKey(KEY)
                .from(NUMBER)
                .messagingProfileId(PROFILE)
                .webhookUrl("https://example.com/hook")
                .correlateSends(true)
                .timeout(Duration.ofSeconds(20));
    }

    private static <T extends TelnyxException> T refused(Class<T> type, Telnyx telnyx, Way way) {
        T error = catchThrowableOfType(type, () -> way.by(telnyx.messages()));
        assertThat(error).isNotNull();
        assertThat(error.operation()).isEqualTo(way.operation);
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(error.mayHaveBeenCarriedOut()).isFalse();
        assertThat(error.correlationToken()).isEmpty();
        assertThat(error.httpStatus()).isEmpty();
        assertThat(error.attempts()).isZero();
        for (Throwable each = error; each != null; each = each.getCause()) {
            assertThat(each.toString())
                    .doesNotContain(ONE, ONE.substring(1), OTHER, NUMBER, SECRET, KEY, "guard's secret");
        }
        return error;
    }

    @ParameterizedTest
    @EnumSource
    void whoHasOptedOutGetsNothing(Way way) {
        guard.refusing(SendRefusal.optedOut(ONE));
        try (Telnyx telnyx = client().sendGuard(guard).build()) {
            TelnyxValidationException error = refused(TelnyxValidationException.class, telnyx, way);

            assertThat(error.isOptedOut()).isTrue();
            assertThat(error.hasCode("40300")).isTrue();
            assertThat(error.field()).contains("to");
            assertThat(error.advice()).isEqualTo(Advice.DO_NOT_RETRY);
            assertThat(error)
                    .hasMessage(
                            way.operation + " failed: the recipient +1416***0123 has opted out (code 40300)."
                                    + " It was not carried out; do not send to this recipient until a START, nothing was sent.");
        }
        assertThat(server.requests()).isEmpty();
        assertThat(guard.asked).hasSize(1);
        assertThat(guard.reports).isEmpty();
    }

    /** A program that handles Telnyx's refusal handles the guard's. */
    @ParameterizedTest
    @EnumSource
    void theRefusalOfTelnyxItselfIsOfTheSameKind(Way way) throws IOException {
        String body = "{\"errors\":[{\"code\":\"40300\",\"title\":\"Blocked due to STOP message\"}]}";
        try (RawServer refusing = RawServer.answering(RawServer.json(400, body));
                Telnyx telnyx =
                        client().baseUrl(refusing.baseUrl()).sendGuard(guard).build()) {
            TelnyxValidationException error =
                    catchThrowableOfType(TelnyxValidationException.class, () -> way.by(telnyx.messages()));

            assertThat(error.isOptedOut()).isTrue();
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error.advice()).isEqualTo(Advice.DO_NOT_RETRY);
            assertThat(error.httpStatus()).hasValue(400);
            assertThat(guard.reports).singleElement().satisfies(report -> {
                assertThat(report.error()).containsSame(error);
                assertThat(report.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
                assertThat(report.attempts()).isEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPacedIsARateLimitWithItsDelay(Way way) {
        guard.refusing(SendRefusal.paced(Duration.ofMillis(1500), "0.1/s of the sender " + NUMBER));
        try (Telnyx telnyx = client().sendGuard(guard).build()) {
            TelnyxRateLimitException error = refused(TelnyxRateLimitException.class, telnyx, way);

            assertThat(error.retryAfter()).contains(Duration.ofMillis(1500));
            assertThat(error.advice()).isEqualTo(Advice.RETRY_AFTER_DELAY);
            assertThat(error.isOptedOut()).isFalse();
            assertThat(error)
                    .hasMessage(way.operation + " failed: it was held back to keep a rate limit"
                            + " (0.1/s of the sender +1416***0199), nothing was sent."
                            + " It was not carried out; try again after 1.5 s.");
        }
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aGuardThatCannotDecideLetsNothingGo(Way way) {
        IllegalStateException cause = new IllegalStateException("guard's secret " + ONE);
        guard.refusing(SendRefusal.undecided("the opt-outs cannot be read", cause));
        try (Telnyx telnyx = client().sendGuard(guard).build()) {
            TelnyxNetworkException error = refused(TelnyxNetworkException.class, telnyx, way);

            assertThat(error.failure()).isEqualTo(NetworkFailure.CONNECTION);
            assertThat(error.advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
            assertThat(error)
                    .hasMessageContaining("the opt-outs cannot be read (IllegalStateException), nothing was sent")
                    .hasCauseInstanceOf(Throwable.class);
            assertThat(error.getCause()).hasMessageContaining("java.lang.IllegalStateException");
        }
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aGuardThatThrowsLetsNothingGo(Way way) {
        guard.deciding(request -> {
            throw new IllegalArgumentException("guard's secret " + request.recipients());
        });
        try (Telnyx telnyx = client().sendGuard(guard).build()) {
            TelnyxNetworkException error = refused(TelnyxNetworkException.class, telnyx, way);

            assertThat(error)
                    .hasMessageContaining("SendGuardTest$Keeper failed (IllegalArgumentException), nothing was sent");
            assertThat(error.advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
        }
        assertThat(server.requests()).isEmpty();
        assertThat(guard.reports).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // What a guard that is not checked for nulls can do.
    void aGuardWithoutDecisionLetsNothingGo() {
        guard.deciding(request -> null);
        try (Telnyx telnyx = client().sendGuard(guard).build()) {
            assertThat(refused(TelnyxNetworkException.class, telnyx, Way.SEND))
                    .hasMessageContaining("SendGuardTest$Keeper returned no decision, nothing was sent");
        }
        assertThat(server.requests()).isEmpty();
    }

    /** The outcome of a send within a guard says nothing about the send that it guards. */
    @Test
    void anErrorOfTheGuardsOwnCallsIsNotThatOfTheSend() throws IOException {
        try (RawServer broken = RawServer.answering(RawServer.json(500, ""));
                Telnyx inner = client().baseUrl(broken.baseUrl())
                        .retries(RetryOptions.off())
                        .build();
                Telnyx telnyx = client().sendGuard(guard).build()) {
            guard.deciding(request -> {
                Way.SEND.by(inner.messages());
                return SendDecision.allow();
            });
            refused(TelnyxNetworkException.class, telnyx, Way.POOL);
        }
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anErrorIsThrownOnAndNothingGoes(Way way) {
        StackOverflowError thrown = new StackOverflowError();
        Keeper first = new Keeper();
        guard.deciding(request -> {
            throw thrown;
        });
        try (Telnyx telnyx = client().sendGuard(first).sendGuard(guard).build()) {
            assertThatThrownBy(() -> way.by(telnyx.messages())).isSameAs(thrown);
        }
        assertThat(server.requests()).isEmpty();
        assertThat(first.reports).singleElement().satisfies(report -> {
            assertThat(report.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(report.error()).isEmpty();
            assertThat(report.attempts()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aGuardSeesWhatWouldGoOutButNoText(Way way) {
        try (Telnyx telnyx = client().sendGuard(guard).build()) {
            way.by(telnyx.withTenant(Tenant.builder("acme").build()).messages());
        }
        assertThat(guard.asked).singleElement().satisfies(request -> {
            assertThat(request.operation()).isEqualTo(way.operation);
            assertThat(request.tenant()).contains("acme");
            assertThat(request.sender()).isEqualTo(Optional.ofNullable(way.sender));
            assertThat(request.messagingProfileId()).isEqualTo(Optional.ofNullable(way.profile));
            assertThat(request.isGroup()).isEqualTo(way == Way.GROUP);
            assertThat(request.isMms()).isEqualTo(way == Way.GROUP);
            assertThat(request.recipients())
                    .isEqualTo(way == Way.GROUP ? List.of(ONE, OTHER) : List.of(ONE))
                    .isUnmodifiable();
            assertThat(request.parts()).isEqualTo(1);
            assertThat(request.sendAt()).isEmpty();
            assertThat(request.remaining()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(20));
            assertThat(request).hasToString("SendRequest[" + way.operation + ", tenant acme]");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAllowedIsSentOnceAndReportedOnce(Way way) throws Exception {
        try (Telnyx telnyx = client().sendGuard(guard).build()) {
            MessageResult result = way.by(telnyx.messages());

            assertThat(server.requests()).hasSize(1);
            assertThat(server.awaitRequest().body()).contains("telnyx4j-token");
            assertThat(guard.reported).containsExactly(guard.asked.get(0));
            SendReport report = guard.reports.get(0);
            assertThat(report.outcome()).isEqualTo(Outcome.CARRIED_OUT);
            assertThat(report.attempts()).isEqualTo(1);
            assertThat(report.error()).isEmpty();
            assertThat(report.messageId()).contains(result.id());
            assertThat(report.sender()).contains(NUMBER);
            assertThat(report.parts()).hasValue(1);
            assertThat(report.rateLimit().orElseThrow().remaining()).hasValue(49);
            assertThat(report).hasToString("SendReport[CARRIED_OUT, attempts=1]");
        }
    }

    @Test
    void mediaMakeAnMmsAndALongTextHasParts() {
        try (Telnyx telnyx = client().sendGuard(guard).build()) {
            telnyx.messages()
                    .send(OutgoingMessage.builder()
                            .to(ONE)
                            .text("x".repeat(400))
                            .build());
            telnyx.messages()
                    .send(OutgoingMessage.builder()
                            .to(ONE)
                            .text("x".repeat(400))
                            .mediaUrls(List.of("https://example.com/a.png"))
                            .build());
        }
        assertThat(guard.asked).extracting(SendRequest::parts).containsExactly(3, 1);
        assertThat(guard.asked).extracting(SendRequest::isMms).containsExactly(false, true);
    }

    @Test
    void nobodyIsAskedForWhatDoesNotSend() {
        try (Telnyx telnyx = client().sendGuard(guard).build()) {
            telnyx.messages().retrieve("id");
            telnyx.messages().cancel("id");
            telnyx.raw()
                    .messages()
                    .sendMessage(OutgoingMessage.builder()
                            .from(NUMBER)
                            .to(ONE)
                            .text(SECRET)
                            .build());
            OutgoingMessage wrong =
                    OutgoingMessage.builder().to("0123").text(SECRET).build();
            assertThatThrownBy(() -> telnyx.messages().send(wrong)).isInstanceOf(TelnyxValidationException.class);
        }
        assertThat(server.requests()).hasSize(3);
        assertThat(guard.asked).isEmpty();
        assertThat(guard.reports).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void guardsAreAskedInOrderUntilOneRefusesAndThoseBeforeLearnOfIt(Way way) {
        List<String> order = new ArrayList<>();
        SendGuard first = named("first", order, SendDecision.allow());
        SendGuard second = named("second", order, SendDecision.allow());
        SendGuard third = named("third", order, SendDecision.refuse(SendRefusal.optedOut(ONE)));
        SendGuard fourth = named("fourth", order, SendDecision.allow());
        try (Telnyx telnyx = client().sendGuard(first)
                .sendGuard(second)
                .sendGuard(third)
                .sendGuard(fourth)
                .build()) {
            refused(TelnyxValidationException.class, telnyx, way);
        }
        assertThat(order)
                .containsExactly(
                        "first asked",
                        "second asked",
                        "third asked",
                        "second told NOT_CARRIED_OUT after 0, opted out true",
                        "first told NOT_CARRIED_OUT after 0, opted out true");
    }

    private static SendGuard named(String name, List<String> order, SendDecision decision) {
        return new SendGuard() {
            @Override
            public SendDecision beforeSend(SendRequest request) {
                order.add(name + " asked");
                return decision;
            }

            @Override
            public void afterSend(SendRequest request, SendReport report) {
                order.add(name + " told " + report.outcome() + " after " + report.attempts() + ", opted out "
                        + report.error().map(TelnyxException::isOptedOut).orElse(false));
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void itIsAskedOnceForAllAttemptsOfASend(Way way) throws IOException {
        FakeTime time = FakeTime.passing();
        try (RawServer limiting = RawServer.answering(RawServer.json(429, "", "Retry-After: 2"));
                Telnyx telnyx = TimedClients.build(
                        client().baseUrl(limiting.baseUrl()).sendGuard(guard), FakeSleeper.source(time))) {
            TelnyxRateLimitException error =
                    catchThrowableOfType(TelnyxRateLimitException.class, () -> way.by(telnyx.messages()));

            assertThat(limiting.requests()).hasSize(3);
            assertThat(guard.asked).hasSize(1);
            assertThat(guard.reports).singleElement().satisfies(report -> {
                assertThat(report.attempts()).isEqualTo(3);
                assertThat(report.retryAfter()).contains(Duration.ofSeconds(2));
                assertThat(report.error()).containsSame(error);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLostResponseIsReportedAsUnknown(Way way) throws IOException {
        try (RawServer silent = RawServer.start(connection -> connection.read());
                Telnyx telnyx = client().baseUrl(silent.baseUrl())
                        .retries(RetryOptions.off())
                        .sendGuard(guard)
                        .build()) {
            TelnyxException error = catchThrowableOfType(TelnyxException.class, () -> way.by(telnyx.messages()));

            assertThat(error.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(error.correlationToken()).isPresent();
            assertThat(guard.reports).extracting(SendReport::outcome).containsExactly(Outcome.UNKNOWN);
        }
    }

    @Test
    void whatAfterSendThrowsChangesNothing() {
        SendGuard broken = new SendGuard() {
            @Override
            public SendDecision beforeSend(SendRequest request) {
                return SendDecision.allow();
            }

            @Override
            public void afterSend(SendRequest request, SendReport report) {
                throw new AssertionError("guard's secret");
            }
        };
        try (Telnyx telnyx = client().sendGuard(guard).sendGuard(broken).build()) {
            assertThat(Way.SEND.by(telnyx.messages()).id()).isNotEmpty();
        }
        assertThat(guard.reports).extracting(SendReport::outcome).containsExactly(Outcome.CARRIED_OUT);
    }

    @Test
    void whatAfterSendThrowsIsLoggedOnceForAllTenantsAndByItsClassAlone() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger("org.telnyx4j.messaging");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        SendGuard broken = new SendGuard() {
            @Override
            public SendDecision beforeSend(SendRequest request) {
                return SendDecision.allow();
            }

            @Override
            public void afterSend(SendRequest request, SendReport report) {
                throw new IllegalStateException("guard's secret");
            }
        };
        logger.addHandler(handler);
        try (Telnyx telnyx = client().sendGuard(broken).build()) {
            for (String tenant : List.of("acme", "zeta", "acme")) {
                Way.SEND.by(telnyx.withTenant(Tenant.builder(tenant).build()).messages());
            }
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(logged)
                .singleElement()
                .asString()
                .contains("has thrown java.lang.IllegalStateException")
                .doesNotContain("secret");
    }

    @Test
    void whatIsAttachedIsThereAfterwards() {
        Object key = new Object();
        List<Object> found = new ArrayList<>();
        SendGuard attaching = new SendGuard() {
            @Override
            public SendDecision beforeSend(SendRequest request) {
                assertThat(request.attachment(key, Integer.class)).isEmpty();
                request.attach(key, 7);
                return SendDecision.allow();
            }

            @Override
            public void afterSend(SendRequest request, SendReport report) {
                found.add(request.attachment(key, Integer.class));
                found.add(request.attachment(key, String.class));
                found.add(request.attachment(this, Integer.class));
            }
        };
        try (Telnyx telnyx = client().sendGuard(attaching).build()) {
            Way.SEND.by(telnyx.messages());
        }
        assertThat(found).containsExactly(Optional.of(7), Optional.empty(), Optional.empty());
    }

    // ---- Time ----

    @ParameterizedTest
    @EnumSource
    void whatAGuardWaitsIsTakenFromTheDeadline(Way way) {
        FakeTime time = FakeTime.frozen();
        List<Duration> remaining = new ArrayList<>();
        guard.deciding(request -> {
            assertThat(request.pause(Duration.ofSeconds(5))).isTrue();
            remaining.add(request.remaining());
            return SendDecision.allow();
        });
        try (Telnyx telnyx = TimedClients.build(client().sendGuard(guard), FakeSleeper.source(time))) {
            way.by(telnyx.messages());
        }
        assertThat(remaining).containsExactly(Duration.ofSeconds(15));
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(5));
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAllowedTooLateIsNotSent(Way way) {
        FakeTime time = FakeTime.frozen();
        guard.deciding(request -> {
            assertThat(request.pause(Duration.ofDays(400))).isFalse();
            assertThat(request.remaining()).isZero();
            return SendDecision.allow();
        });
        Keeper never = new Keeper();
        try (Telnyx telnyx = TimedClients.build(client().sendGuard(guard).sendGuard(never), FakeSleeper.source(time))) {
            TelnyxNetworkException error = refused(TelnyxNetworkException.class, telnyx, way);

            assertThat(error.failure()).isEqualTo(NetworkFailure.DEADLINE);
            assertThat(error.advice()).isEqualTo(Advice.RETRY_WITH_BACKOFF);
            assertThat(error)
                    .hasMessageContaining(
                            "its deadline of 20000 ms passed while it waited for a SendGuard, nothing was sent");
        }
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(20));
        assertThat(server.requests()).isEmpty();
        assertThat(never.asked).isEmpty();
        assertThat(guard.reports).extracting(SendReport::attempts).containsExactly(0);
    }

    /** A refusal says more than that it came late. */
    @Test
    void aLateRefusalIsARefusal() {
        FakeTime time = FakeTime.frozen();
        guard.deciding(request -> {
            request.pause(Duration.ofMinutes(1));
            return SendDecision.refuse(SendRefusal.paced(Duration.ofSeconds(9)));
        });
        try (Telnyx telnyx = TimedClients.build(client().sendGuard(guard), FakeSleeper.source(time))) {
            assertThat(refused(TelnyxRateLimitException.class, telnyx, Way.SEND).retryAfter())
                    .contains(Duration.ofSeconds(9));
        }
    }

    @Test
    void anAttemptHasItsTimeThoughAGuardWaitedLonger() {
        FakeTime time = FakeTime.frozen();
        guard.deciding(request -> {
            request.pause(Duration.ofSeconds(10));
            return SendDecision.allow();
        });
        RetryOptions short3 =
                RetryOptions.builder().attemptTimeout(Duration.ofSeconds(3)).build();
        try (Telnyx telnyx = TimedClients.build(client().retries(short3).sendGuard(guard), FakeSleeper.source(time))) {
            Way.SEND.by(telnyx.messages());
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aPauseOfNothingIsNone() {
        FakeTime time = FakeTime.frozen();
        guard.deciding(request -> {
            assertThat(request.pause(Duration.ZERO)).isTrue();
            assertThat(request.pause(Duration.ofSeconds(-1))).isTrue();
            return SendDecision.allow();
        });
        try (Telnyx telnyx = TimedClients.build(client().sendGuard(guard), FakeSleeper.source(time))) {
            Way.SEND.by(telnyx.messages());
        }
        assertThat(time.sleeps()).isEmpty();
    }

    private static SendDecision waitLong(SendRequest request) throws InterruptedException {
        boolean slept = request.pause(Duration.ofSeconds(15));
        assertThat(slept).isFalse();
        return SendDecision.allow();
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptionEndsTheWait(Way way) throws Exception {
        try (Telnyx telnyx = client().sendGuard(SendGuardTest::waitLong).build()) {
            Threads.Running call = Threads.start(() -> way.by(telnyx.messages()));
            Threads.awaitWithin(call.thread(), "ClientSleeper");

            TelnyxNetworkException error = call.interrupt().thrown(TelnyxNetworkException.class);
            assertThat(error.failure()).isEqualTo(NetworkFailure.INTERRUPTED);
            assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            assertThat(error).hasMessageContaining("interrupted while it waited for a SendGuard, nothing was sent");
            assertThat(call.interruptedAfterwards()).isTrue();
        }
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void closingTheClientEndsTheWait(Way way) throws Exception {
        Telnyx telnyx = client().sendGuard(SendGuardTest::waitLong).build();
        Threads.Running call = Threads.start(() -> way.by(telnyx.messages()));
        Threads.awaitWithin(call.thread(), "ClientSleeper");
        telnyx.close();

        TelnyxNetworkException error = call.join().thrown(TelnyxNetworkException.class);
        assertThat(error.failure()).isEqualTo(NetworkFailure.CLIENT_CLOSED);
        assertThat(error.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
        assertThat(call.interruptedAfterwards()).isFalse();
        assertThat(server.requests()).isEmpty();
    }

    /** A send that a guard holds is under way: a client that is closed in peace waits for it. */
    @Test
    void closingInPeaceWaitsForASendThatAGuardHolds() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch decide = new CountDownLatch(1);
        guard.deciding(request -> {
            asked.countDown();
            assertThat(decide.await(10, TimeUnit.SECONDS)).isTrue();
            return SendDecision.allow();
        });
        Telnyx telnyx = client().sendGuard(guard).build();
        Threads.Running call = Threads.start(() -> Way.SEND.by(telnyx.messages()));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        Threads.Running closing = Threads.start(() -> {
            telnyx.close(Duration.ofSeconds(9));
            return true;
        });
        Threads.awaitWaitingWithin(closing.thread(), "Admission");
        decide.countDown();

        assertThat(call.join().succeeded()).isTrue();
        assertThat(closing.join().succeeded()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    // ---- Telemetry and what is refused for other reasons ----

    @ParameterizedTest
    @EnumSource
    void listenersGetARefusalAsAFailureWithoutRequests(Way way) {
        List<String> heard = new ArrayList<>();
        OperationListener listener = new OperationListener() {
            @Override
            public void requestStarted(org.telnyx4j.telemetry.ObservedRequest request) {
                heard.add("request");
            }

            @Override
            public void failed(ObservedOperation operation, OperationResult result, Throwable failure) {
                heard.add(operation.name() + " " + result.outcome() + " "
                        + result.errorType().orElse("") + " "
                        + result.errorCode().orElse(""));
            }
        };
        guard.refusing(SendRefusal.optedOut(ONE));
        try (Telnyx telnyx = client().listener(listener).sendGuard(guard).build()) {
            refused(TelnyxValidationException.class, telnyx, way);
            guard.refusing(SendRefusal.paced(Duration.ZERO));
            refused(TelnyxRateLimitException.class, telnyx, way);
        }
        assertThat(heard)
                .containsExactly(
                        way.operation + " NOT_CARRIED_OUT validation 40300",
                        way.operation + " NOT_CARRIED_OUT rate_limit ");
    }

    @Test
    void aTokenOfTheCallersOwnIsNotInTheRefusal() {
        guard.refusing(SendRefusal.optedOut(ONE));
        try (Telnyx telnyx = client().sendGuard(guard).build()) {
            RequestOptions options = RequestOptions.builder()
                    .correlationToken(CorrelationToken.random())
                    .build();
            TelnyxException error =
                    catchThrowableOfType(TelnyxException.class, () -> Way.SEND.by(telnyx.messages(), options));
            assertThat(error.correlationToken()).isEmpty();
        }
    }

    /** What a guard has allowed is reported to it even where another step before the wire refuses. */
    @Test
    void aMissingKeyIsReported() {
        try (Telnyx telnyx = client().apiKey(() -> " ").sendGuard(guard).build()) {
            TelnyxException error = catchThrowableOfType(TelnyxException.class, () -> Way.SEND.by(telnyx.messages()));
            assertThat(guard.reports).singleElement().satisfies(report -> {
                assertThat(report.error()).containsSame(error);
                assertThat(report.outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
            });
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void noRefusalShowsANumber() {
        assertThat(Stream.of(
                                SendRefusal.optedOut(ONE),
                                SendRefusal.paced(Duration.ofSeconds(3), "of " + ONE),
                                SendRefusal.undecided("no answer about " + ONE, null))
                        .map(SendDecision::refuse)
                        .map(SendDecision::toString))
                .containsExactly(
                        "SendDecision[opted out: +1416***0123]",
                        "SendDecision[paced: retry after PT3S]",
                        "SendDecision[undecided: no answer about +1416***0123]");
        assertThat(SendDecision.allow()).hasToString("SendDecision[allow]");
        assertThat(SendDecision.allow().isAllowed()).isTrue();
        assertThat(SendDecision.allow().refusal()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> SendRefusal.paced(Duration.ofSeconds(-1)));
    }
}
