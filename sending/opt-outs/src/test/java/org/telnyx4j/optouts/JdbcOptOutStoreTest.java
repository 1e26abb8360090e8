package org.telnyx4j.optouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.FaultyDataSource;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.databases.TestDatabase.Kind;
import org.telnyx4j.messaging.SendRefusal;

/** Opt-outs in a database: what is kept, what bad databases get, and many writers at once. */
class JdbcOptOutStoreTest {
    private static final Instant T0 = Instant.parse("2026-03-04T05:00:00.123456Z");
    private static final String ANN = "+14165550123";
    private static final String BOB = "+14165550124";
    private static final String NUMBER = "+14165550199";

    private static OptOutRecord record(String person, boolean out, long seconds) {
        return new OptOutRecord(
                "acme", person, OptOutScope.profile("p"), out, T0.plusSeconds(seconds), OptOutSource.MESSAGE);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKeptIsFoundAsItWas(Kind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            OptOutSchema.apply(database.dataSource());
            OptOutSchema.apply(database.dataSource());
            OptOutSchema.check(database.dataSource());
            OptOutStore store = new JdbcOptOutStore(database.pool(2));
            List<OptOutRecord> records = new ArrayList<>();
            for (OptOutSource source : OptOutSource.values()) {
                for (OptOutScope scope :
                        List.of(OptOutScope.profile("p"), OptOutScope.sender(NUMBER), OptOutScope.account())) {
                    records.add(new OptOutRecord("acme", ANN + source, scope, true, T0, source));
                }
            }
            records.forEach(each -> assertThat(store.merge(each)).isTrue());
            records.forEach(each -> assertThat(store.merge(each)).isFalse());

            List<String> people =
                    Stream.of(OptOutSource.values()).map(source -> ANN + source).toList();
            assertThat(store.find("acme", people)).containsExactlyInAnyOrderElementsOf(records);
            assertThat(store.find("", people)).isEmpty();
            assertThat(store.find("acme", List.of())).isEmpty();
        }
    }

