package org.telnyx4j.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final long MILLI = 1_000_000;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong wall = new AtomicLong();
    private final List<Lease> joined = new ArrayList<>();
    private final PaceTime time = new PaceTime() {
        @Override
        public long nanoTime() {
            return nanos.get();
        }

        @Override
        public long wallMillis() {
            return wall.get();
        }

        @Override
        public Signal signal(Lock lock) {
            throw new UnsupportedOperationException();
        }
    };
    private final Lease lease =
            new Lease("main/account:sms", Limit.perSecond(4), 0, time, Duration.ofSeconds(1), new Lease.Registry() {
                @Override
                public void join(Lease again) {
                    joined.add(again);
                }

                @Override
                public void leave(Lease gone) {
                    joined.remove(gone);
                }
            });

    private void pass(long milliseconds) {
        nanos.addAndGet(milliseconds * MILLI);
        wall.addAndGet(milliseconds);
    }

    private void got(int share, Map<Integer, Long> slots) {
        lease.take(new SlotTable.Grant("main/account:sms", slots, share), nanos.get(), wall.get(), nanos.get());
    }

    @Test
    void aSlotIsUsedFromWhenItMayBeUntilALittleBeforeItsEnd() {
        got(2, Map.of(0, 0L, 1, 500L));

        assertThat(lease.capacity(nanos.get())).isEqualTo(1);
        assertThat(lease.nextChange(nanos.get())).isEqualTo(501 * MILLI);
        pass(501);
        assertThat(lease.capacity(nanos.get())).isEqualTo(2);
        pass(2_348);
        assertThat(lease.capacity(nanos.get())).isEqualTo(2);
        pass(2);
        assertThat(lease.capacity(nanos.get())).isZero();
    }

    @Test
    void aMachineThatWasSuspendedDoesNotUseWhatOthersMayHaveByNow() {
        got(4, Map.of(0, 0L, 1, 0L));
        wall.addAndGet(60_000);

        assertThat(lease.capacity(nanos.get())).isZero();
    }

    @Test
    void whatIsTooMuchIsNotUsedAnyMoreAndGivenBackWithTheTimeOfItsLastUse() {
        got(4, Map.of(0, 0L, 1, 0L, 2, 0L));
        lease.used(1, nanos.get());
        pass(300);
        got(2, Map.of(0, 0L, 1, 0L, 2, 0L));

        assertThat(lease.capacity(nanos.get())).isEqualTo(2);
        assertThat(lease.isDue(nanos.get())).as("at once").isTrue();
        pass(100);
        assertThat(lease.wish(nanos.get()).returned().values()).containsExactly(400L);
    }

    @Test
    void aSlotThatIsGivenBackAndTakenAgainIsNotGivenBackOnceMore() {
        got(2, Map.of(0, 0L, 1, 0L, 2, 0L));
        assertThat(lease.wish(nanos.get()).returned()).hasSize(1);
        got(3, Map.of(0, 900L, 1, 0L, 2, 0L));

        assertThat(lease.capacity(nanos.get())).isEqualTo(2);
        assertThat(lease.wish(nanos.get()).returned()).isEmpty();
    }

    @Test
    void oneThatNobodyWantsLeavesAndComesBackWhenSomebodyDoes() {
        got(4, Map.of(0, 0L));
        pass(2_900);
        assertThat(lease.leaveIfOver(nanos.get())).isNull();
        pass(200);
        SlotTable.Wish wish = lease.leaveIfOver(nanos.get());

        assertThat(wish).isNotNull().satisfies(given -> {
            assertThat(given.wanted()).isZero();
            assertThat(given.returned()).containsOnlyKeys(0);
        });
        assertThat(joined).isEmpty();
        lease.asked(nanos.get());
        assertThat(joined).containsExactly(lease);
        assertThat(lease.capacity(nanos.get())).isZero();
    }

    @Test
    void allIsWantedWhenSomebodyWaitsAndALittleLessEachSecondWhenNobodyDoes() {
        Lease wide = wide();
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            wanted.add(ask(wide));
            pass(1_000);
        }
        wide.missed(nanos.get());
        wanted.add(ask(wide));

        assertThat(wanted).containsExactly(32, 24, 18, 13, 32);
    }

    /** When it has to give up slots, it asks again at once, and has used nothing since. */
    @Test
    void whatIsWantedDoesNotShrinkBecauseTheDatabaseIsAskedOften() {
        Lease wide = wide();
        for (int i = 0; i < 20; i++) {
            assertThat(ask(wide)).isEqualTo(32);
            pass(10);
        }
    }

    @Test
    void oneThatComesBackWantsAllLikeANewOne() {
        Lease wide = wide();
        for (int i = 0; i < 3; i++) {
            ask(wide);
            pass(1_000);
        }
        pass(4_000);
        assertThat(wide.leaveIfOver(nanos.get())).isNotNull();
        wide.take(new SlotTable.Grant("", Map.of(), 0), nanos.get(), wall.get(), nanos.get());

        wide.asked(nanos.get());

        assertThat(ask(wide)).isEqualTo(32);
    }

    private Lease wide() {
        return new Lease("main/account:sms", Limit.perSecond(64), 0, time, Duration.ofSeconds(1), new Lease.Registry() {
            @Override
            public void join(Lease again) {}

            @Override
            public void leave(Lease gone) {}
        });
    }

    /** Asks, and gets nothing. Returns what it wanted. */
    private int ask(Lease lease) {
        int wanted = lease.wish(nanos.get()).wanted();
        lease.take(new SlotTable.Grant("", Map.of(), 0), nanos.get(), wall.get(), nanos.get());
        return wanted;
    }
}
