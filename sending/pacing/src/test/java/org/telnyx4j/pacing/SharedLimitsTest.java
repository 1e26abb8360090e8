package org.telnyx4j.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.FaultyDataSource;
import org.telnyx4j.databases.TestDatabase;

/** Processes that share their limits by a database, in simulated time: what is measured is exact. */
class SharedLimitsTest {
    private static final String SHORT_CODE = "12345";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final long STEP = Duration.ofMillis(50).toNanos();

    private final SimulatedTime time = new SimulatedTime();
    private final List<TestDatabase> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(TestDatabase::close);
    }

    private DataSource database(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.of(kind);
        open.add(database);
        PacingSchema.apply(database.dataSource());
        return database.pool(8);
    }

    /** A process: its pacer, and what it has leased. */
    private final class Machine {
        private final Leases leases;
        private final PacingCore core;
        private final long from;
        private final long until;

        Machine(DataSource database, PacingLimits limits, Duration clock, double from, double until) {
            PaceTime own = time.shiftedBy(clock);
            this.leases = new Leases(new SlotTable(database, time), "process " + clock, own, SECOND, () -> {});
            this.core = new PacingCore(own, 0.03, account -> limits, account -> leases.of(account, 0.03), tenant -> 1);
            this.from = (long) (from * SECOND.toNanos());
            this.until = (long) (until * SECOND.toNanos());
        }

        /** Sends as fast as it may with so many threads. */
        Machine sending(Fleet fleet, int threads, String sender, Duration pause) {
            fleet.threads(threads, core, each -> {
                time.sleep(Math.max(0, from - time.nanoTime()));
                while (time.nanoTime() < until) {
                    boolean went = each.send("", sender, SECOND.multipliedBy(2));
                    time.sleep(Math.max(went ? 1 : STEP, pause.toNanos()));
                }
            });
            return this;
        }

        /** Asks the database; when it ends, it does so without giving anything back, as a process that is killed. */
        Machine asking(Fleet fleet) {
            fleet.threads(1, core, each -> {
                time.sleep(Math.max(0, from - time.nanoTime()));
                while (time.nanoTime() < until) {
                    try {
                        leases.exchange();
                    } catch (SQLException e) {
                        // It goes on with what it has.
                    }
                    core.changed();
                    time.sleep(STEP);
                }
            });
            return this;
        }
    }

    private Fleet fleet() {
        return new Fleet(
                time,
                new PacingCore(time, 0, account -> PacingLimits.documented(), account -> Supplies.own(), tenant -> 1));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void fourProcessesUseTheWholeLimitTogetherButInNoWindowMoreThanIt(TestDatabase.Kind kind) throws Exception {
        DataSource database = database(kind);
        Fleet fleet = fleet();
        for (int i = 0; i < 4; i++) {
            new Machine(database, PacingLimits.documented(), Duration.ofHours(i * 7L), 0, 30)
                    .asking(fleet)
                    .sending(fleet, 8, SHORT_CODE, Duration.ZERO);
        }
        List<Fleet.Sent> sent = fleet.run();

        assertThat(Fleet.mostIn(SECOND, sent)).isLessThanOrEqualTo(50);
        assertThat(countIn(sent, 5, 30)).isBetween((long) (0.95 * 50 * 25), 50L * 25);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void processesComeGoAndCrashWithoutBreakingTheLimit(TestDatabase.Kind kind) throws Exception {
        DataSource database = database(kind);
        Fleet fleet = fleet();
        double[][] lives = {{0, 60}, {10, 25}, {12, 20}, {15, 60}, {30, 40}};
        for (int i = 0; i < lives.length; i++) {
            new Machine(database, PacingLimits.documented(), Duration.ofMinutes(i), lives[i][0], lives[i][1])
                    .asking(fleet)
                    .sending(fleet, 8, SHORT_CODE, Duration.ZERO);
        }
        List<Fleet.Sent> sent = fleet.run();

        assertThat(Fleet.mostIn(SECOND, sent)).isLessThanOrEqualTo(50);
        assertThat(countIn(sent, 3, 10)).as("one process has all").isGreaterThan((long) (0.95 * 50 * 7));
        assertThat(countIn(sent, 46, 60)).as("what crashed has come back").isGreaterThan((long) (0.95 * 50 * 14));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void whoHasMuchToSendGetsWhatOthersDoNotUse(TestDatabase.Kind kind) throws Exception {
        DataSource database = database(kind);
        Fleet fleet = fleet();
        for (int i = 0; i < 3; i++) {
            new Machine(database, PacingLimits.documented(), Duration.ofHours(i), 0, 30)
                    .asking(fleet)
                    .sending(fleet, 1, SHORT_CODE, Duration.ofMillis(900));
        }
        new Machine(database, PacingLimits.documented(), Duration.ofHours(9), 0, 30)
                .asking(fleet)
                .sending(fleet, 16, SHORT_CODE, Duration.ZERO);
        List<Fleet.Sent> sent = fleet.run();

        assertThat(Fleet.mostIn(SECOND, sent)).isLessThanOrEqualTo(50);
        assertThat(countIn(sent, 10, 30)).isGreaterThan((long) (0.7 * 50 * 20));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aSenderOfOneInTenSecondsIsUsedInTurns(TestDatabase.Kind kind) throws Exception {
        DataSource database = database(kind);
        Fleet fleet = fleet();
        for (int i = 0; i < 3; i++) {
            new Machine(database, PacingLimits.documented(), Duration.ofHours(i), 0, 400)
                    .asking(fleet)
                    .sending(fleet, 1, "Acme" + (char) ('A' + i), Duration.ofSeconds(1))
                    .sending(fleet, 1, "Shared", Duration.ofMillis(100));
        }
        List<Fleet.Sent> sent = fleet.run();

        List<Fleet.Sent> shared =
                sent.stream().filter(each -> each.sender().equals("Shared")).toList();
        assertThat(Fleet.mostIn(Duration.ofSeconds(10), shared)).isEqualTo(1);
        assertThat(shared).hasSizeBetween(20, 40);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void withoutTheDatabaseItSendsWithinItsLeaseAndThenWaits(TestDatabase.Kind kind) throws Exception {
        FaultyDataSource database = FaultyDataSource.of(database(kind));
        Fleet fleet = fleet();
        new Machine(database, PacingLimits.documented(), Duration.ZERO, 0, 40)
                .asking(fleet)
                .sending(fleet, 8, SHORT_CODE, Duration.ZERO);
        fleet.threads(1, each -> {
            time.sleep(SECOND.toNanos() * 10);
            database.refuseConnections();
            time.sleep(SECOND.toNanos() * 10);
            database.heal();
        });
        List<Fleet.Sent> sent = fleet.run();

        assertThat(Fleet.mostIn(SECOND, sent)).isLessThanOrEqualTo(50);
        assertThat(countIn(sent, 10, 11)).isGreaterThan(40);
        assertThat(countIn(sent, 13, 20)).isZero();
        assertThat(countIn(sent, 23, 40)).isGreaterThan((long) (0.95 * 50 * 17));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void theDatabaseIsAskedOnceASecondAndNotForEachText(TestDatabase.Kind kind) throws Exception {
        FaultyDataSource database = FaultyDataSource.of(database(kind));
        Fleet fleet = fleet();
        new Machine(database, PacingLimits.documented(), Duration.ZERO, 0, 60)
                .asking(fleet)
                .sending(fleet, 8, SHORT_CODE, Duration.ZERO);
        List<Fleet.Sent> sent = fleet.run();

        assertThat(sent.size()).isGreaterThan(2_800);
        assertThat(database.commits()).as("two limits, once a second").isLessThan(150);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aDatabaseWithoutTheTablesIsRefusedWithWhatToDo(TestDatabase.Kind kind) throws Exception {
        DataSource database = database(kind);
        PacingSchema.apply(database);
        PacingSchema.check(database);
        execute(database, "update telnyx4j_pacing_schema set version = 7");
        assertThatThrownBy(() -> PacingSchema.check(database))
                .isInstanceOf(PacingException.class)
                .hasMessageContaining("have version 7")
                .hasMessageContaining("use a newer edition");

        execute(database, "drop table telnyx4j_pacing_schema");
        assertThatThrownBy(() -> Pacer.builder().sharedBy(database).build())
                .isInstanceOf(PacingException.class)
                .hasMessageContaining("PacingSchema.apply(dataSource)");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void limitsThatNobodyHasUsedForAnHourLeaveNoRows(TestDatabase.Kind kind) throws Exception {
        DataSource database = database(kind);
        SlotTable table = new SlotTable(database, time);
        List<SlotTable.Wish> wishes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            wishes.add(new SlotTable.Wish("main/sender:S" + i, 1, 1, 3_000, 10_000, Map.of()));
        }
        table.exchange("gone", wishes, grant -> {});
        time.advance(Duration.ofHours(2).toNanos());
        table.clean();

        assertThat(count(database, "telnyx4j_pacing_slots")).isZero();
        assertThat(count(database, "telnyx4j_pacing_members")).isZero();
    }

    /** Two processes can lock each other's rows; then the database rolls one of them back. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void anExchangeThatTheDatabaseHasRolledBackIsDoneAgainAtOnce(TestDatabase.Kind kind) throws Exception {
        FaultyDataSource database = FaultyDataSource.of(database(kind));
        SlotTable table = new SlotTable(database, time);
        List<SlotTable.Wish> wishes = List.of(
                new SlotTable.Wish("main/account", 4, 4, 3_000, 1_000, Map.of()),
                new SlotTable.Wish("main/sender:S", 4, 4, 3_000, 1_000, Map.of()));
        table.exchange("one", wishes, grant -> {});
        int before = database.commits();
        database.failCommit(2);

        List<SlotTable.Grant> grants = new ArrayList<>();
        table.exchange("one", wishes, grants::add);

        assertThat(grants).extracting(grant -> grant.slots().size()).containsExactly(4, 4);
        assertThat(database.commits() - before)
                .as("only what was rolled back is repeated")
                .isEqualTo(3);
    }

    /** Both find no slots and create them: on H2 the second one gets a duplicate key, and what it gave back with it. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void processesThatBeginAtOnceShareTheSlots(TestDatabase.Kind kind) throws Exception {
        DataSource database = database(kind);
        List<SlotTable.Wish> wishes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            wishes.add(new SlotTable.Wish("main/sender:S" + i, 8, 8, 60_000, 1_000, Map.of()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier together = new CyclicBarrier(4);
            List<Future<List<SlotTable.Grant>>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String holder = "process " + i;
                all.add(threads.submit(() -> {
                    together.await();
                    List<SlotTable.Grant> grants = new ArrayList<>();
                    new SlotTable(database, time).exchange(holder, wishes, grants::add);
                    return grants;
                }));
            }
            Map<String, Integer> leased = new TreeMap<>();
            for (Future<List<SlotTable.Grant>> one : all) {
                one.get()
                        .forEach(
                                grant -> leased.merge(grant.key(), grant.slots().size(), Integer::sum));
            }
            assertThat(leased).hasSize(20);
            assertThat(leased.values()).allMatch(slots -> slots <= 8);
        } finally {
            threads.shutdownNow();
        }
        assertThat(count(database, "telnyx4j_pacing_slots")).isEqualTo(160);
    }

    /** What a process has leased must not be forgotten when the one with the database in it is killed. */
    @Test
    void onH2WhatIsCommittedIsWrittenAtOnce(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("pacing");
        try (TestDatabase database = TestDatabase.h2(file)) {
            PacingSchema.apply(database.dataSource());
        }
        try (TestDatabase again = TestDatabase.h2(file)) {
            assertThat(again.writeDelay()).isZero();
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(DataSource database, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static long countIn(List<Fleet.Sent> sent, double from, double to) {
        return sent.stream()
                .filter(each -> each.at() >= from * SECOND.toNanos() && each.at() < to * SECOND.toNanos())
                .count();
    }
}