    /** One row that this edition cannot read must not make the others useless, nor send against a STOP. */
    @ParameterizedTest
    @EnumSource
    void whatANewerEditionWroteIsReadAndCountsForTheWholeAccountWhereItIsAnOptOut(Kind kind) throws Exception {
        try (TestDatabase database = TestDatabase.of(kind)) {
            OptOutStore store = JdbcStores.in(new ArrayList<>(), database);
            OptOuts optOuts = OptOuts.builder(store).build();
            store.merge(record(ANN, false, 1));
            store.merge(new OptOutRecord("", BOB, OptOutScope.profile("c1"), true, T0, OptOutSource.MESSAGE));
            store.merge(new OptOutRecord("", BOB, OptOutScope.sender("c1"), false, T0, OptOutSource.MESSAGE));
            execute(database, "update telnyx4j_opt_outs set source = 'CARRIER' where account = 'acme'");
            execute(
                    database,
                    "update telnyx4j_opt_outs set scope_kind = scope_kind || '_OF_CAMPAIGN' where account = ''");

            assertThat(store.find("acme", List.of(ANN)))
                    .extracting(OptOutRecord::source)
                    .containsExactly(OptOutSource.OTHER);
            assertThat(store.find("", List.of(BOB)))
                    .extracting(OptOutRecord::scope)
                    .containsOnly(new OptOutScope(OptOutScope.Kind.OTHER, "c1"));
            TestSend send = TestSend.of(NUMBER, "p", BOB);
            assertThat(optOuts.beforeSend(send).refusal().orElseThrow().kind()).isEqualTo(SendRefusal.Kind.OPTED_OUT);
            assertThat(optOuts.beforeSend(TestSend.of(NUMBER, "p", ANN)).isAllowed())
                    .isTrue();

            execute(database, "update telnyx4j_opt_outs set opted_out = false");
            assertThat(optOuts.beforeSend(send).isAllowed()).isTrue();
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNewestCountsAndStopWins(Kind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            List<TestDatabase> none = new ArrayList<>();
            OptOutStore store = JdbcStores.in(none, database);
            assertThat(store.merge(record(ANN, false, 5))).isTrue();
            assertThat(store.merge(record(ANN, true, 4))).isFalse();
            assertThat(store.merge(record(ANN, true, 5))).isTrue();
            assertThat(store.merge(record(ANN, false, 5))).isFalse();
            assertThat(store.merge(record(ANN, false, 6))).isTrue();
            assertThat(store.find("acme", List.of(ANN))).containsExactly(record(ANN, false, 6));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNewestProfileOfASenderCounts(Kind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            OptOutStore store = JdbcStores.in(new ArrayList<>(), database);
            assertThat(store.profileOf("acme", NUMBER)).isEmpty();
            store.noteProfile("acme", NUMBER, "p", T0);
            store.noteProfile("acme", NUMBER, "old", T0.minusSeconds(1));
            assertThat(store.profileOf("acme", NUMBER)).contains("p");
            store.noteProfile("acme", NUMBER, "q", T0.plusSeconds(1));
            assertThat(store.profileOf("acme", NUMBER)).contains("q");
            assertThat(store.profileOf("", NUMBER)).isEmpty();
        }
    }

    /** Whoever comes first: when all is written, the newest counts, and nothing was lost to a duplicate key. */
    @ParameterizedTest
    @EnumSource
    void manyWritersAgree(Kind kind) throws Exception {
        try (TestDatabase database = TestDatabase.of(kind)) {
            OptOutStore store = JdbcStores.in(new ArrayList<>(), database);
            int writers = 4;
            ExecutorService threads = Executors.newFixedThreadPool(writers);
            try {
                CountDownLatch go = new CountDownLatch(1);
                List<Future<?>> all = new ArrayList<>();
                for (int writer = 0; writer < writers; writer++) {
                    Random random = new Random(writer);
                    all.add(threads.submit(() -> {
                        go.await();
                        for (int i = 0; i < 25; i++) {
                            store.merge(record(i % 2 == 0 ? ANN : BOB, random.nextBoolean(), random.nextInt(50)));
                        }
                        store.merge(record(ANN, false, 50));
                        store.merge(record(BOB, true, 50));
                        return null;
                    }));
                }
                go.countDown();
                for (Future<?> each : all) {
                    each.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(store.find("acme", List.of(ANN, BOB)))
                    .containsExactlyInAnyOrder(record(ANN, false, 50), record(BOB, true, 50));
        }
    }

    private static String message(DataSource source) {
        OptOutStoreException error = catchThrowableOfType(
                OptOutStoreException.class, () -> new JdbcOptOutStore(source).merge(record(ANN, true, 1)));
        StringBuilder all = new StringBuilder();
        for (Throwable each = error; each != null; each = each.getCause()) {
            all.append(each).append('\n');
        }
        assertThat(all.toString()).doesNotContain(ANN, ANN.substring(1));
        return String.valueOf(error.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseWithoutTablesNamesWhatToDo(Kind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            String expected =
                    "The database has no tables of opt-outs: run OptOutSchema.apply(dataSource), or the scripts"
                            + " in org/telnyx4j/optouts/schema/ of the jar";
            assertThat(message(database.dataSource())).isEqualTo(expected);
            assertThat(catchThrowableOfType(
                            OptOutStoreException.class, () -> OptOutSchema.check(database.dataSource())))
                    .hasMessage(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tablesThatAreNewerOrOlderAreRefused(Kind kind) throws SQLException {
        try (TestDatabase database = TestDatabase.of(kind)) {
            OptOutSchema.apply(database.dataSource());
            execute(database.dataSource(), "insert into telnyx4j_opt_outs_schema (version) values (7)");
            String newer =
                    "The tables of opt-outs have version 7, and this edition of telnyx4j-opt-outs knows versions up"
                            + " to 1: use a newer edition";
            assertThat(catchThrowableOfType(
                            OptOutStoreException.class, () -> OptOutSchema.check(database.dataSource())))
                    .hasMessage(newer);
            assertThat(catchThrowableOfType(
                            OptOutStoreException.class, () -> OptOutSchema.apply(database.dataSource())))
                    .hasMessage(newer);
            execute(database.dataSource(), "delete from telnyx4j_opt_outs_schema");
            assertThat(catchThrowableOfType(
                            OptOutStoreException.class, () -> OptOutSchema.check(database.dataSource())))
                    .hasMessageContaining("no tables of opt-outs");
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aReadOnlyDatabaseNamesWhatToDo() throws SQLException {
        try (TestDatabase database = TestDatabase.postgres()) {
            OptOutSchema.apply(database.dataSource());
            execute(
                    database.dataSource(),
                    "do $$ begin execute 'alter database \"' || current_database() || '\" set"
                            + " default_transaction_read_only = on'; end $$");
            assertThat(message(database.dataSource()))
                    .isEqualTo(
                            "The database of opt-outs is read-only: connect to the primary, with a user that may write");
        }
    }

    @Test
    void whileTheDatabaseIsAwayNothingGoesAndAfterwardsItDoes() {
        try (TestDatabase database = TestDatabase.h2()) {
            OptOutSchema.apply(database.dataSource());
            FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
            OptOuts optOuts = OptOuts.builder(new JdbcOptOutStore(faulty)).build();
            TestSend send = TestSend.of(NUMBER, "p", ANN);
            assertThat(optOuts.beforeSend(send).isAllowed()).isTrue();

            faulty.refuseConnections();
            SendRefusal refusal = optOuts.beforeSend(send).refusal().orElseThrow();
            assertThat(refusal.kind()).isEqualTo(SendRefusal.Kind.UNDECIDED);
            assertThat(refusal.reason().orElseThrow())
                    .isEqualTo(
                            "it cannot be looked up whether the recipient has opted out: The database of opt-outs cannot"
                                    + " be reached in time, or its pool has no free connection (SQLSTATE 08001)");
            assertThat(catchThrowableOfType(
                            OptOutStoreException.class,
                            () -> optOuts.own().hear(Events.received(T0, ANN, NUMBER, "p", "STOP"))))
                    .isNotNull();

            faulty.heal();
            assertThat(optOuts.beforeSend(send).isAllowed()).isTrue();
            // Telnyx delivers it again.
            optOuts.own().hear(Events.received(T0, ANN, NUMBER, "p", "STOP"));
            assertThat(optOuts.beforeSend(send).isAllowed()).isFalse();
        }
    }

    /** The event comes again, and finds what it had written. */
    @Test
    void aCommitWhoseResponseIsLostIsNotDoneTwice() {
        try (TestDatabase database = TestDatabase.h2()) {
            OptOutSchema.apply(database.dataSource());
            FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
            OptOutStore store = new JdbcOptOutStore(faulty);
            faulty.loseCommit(1);
            assertThat(catchThrowableOfType(OptOutStoreException.class, () -> store.merge(record(ANN, true, 1))))
                    .isNotNull();
            assertThat(store.merge(record(ANN, true, 1))).isFalse();
            assertThat(store.find("acme", List.of(ANN))).containsExactly(record(ANN, true, 1));
        }
    }
}
