package org.telnyx4j.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.telnyx4j.databases.TestDatabase;

class SchemaTest {
    @ParameterizedTest
    @EnumSource
    void severalProcessesApplyItAtOnce(TestDatabase.Kind kind) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (TestDatabase database = TestDatabase.of(kind)) {
            List<Future<?>> all = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> OutboxSchema.apply(database.dataSource())))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
            OutboxSchema.check(database.dataSource());
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutTablesTheErrorSaysHowToCreateThem(TestDatabase.Kind kind) {
        try (TestDatabase database = TestDatabase.of(kind);
                Outbox outbox = Outbox.builder(database.dataSource()).build()) {
            assertThatThrownBy(() -> OutboxSchema.check(database.dataSource()))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("run OutboxSchema.apply(dataSource)");
            assertThatThrownBy(() -> outbox.enqueue(Fixture.hello().build()))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("run OutboxSchema.apply(dataSource)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void newerTablesAreRefusedWithTheVersionThatIsNeeded(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            fixture.execute("insert into telnyx4j_outbox_schema (version) values (99)");
            for (Runnable use : List.<Runnable>of(
                    () -> OutboxSchema.apply(fixture.pool),
                    () -> OutboxSchema.check(fixture.pool),
                    () -> fixture.started(fixture.outbox()))) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(OutboxException.class)
                        .hasMessageContaining("have version 99")
                        .hasMessageContaining("use a newer edition");
            }
        }
    }

    @Test
    void aReadOnlyPostgresqlIsCalledThat() throws Exception {
        try (Fixture fixture = Fixture.on(TestDatabase.Kind.POSTGRESQL);
                Connection connection = fixture.pool.getConnection();
                Statement statement = connection.createStatement();
                Outbox outbox = fixture.outbox().build()) {
            statement.execute("set session characteristics as transaction read only");
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> outbox.enqueue(connection, Fixture.hello().build()))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("is read-only");
            connection.rollback();
            statement.execute("set session characteristics as transaction read write");
        }
    }

    @Test
    void aReadOnlyH2IsCalledThat(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("outbox");
        try (TestDatabase database = TestDatabase.h2(file)) {
            OutboxSchema.apply(database.dataSource());
        }
        JdbcDataSource readOnly = new JdbcDataSource();
        readOnly.setURL("jdbc:h2:file:" + file.toAbsolutePath() + ";ACCESS_MODE_DATA=r");
        readOnly.setUser("sa");
        readOnly.setPassword("");
        try (Outbox outbox = Outbox.builder(readOnly).build()) {
            assertThatThrownBy(() -> outbox.enqueue(Fixture.hello().build()))
                    .isInstanceOf(OutboxException.class)
                    .hasMessageContaining("is read-only");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatIsAwayOrExhaustedIsCalledThat(TestDatabase.Kind kind) throws Exception {
        try (Fixture fixture = Fixture.on(kind)) {
            HikariConfig config = new HikariConfig();
            config.setDataSource(fixture.faulty);
            config.setMaximumPoolSize(1);
            config.setConnectionTimeout(1_000);
            // The first connection may take longer than the others.
            config.setInitializationFailTimeout(30_000);
            try (HikariDataSource single = new HikariDataSource(config);
                    Outbox outbox = Outbox.builder(single).build()) {
                JobId id;
                try (Connection taken = single.getConnection()) {
                    assertThatThrownBy(() -> outbox.enqueue(Fixture.hello().build()))
                            .isInstanceOf(OutboxException.class)
                            .hasMessageContaining("its pool has no free connection");
                    // The caller's own connection is enough.
                    id = outbox.enqueue(taken, Fixture.hello().build()).id();
                }
                assertThat(outbox.find(id)).isPresent();
            }
            fixture.faulty.refuseConnections();
            try (Outbox outbox = Outbox.builder(fixture.faulty).build()) {
                assertThatThrownBy(outbox::status)
                        .isInstanceOf(OutboxException.class)
                        .hasMessageContaining("cannot be reached");
            }
        }
    }

    /** With its default H2 loses what was committed within the last second when its process is killed. */
    @Test
    void onH2WhatIsCommittedIsWrittenAtOnce(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("outbox");
        try (TestDatabase database = TestDatabase.h2(file)) {
            OutboxSchema.apply(database.dataSource());
        }
        try (TestDatabase again = TestDatabase.h2(file)) {
            assertThat(again.writeDelay()).isZero();
        }
    }
}
