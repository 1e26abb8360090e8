package org.telnyx4j.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PacingCoreTest {
    private static final String SHORT_CODE = "12345";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final SimulatedTime time = new SimulatedTime();

    private PacingCore core(PacingLimits limits) {
        return new PacingCore(time, 0.03, account -> limits, account -> Supplies.own(), tenant -> 1);
    }

    private static PacingLimits.Builder account(long perSecond) {
        return PacingLimits.builder().account(Limit.perSecond(perSecond));
    }

    @Test
    void threadsUseTheWholeLimitButInNoWindowMoreThanIt() throws Exception {
        List<Fleet.Sent> sent = new Fleet(time, core(account(50).build()))
                .threads(256, sender -> {
                    while (sender.send("", SHORT_CODE, LONG) && time.nanoTime() < SECOND.toNanos() * 60) {}
                })
                .run();

        assertThat(Fleet.mostIn(SECOND, sent)).isLessThanOrEqualTo(50);
        long inMinute =
                sent.stream().filter(each -> each.at() < 60 * SECOND.toNanos()).count();
        assertThat(inMinute).isBetween((long) (0.96 * 50 * 60), 50L * 60);
    }

    @Test
    void aPauseIsNotMadeUpByMoreThanTheLimitInAnyWindow() throws Exception {
        List<Fleet.Sent> sent = new Fleet(time, core(account(50).build()))
                .threads(16, sender -> {
                    for (int burst = 0; burst < 20; burst++) {
                        for (int i = 0; i < 10; i++) {
                            sender.send("", SHORT_CODE, LONG);
                        }
                        time.sleep(Duration.ofMillis(733).toNanos());
                    }
                })
                .run();

        assertThat(sent).hasSize(16 * 20 * 10);
        assertThat(Fleet.mostIn(SECOND, sent)).isLessThanOrEqualTo(50);
        assertThat(Fleet.mostIn(Duration.ofMillis(100), sent)).isLessThanOrEqualTo(11);
    }

    @Test
    void eachSenderHasTheLimitOfItsKindBesideThatOfTheAccount() throws Exception {
        List<Fleet.Sent> sent = new Fleet(time, core(PacingLimits.documented()))
                .threads(8, until(60, "", "+18005550100"))
                .threads(8, until(60, "", SHORT_CODE))
                .threads(8, until(60, "", "Acme"))
                .run();

        assertThat(Fleet.mostIn(SECOND, sent)).isLessThanOrEqualTo(50);
        assertThat(Fleet.mostIn(SECOND, from("+18005550100", sent))).isLessThanOrEqualTo(20);
        assertThat(from("+18005550100", sent).size()).isGreaterThan(19 * 60);
        assertThat(Fleet.mostIn(Duration.ofMinutes(1), from("Acme", sent))).isLessThanOrEqualTo(6);
        assertThat(from("Acme", sent).size()).isBetween(5, 14);
        assertThat(from(SHORT_CODE, sent).size()).isGreaterThan(26 * 60);
    }

    /** A process that has just come has a slot or two, and gets the others as soon as those who have them give them back. */
    @Test
    void nobodyIsRefusedForAPartOfTheLimitThatCanGrowInTime() throws Exception {
        Supply growing = new Supply() {
            @Override
            public long capacity(long now) {
                return now < 2 * SECOND.toNanos() ? 1 : 40;
            }

            @Override
            public long mostCapacity(long now) {
                return 40;
            }

            @Override
            public long nextChange(long now) {
                return Long.MAX_VALUE;
            }
        };
        Supplies supplies = new Supplies() {
            @Override
            public Supply of(String key, Limit limit) {
                return limit.isNone() ? Supply.whole(limit) : growing;
            }

            @Override
            public void forget(String key) {}
        };
        PacingCore core = new PacingCore(
                time,
                0.03,
                account -> account(40).sender(SHORT_CODE, Limit.none()).build(),
                account -> supplies,
                any -> 1);
        AtomicInteger refused = new AtomicInteger();

        List<Fleet.Sent> sent = new Fleet(time, core)
                .threads(20, sender -> {
                    if (!sender.send("", SHORT_CODE, SECOND.multipliedBy(8))) {
                        refused.incrementAndGet();
                    }
                })
                .run();

        assertThat(refused).hasValue(0);
        assertThat(sent).hasSize(20);
    }

    @Test
    void aTenantWithManyWaitingDoesNotStarveOneWithASingleText() throws Exception {
        List<Fleet.Sent> sent = new Fleet(time, core(account(50).build()))
                .threads(200, until(30, "large", SHORT_CODE))
                .threads(1, sender -> {
                    time.sleep(SECOND.toNanos() * 10);
                    sender.send("small", SHORT_CODE, LONG);
                })
                .run();

        Fleet.Sent single = sent.stream()
                .filter(each -> each.tenant().equals("small"))
                .findAny()
                .orElseThrow();
        assertThat(single.at() - 10 * SECOND.toNanos())
                .isLessThan(Duration.ofMillis(50).toNanos());
    }

    @Test
    void tenantsShareByTheirWeights() throws Exception {
        PacingCore core = new PacingCore(
                time,
                0.03,
                account -> account(50).build(),
                account -> Supplies.own(),
                tenant -> tenant.equals("gold") ? 3 : 1);
        List<Fleet.Sent> sent = new Fleet(time, core)
                .threads(50, until(60, "gold", SHORT_CODE))
                .threads(50, until(60, "plain", SHORT_CODE))
                .run();

        long gold = sent.stream().filter(each -> each.tenant().equals("gold")).count();
        assertThat((double) gold / (sent.size() - gold)).isBetween(2.8, 3.2);
    }

    @Test
    void aSlowSenderStopsNobodyElse() throws Exception {
        List<Fleet.Sent> sent = new Fleet(time, core(PacingLimits.documented()))
                .threads(50, until(20, "a", "Slow"))
                .threads(5, until(20, "a", SHORT_CODE))
                .run();

        assertThat(sent.stream()
                        .filter(each -> each.sender().equals(SHORT_CODE))
                        .count())
                .isGreaterThan(47 * 20);
    }

    @Test
    void oneThatIsRefusedIsLetGoWhenItComesBackAsTold() throws Exception {
        PacingCore core = core(account(50).build());
        List<Fleet.Sent> sent = new Fleet(time, core)
                .threads(16, sender -> {
                    while (time.nanoTime() < SECOND.toNanos() * 30) {
                        if (!sender.send("large", SHORT_CODE, Duration.ZERO)) {
                            time.sleep(Duration.ofMillis(1).toNanos());
                        }
                    }
                })
                .threads(1, sender -> {
                    for (int i = 0; i < 10; i++) {
                        PacingCore.Answer answer = Fleet.enter(core, Fleet.message("small", SHORT_CODE), Duration.ZERO);
                        if (answer.admitted() == null) {
                            time.sleep(answer.retryAfter().toNanos());
                            assertThat(sender.send("small", SHORT_CODE, Duration.ZERO))
                                    .as("attempt %s after %s", i, answer.retryAfter())
                                    .isTrue();
                        }
                        time.sleep(SECOND.toNanos());
                    }
                })
                .run();

        assertThat(Fleet.mostIn(SECOND, sent)).isLessThanOrEqualTo(50);
        assertThat(sent.stream().filter(each -> each.tenant().equals("large")).count())
                .isGreaterThan(46 * 30);
    }

    @Test
    void whoeverCannotGoInTimeIsRefusedAtOnceWithATimeAtWhichItCan() throws Exception {
        PacingCore core = core(PacingLimits.documented());
        assertThat(Fleet.enter(core, Fleet.message("", "Acme"), Duration.ofSeconds(8))
                        .admitted())
                .isNotNull();

        PacingCore.Answer second = Fleet.enter(core, Fleet.message("", "Acme"), Duration.ofSeconds(8));

        assertThat(time.nanoTime()).isZero();
        assertThat(second.retryAfter()).isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_301));
        time.advance(second.retryAfter().toNanos());
        assertThat(Fleet.enter(core, Fleet.message("", "Acme"), Duration.ZERO).admitted())
                .isNotNull();
    }

    @Test
    void aLimitOfPartsCountsThem() throws Exception {
        PacingCore core = core(PacingLimits.builder()
                .sender(
                        SHORT_CODE,
                        Limit.perSecond(10).counting(Limit.Counted.PARTS).withBurst(10))
                .build());
        PacedMessage ofThree = new PacedMessage("", "main", SHORT_CODE, null, List.of("+12125550123"), 3, false, false);

        for (int i = 0; i < 3; i++) {
            assertThat(Fleet.enter(core, ofThree, Duration.ZERO).admitted()).isNotNull();
        }
        assertThat(Fleet.enter(core, ofThree, Duration.ZERO).admitted()).isNull();
    }

    @Test
    void aMessageLargerThanTheWholeLimitGoesWhenTheWindowIsEmpty() throws Exception {
        PacingCore core = core(PacingLimits.builder()
                .sender(SHORT_CODE, Limit.perSecond(2).counting(Limit.Counted.PARTS))
                .build());
        PacedMessage large = new PacedMessage("", "main", SHORT_CODE, null, List.of("+12125550123"), 10, false, false);

        assertThat(Fleet.enter(core, large, Duration.ZERO).admitted()).isNotNull();
        PacingCore.Answer next = Fleet.enter(core, large, Duration.ZERO);

        assertThat(next.retryAfter()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    }

    @Test
    void aFullQueueStopsItsSenderAndHalvesItAndTheRestComesBackStepByStep() throws Exception {
        PacingCore core = core(PacingLimits.documented());
        PacingCore.Admitted refused = admitted(core, SHORT_CODE);
        core.queueFull(refused, Optional.empty());

        PacingCore.Answer answer = Fleet.enter(core, Fleet.message("", SHORT_CODE), Duration.ZERO);
        assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(Fleet.enter(core, Fleet.message("", "54321"), Duration.ZERO).admitted())
                .as("another sender")
                .isNotNull();
    }

    @Test
    void refusalsOfTwoSendersSlowTheAccountAndItComesBack() throws Exception {
        PacingCore core = core(PacingLimits.documented());
        PacingCore.Admitted first = admitted(core, "11111");
        PacingCore.Admitted second = admitted(core, "22222");
        core.rateLimited(first, Optional.of(Duration.ofMillis(500)));
        core.rateLimited(second, Optional.of(Duration.ofMillis(500)));

        List<Fleet.Sent> sent =
                new Fleet(time, core).threads(50, until(30, "", SHORT_CODE)).run();

        assertThat(countIn(sent, 0, 0.5)).isZero();
        assertThat(countIn(sent, 0.5, 1.5)).isBetween(24L, 32L);
        assertThat(countIn(sent, 5, 6)).isBetween(34L, 40L);
        assertThat(countIn(sent, 20, 30)).isBetween(480L, 500L);
    }

    @Test
    void whatDidNotGoIsNotCounted() throws Exception {
        PacingCore core = core(PacingLimits.documented());
        core.undo(admitted(core, "Acme"));

        assertThat(Fleet.enter(core, Fleet.message("", "Acme"), Duration.ZERO).admitted())
                .isNotNull();
    }

    @Test
    void aWindowOfTheAccountThatIsUsedUpIsWaitedFor() throws Exception {
        PacingCore core = core(PacingLimits.documented());
        PacingCore.Admitted first = admitted(core, SHORT_CODE);
        core.done(first);
        core.remaining(first, 2, Duration.ofSeconds(30));

        List<Fleet.Sent> sent =
                new Fleet(time, core).threads(4, until(40, "", SHORT_CODE)).run();

        assertThat(countIn(sent, 0, 29.9)).isEqualTo(2);
        assertThat(countIn(sent, 30, 40)).isGreaterThan(470);
    }

    @Test
    void sendersThatComeAndGoLeaveNothingBehind() throws Exception {
        PacingCore core = core(PacingLimits.builder().account(Limit.none()).build());
        for (int i = 0; i < 200_000; i++) {
            Fleet.enter(core, Fleet.message("tenant" + i, "+1800" + (5_000_000 + i)), Duration.ZERO);
            Fleet.enter(core, Fleet.message("tenant" + i, "S" + i), Duration.ZERO);
            time.advance(Duration.ofMillis(20).toNanos());
        }

        assertThat(core.buckets()).isLessThan(5_000);
    }

    @Test
    void aThreadThatIsInterruptedLeavesAndOthersGoOn() throws Exception {
        PacingCore core = core(PacingLimits.documented());
        Fleet.enter(core, Fleet.message("", "Acme"), Duration.ZERO);
        time.expect(2);
        Thread.currentThread().interrupt();
        boolean interrupted = false;
        try {
            Fleet.enter(core, Fleet.message("", "Acme"), LONG);
        } catch (InterruptedException e) {
            interrupted = true;
        }

        assertThat(interrupted).isTrue();
        assertThat(core.waiting()).isZero();
    }

    private static PacingCore.Admitted admitted(PacingCore core, String sender) throws InterruptedException {
        PacingCore.Admitted admitted =
                Fleet.enter(core, Fleet.message("", sender), Duration.ZERO).admitted();
        assertThat(admitted).isNotNull();
        return admitted;
    }

    private static List<Fleet.Sent> from(String sender, List<Fleet.Sent> sent) {
        return sent.stream().filter(each -> each.sender().equals(sender)).toList();
    }

    private static long countIn(List<Fleet.Sent> sent, double from, double to) {
        return sent.stream()
                .filter(each -> each.at() >= from * SECOND.toNanos() && each.at() < to * SECOND.toNanos())
                .count();
    }

    private Fleet.Work until(int seconds, String tenant, String from) {
        return sender -> {
            while (time.nanoTime() < SECOND.toNanos() * seconds
                    && sender.send(tenant, from, Duration.ofNanos(SECOND.toNanos() * seconds - time.nanoTime()))) {}
        };
    }
}
