package org.telnyx4j.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.TestDatabase;

/** What waits for a row that another connection has locked, or for a server that does not respond. */
class TimeLimitedDataSourceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Returns a pool of one connection. */
    private static DataSource unclosed(Connection own) {
        Connection pooled = proxy(
                Connection.class,
                (proxy, method, arguments) -> method.getName().equals("close") ? null : method.invoke(own, arguments));
        return proxy(DataSource.class, (proxy, method, arguments) -> pooled);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                TimeLimitedDataSourceTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** It has waited as long as it was to: with H2's lock timeout, too, which rolls back the statement alone. */
    @ParameterizedTest
    @EnumSource
    void aLockedRowEndsTheTransactionAfterItsTimeAndItIsNotRepeated(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = Counted.open(kind);
                Connection holder = database.dataSource().getConnection()) {
            Transactions transactions = Transactions.repeated(new TimeLimitedDataSource(database.dataSource(), SECOND));
            holder.setAutoCommit(false);
            Counted.add(holder, "a");
            AtomicInteger tries = new AtomicInteger();

            assertThatThrownBy(() -> transactions.run(connection -> {
                        tries.incrementAndGet();
                        return Counted.add(connection, "b") + Counted.add(connection, "a");
                    }))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(TriedSchema.ERRORS.translate(error))
                                    .hasMessageStartingWith(
                                            "The database of what is tried did not carry out a statement in time"));
            assertThat(tries.get()).isEqualTo(1);

            holder.commit();
            assertThat(Counted.number(holder, "b")).as("nothing of it stays").isZero();
            holder.commit();
            assertThat(transactions.<Integer>run(connection -> Counted.add(connection, "a")))
                    .isEqualTo(1);
            assertThat(Counted.number(holder, "a")).isEqualTo(2);
        }
    }

    @Test
    void statementsAndTheNetworkAreLimitedAndTheConnectionIsGivenBackAsItWas() throws Exception {
        try (TestDatabase database = Counted.open(TestDatabase.Kind.POSTGRESQL);
                Connection own = database.dataSource().getConnection()) {
            DataSource limited = new TimeLimitedDataSource(unclosed(own), Duration.ofSeconds(30));
            try (Connection connection = limited.getConnection();
                    Statement statement = connection.createStatement();
                    Statement prepared = connection.prepareStatement("select 1")) {
                assertThat(statement.getQueryTimeout()).isEqualTo(30);
                assertThat(prepared.getQueryTimeout()).isEqualTo(30);
                assertThat(connection.getNetworkTimeout()).isEqualTo(35_000);
            }
            assertThat(own.getNetworkTimeout()).isZero();
            try (Statement statement = own.createStatement()) {
                assertThat(statement.getQueryTimeout()).isZero();
            }
        }
    }

    @Test
    void aShorterLimitOfTheApplicationStays() throws Exception {
        try (TestDatabase database = Counted.open(TestDatabase.Kind.POSTGRESQL);
                Connection own = database.dataSource().getConnection()) {
            own.setNetworkTimeout(Runnable::run, 2_000);
            DataSource limited = new TimeLimitedDataSource(unclosed(own), Duration.ofSeconds(30));
            try (Connection connection = limited.getConnection()) {
                assertThat(connection.getNetworkTimeout()).isEqualTo(2_000);
            }
            assertThat(own.getNetworkTimeout()).isEqualTo(2_000);
        }
    }

    @Test
    void aConnectionOfH2IsLeftAsItIs() throws Exception {
        try (TestDatabase database = Counted.open(TestDatabase.Kind.H2);
                Connection own = database.dataSource().getConnection()) {
            DataSource limited = new TimeLimitedDataSource(unclosed(own), Duration.ofSeconds(30));
            try (Connection connection = limited.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(statement.getQueryTimeout()).isZero();
            }
        }
    }
}
