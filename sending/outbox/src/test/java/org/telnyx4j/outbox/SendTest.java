package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.Tenant;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.generated.api.MessagesApi;
import org.telnyx4j.ids.CorrelationToken;
import org.telnyx4j.sandbox.Fault;
import org.telnyx4j.sandbox.SandboxMessage;

class SendTest {
    @ParameterizedTest
    @EnumSource
    void aMessageIsSentWithTheTokenOfItsClaim(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            Outbox outbox = fixture.started(fixture.outbox());
            JobId id = outbox.enqueue(Fixture.hello().build()).id();

            JobInfo job = fixture.awaitSent(id);

            fixture.assertSentOnce(job);
            assertThat(job.parts()).hasValue(1);
            assertThat(job.sentAt()).isPresent();
            assertThat(job.finishedAt()).isPresent();
            String body = fixture.sandbox.requests().get(0).bodyAsString();
            assertThat(body)
                    .contains(CorrelationToken.PARAMETER + "=" + job.token().orElseThrow());
            assertThat(job.toString() + outbox + Fixture.hello().key("secret").build())
                    .doesNotContain("4165550123")
                    .doesNotContain("Hello!")
                    .doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalWorkersSendEachOnce(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            List<Outbox> all = IntStream.range(0, 3)
                    .mapToObj(i -> fixture.started(fixture.outbox().heartbeat(Duration.ofSeconds(10))))
                    .toList();
            all.get(0)
                    .enqueueAll(IntStream.range(0, 200)
                            .mapToObj(
                                    i -> Fixture.hello("+1416555" + (1_000 + i)).build()));
            fixture.awaitNone(JobState.READY, JobState.SENDING);

            Set<List<String>> recipients = new HashSet<>();
            fixture.sent().forEach(message -> recipients.add(message.to()));
            assertThat(fixture.sent()).hasSize(200);
            assertThat(recipients).hasSize(200);
            assertThat(all.get(0).query(JobQuery.builder().limit(1_000).build()))
                    .hasSize(200)
                    .allMatch(job -> job.state() == JobState.SENT && job.attempts() == 1);
            assertThat(all.get(0).status().count(JobState.SENT)).isEqualTo(200);
            assertThat(fixture.count("telnyx4j_outbox_tasks")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLostResponseIsFoundOutAndTheMessageNotSentAgain(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            fixture.sandbox.failNext(Fault.responseLost().on(MessagesApi.SEND_MESSAGE));
            Outbox outbox = fixture.started(fixture.outbox().sendTimeout(Duration.ofSeconds(20)));
            JobId id = outbox.enqueue(Fixture.hello().build()).id();

            JobInfo job = fixture.awaitSent(id);

            fixture.assertSentOnce(job);
            assertThat(job.reason()).contains(JobReason.SETTLED);
            assertThat(job.attempts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCheckThatFailsAtTheEndOfItsTimeParksNothing(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            fixture.sandbox.failNext(Fault.responseLost().on(MessagesApi.SEND_MESSAGE));
            fixture.sandbox.failNext(
                    Fault.status(403).on("GET", "/detail_records").times(4));
            Outbox outbox = fixture.started(
                    fixture.outbox().sendTimeout(Duration.ofSeconds(20)).settleFor(Duration.ofMillis(150)));
            JobId id = outbox.enqueue(Fixture.hello().build()).id();

            assertThat(fixture.awaitSent(id).reason()).contains(JobReason.SETTLED);
            assertThat(fixture.sandbox.pendingFaults()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCheckComesBeforeAllThatWaitsToBeSent(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            fixture.sandbox.failNext(Fault.responseLost().on(MessagesApi.SEND_MESSAGE));
            Outbox outbox = fixture.started(
                    fixture.outbox().sendTimeout(Duration.ofSeconds(20)).settleInterval(Duration.ofHours(1)));
            JobId id = outbox.enqueue(Fixture.hello().priority(-1_000).build()).id();
            fixture.await(id, JobState.UNKNOWN);

            assertThat(fixture.count("telnyx4j_outbox_tasks where priority > 1000"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAWebhookUrlAnUnknownMessageIsParkedAtOnce(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind);
                Telnyx plain = fixture.client().build()) {
            Outbox outbox = fixture.started(fixture.outbox().telnyx(plain));
            JobId first = outbox.enqueue(Fixture.hello().build()).id();
            assertThat(fixture.awaitSent(first).token()).isEmpty();

            fixture.sandbox.failNext(Fault.responseLost().on(MessagesApi.SEND_MESSAGE));
            JobId second = outbox.enqueue(Fixture.hello().build()).id();

            JobInfo job = fixture.await(second, JobState.PARKED);
            assertThat(job.reason()).contains(JobReason.NO_WEBHOOK_URL);
            assertThat(fixture.sent()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRateLimitSnoozesAndIsNoFailure(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            fixture.sandbox.failNext(
                    Fault.rateLimited(Duration.ofMillis(300)).times(3).on(MessagesApi.SEND_MESSAGE));
            Outbox outbox = fixture.started(fixture.outbox());
            JobId id = outbox.enqueue(Fixture.hello().build()).id();

            JobInfo job = fixture.awaitSent(id);

            fixture.assertSentOnce(job);
            assertThat(job.attempts()).isEqualTo(4);
            assertThat(job.failures()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTelnyxRefusesForGoodIsDiscarded(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            fixture.sandbox.failNext(Fault.error(400, "40310").on(MessagesApi.SEND_MESSAGE));
            fixture.sandbox.failNext(Fault.error(400, "40300").on(MessagesApi.SEND_MESSAGE));
            Outbox outbox = fixture.started(fixture.outbox().workers(1));
            JobInfo refused =
                    fixture.await(outbox.enqueue(Fixture.hello().build()).id(), JobState.DISCARDED);
            JobInfo optedOut =
                    fixture.await(outbox.enqueue(Fixture.hello().build()).id(), JobState.DISCARDED);

            assertThat(refused.reason()).contains(JobReason.REJECTED);
            assertThat(refused.errorCode()).contains("40310");
            assertThat(optedOut.reason()).contains(JobReason.OPTED_OUT);
            assertThat(fixture.sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theApplicationsPolicyDecidesButNotOnWhatIsUnknown(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            List<OutboxDecision> suggestions = new CopyOnWriteArrayList<>();
            OutboxPolicy policy = failure -> {
                suggestions.add(failure.suggestion());
                return failure.error().hasCode("40310")
                        ? OutboxDecision.park("our_own_number")
                        : OutboxDecision.retry(Duration.ZERO);
            };
            Outbox outbox = fixture.started(fixture.outbox().workers(1).policy(policy));
            fixture.sandbox.failNext(Fault.error(400, "40310").on(MessagesApi.SEND_MESSAGE));
            JobInfo parked =
                    fixture.await(outbox.enqueue(Fixture.hello().build()).id(), JobState.PARKED);
            fixture.sandbox.failNext(Fault.responseLost().on(MessagesApi.SEND_MESSAGE));
            JobInfo settled =
                    fixture.awaitSent(outbox.enqueue(Fixture.hello().build()).id());

            assertThat(parked.reason()).contains("our_own_number");
            assertThat(settled.reason()).contains(JobReason.SETTLED);
            assertThat(suggestions)
                    .containsExactly(OutboxDecision.discard(JobReason.REJECTED), OutboxDecision.findOut());
            fixture.assertSentOnce(settled);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPersonDecidesOnAParkedJob(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            Outbox outbox = fixture.started(fixture.outbox().policy(failure -> OutboxDecision.park("by_hand")));
            List<JobId> parked = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                fixture.sandbox.failNext(Fault.error(400, "40310").on(MessagesApi.SEND_MESSAGE));
                JobId id = outbox.enqueue(Fixture.hello().build()).id();
                fixture.await(id, JobState.PARKED);
                parked.add(id);
            }

            assertThat(outbox.resolve(parked.get(0), ParkedDecision.DISCARD)).isTrue();
            assertThat(outbox.resolve(parked.get(1), ParkedDecision.SENT)).isTrue();
            assertThat(outbox.resolve(parked.get(2), ParkedDecision.SEND_AGAIN)).isTrue();

            fixture.assertSentOnce(
                    fixture.await(parked.get(2), job -> job.messageId().isPresent()));
            assertThat(fixture.find(parked.get(0)).state()).isEqualTo(JobState.DISCARDED);
            assertThat(fixture.find(parked.get(1)).state()).isEqualTo(JobState.SENT);
            assertThat(outbox.resolve(parked.get(0), ParkedDecision.SEND_AGAIN)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatHasExpiredWhileItWaitedIsNotSent(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            Outbox outbox = fixture.outbox().build();
            JobId expired = outbox.enqueue(Fixture.hello()
                            .expiresAt(Instant.now().minusSeconds(1))
                            .build())
                    .id();
            Outbox running = fixture.started(fixture.outbox());
            JobId later = running.enqueue(Fixture.hello("+14165550124")
                            .expiresAt(Instant.now().plusSeconds(3_600))
                            .build())
                    .id();

            assertThat(fixture.await(expired, JobState.DISCARDED).reason()).contains(JobReason.EXPIRED);
            fixture.assertSentOnce(fixture.awaitSent(later));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeReadIsParkedAndOthersGoOn(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            Outbox outbox = fixture.outbox().build();
            JobId broken = outbox.enqueue(Fixture.hello().build()).id();
            fixture.execute("update telnyx4j_outbox set payload = '{\"to\": '");
            JobId ofNewer = outbox.enqueue(Fixture.hello().build()).id();
            fixture.change(ofNewer, "operation = 'messages.whisper'");
            JobId whole = outbox.enqueue(Fixture.hello().build()).id();
            fixture.started(fixture.outbox());

            JobInfo parked = fixture.await(broken, JobState.PARKED);
            assertThat(parked.reason()).contains(JobReason.UNREADABLE);
            fixture.assertSentOnce(fixture.awaitSent(whole));
            // A worker of a newer edition may come, so it waits.
            assertThat(fixture.find(ofNewer).state()).isEqualTo(JobState.READY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTenantsJobIsSentWithItsSettings(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            Tenant acme =
                    Tenant.builder("acme").webhookUrl("http://127.0.0.1:1/acme").build();
            Outbox outbox = fixture.started(fixture.outbox().tenants(name -> name.equals("acme") ? acme : null));
            JobId known = outbox.enqueue(Fixture.hello().tenant("acme").build()).id();
            JobId unknown =
                    outbox.enqueue(Fixture.hello().tenant("nobody").build()).id();

            fixture.assertSentOnce(fixture.awaitSent(known));
            assertThat(fixture.sandbox.requests().get(0).bodyAsString()).contains("http://127.0.0.1:1/acme?");
            assertThat(fixture.await(unknown, JobState.PARKED).reason()).contains(JobReason.UNKNOWN_TENANT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void quietHoursAreKeptUnlessTheJobIsForAnyTime(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            AtomicInteger asked = new AtomicInteger();
            Outbox outbox = fixture.started(fixture.outbox().quietHours((recipient, now) -> {
                asked.incrementAndGet();
                return recipient.equals("+14165550123") ? now.plusSeconds(3_600) : now;
            }));
            JobId quiet = outbox.enqueue(Fixture.hello().build()).id();
            JobId expiring = outbox.enqueue(Fixture.hello()
                            .expiresAt(Instant.now().plusSeconds(2))
                            .build())
                    .id();
            JobId loud = outbox.enqueue(Fixture.hello().atAnyTime().build()).id();
            JobId other = outbox.enqueue(Fixture.hello("+14165550124").build()).id();

            fixture.awaitSent(loud);
            fixture.awaitSent(other);
            JobInfo waiting = fixture.await(quiet, job -> job.reason().isPresent());
            assertThat(waiting.reason()).contains(JobReason.QUIET_HOURS);
            assertThat(waiting.state()).isEqualTo(JobState.READY);
            assertThat(waiting.nextAt().orElseThrow()).isAfter(Instant.now().plusSeconds(1_800));
            assertThat(fixture.await(expiring, JobState.DISCARDED).reason()).contains(JobReason.EXPIRED);
            assertThat(fixture.sent()).hasSize(2);
            assertThat(outbox.cancel(quiet)).isTrue();
            assertThat(outbox.cancel(loud)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofWhatIsDueTheHigherPriorityGoesFirst(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            Outbox outbox = fixture.outbox().build();
            for (int i = 0; i < 10; i++) {
                outbox.enqueue(Fixture.hello("+1416555010" + i)
                        .priority(i % 2 == 0 ? 0 : 5)
                        .build());
            }
            fixture.started(fixture.outbox().workers(1));
            fixture.awaitNone(JobState.READY, JobState.SENDING);

            assertThat(fixture.sent().stream().sorted(Comparator.comparing(SandboxMessage::receivedAt)))
                    .extracting(message -> (message.to().get(0).charAt(11) - '0') % 2)
                    .containsExactly(1, 1, 1, 1, 1, 0, 0, 0, 0, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void closingWaitsForWhatIsBeingSent(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            fixture.sandbox.failNext(Fault.delayed(Duration.ofSeconds(1)).on(MessagesApi.SEND_MESSAGE));
            Outbox outbox = fixture.started(fixture.outbox());
            JobId id = outbox.enqueue(Fixture.hello().build()).id();
            fixture.await(id, JobState.SENDING);

            outbox.close(Duration.ofSeconds(30));

            assertThat(fixture.find(id).state()).isEqualTo(JobState.SENT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsStillBeingSentAfterTheWaitBecomesUnknown(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            fixture.sandbox.failNext(Fault.stalled().on(MessagesApi.SEND_MESSAGE));
            Outbox outbox = fixture.started(fixture.outbox().settleInterval(Duration.ofHours(1)));
            JobId id = outbox.enqueue(Fixture.hello().build()).id();
            fixture.await(id, JobState.SENDING);
            fixture.awaitRequests(1);

            outbox.close(Duration.ofMillis(10));

            assertThat(fixture.await(id, JobState.UNKNOWN).reason()).contains(JobReason.NO_RESPONSE);
        }
    }
}
