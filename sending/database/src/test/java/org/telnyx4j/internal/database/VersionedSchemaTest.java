package org.telnyx4j.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.FaultyDataSource;
import org.telnyx4j.databases.TestDatabase;
import org.telnyx4j.internal.database.TriedSchema.TriedException;

class VersionedSchemaTest {
    private static final VersionedSchema<TriedException> OLD = TriedSchema.edition("V1__tried.sql");
    private static final VersionedSchema<TriedException> NEW = TriedSchema.edition("V1__tried.sql", "V2__added.sql");

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalApplyItAtOnceAndEachScriptIsRunOnce(TestDatabase.Kind kind) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (TestDatabase database = TestDatabase.of(kind)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> NEW.apply(database.dataSource())));
            }
            for (Future<?> one : all) {
                one.get();
            }
            NEW.check(database.dataSource());
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfAnEarlierEditionAreRefusedUntilTheyAreBroughtUpToDate(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = TestDatabase.of(kind)) {
            OLD.apply(database.dataSource());
            execute(database.dataSource(), "insert into telnyx4j_tried (name) values ('kept')");
            assertThatThrownBy(() -> NEW.check(database.dataSource()))
                    .isInstanceOf(TriedException.class)
                    .hasMessage("The tables of what is tried have version 1, and this edition needs 2: run"
                            + " TriedSchema.apply(dataSource)");

            NEW.apply(database.dataSource());
            NEW.check(database.dataSource());
            execute(database.dataSource(), "update telnyx4j_tried set added = 1 where name = 'kept'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfANewerEditionAreRefused(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            NEW.apply(database.dataSource());
            for (Runnable use :
                    List.<Runnable>of(() -> OLD.check(database.dataSource()), () -> OLD.apply(database.dataSource()))) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(TriedException.class)
                        .hasMessage(
                                "The tables of what is tried have version 2, and this edition of telnyx4j-tried knows"
                                        + " versions up to 1: use a newer edition");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseWithoutTablesNamesWhatToDo(TestDatabase.Kind kind) {
        String expected =
                "The database has no tables of what is tried: run TriedSchema.apply(dataSource), or the scripts"
                        + " in org/telnyx4j/internal/database/schema/ of the jar";
        try (TestDatabase database = TestDatabase.of(kind)) {
            assertThatThrownBy(() -> NEW.check(database.dataSource())).hasMessage(expected);
            assertThatThrownBy(() -> execute(database.dataSource(), "select name from telnyx4j_tried"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(TriedSchema.ERRORS.translate(error))
                                    .hasMessage(expected)
                                    .hasCause(error));
        }
    }

    /** PostgreSQL undoes a script that fails; H2 commits each statement that creates something. */
    @Test
    void aScriptThatFailsLeavesNothingInPostgresql() throws Exception {
        try (TestDatabase database = TestDatabase.postgres()) {
            FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
            faulty.failStatement(1, sql -> sql.contains("add added"));
            assertThatThrownBy(() -> NEW.apply(faulty)).isInstanceOf(TriedException.class);
            assertThatThrownBy(() -> NEW.check(faulty)).hasMessageContaining("has no tables");
            NEW.apply(faulty);
            NEW.check(faulty);
        }
    }

    @Test
    void aDatabaseThatIsAwayIsCalledThat() {
        try (TestDatabase database = TestDatabase.h2()) {
            FaultyDataSource faulty = FaultyDataSource.of(database.dataSource());
            faulty.refuseConnections();
            for (Runnable use : List.<Runnable>of(() -> NEW.check(faulty), () -> NEW.apply(faulty))) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(TriedException.class)
                        .hasMessage("The database of what is tried cannot be reached in time, or its pool has no free"
                                + " connection (SQLSTATE 08001)");
            }
        }
    }

    @Test
    void anotherProductIsRefused() {
        DatabaseMetaData metaData = proxy(DatabaseMetaData.class, "getDatabaseProductName", "MySQL");
        Connection connection = proxy(Connection.class, "getMetaData", metaData);
        assertThatThrownBy(() -> DatabaseProduct.of(connection, TriedSchema.ERRORS))
                .isInstanceOf(TriedException.class)
                .hasMessage("The tables of what is tried can be in PostgreSQL, and in H2 for trying it out, but not in"
                        + " MySQL");
    }

    private static <T> T proxy(Class<T> type, String name, Object result) {
        return type.cast(Proxy.newProxyInstance(
                VersionedSchemaTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo(name);
                    return result;
                }));
    }
}
