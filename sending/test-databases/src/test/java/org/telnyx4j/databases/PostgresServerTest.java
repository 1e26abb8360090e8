package org.telnyx4j.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresServerTest {
    @BeforeAll
    static void skipsWhereThereIsNone() {
        TestDatabase.sharedServer();
    }

    @Test
    void whatWasCommittedSurvivesKillAndIsThereOnTheSamePort() throws Exception {
        try (PostgresServer server = PostgresServer.create();
                TestDatabase database = server.createDatabase()) {
            DataSource source = database.dataSource();
            execute(source, "create table texts (id int)");
            execute(source, "insert into texts values (1), (2)");
            int port = server.port();
            try (Connection open = source.getConnection()) {
                open.setAutoCommit(false);
                execute(open, "insert into texts values (3)");
                server.kill();
                assertThatThrownBy(() -> execute(open, "insert into texts values (4)"))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(server.isRunning()).isFalse();
            assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);

            server.start();

            assertThat(server.port()).isEqualTo(port);
            assertThat(number(source, "select count(*) from texts")).isEqualTo(2);
        }
    }

    @Test
    void stopsAndStartsAgain() throws Exception {
        try (PostgresServer server = PostgresServer.create();
                TestDatabase database = server.createDatabase()) {
            execute(database.dataSource(), "create table texts (id int)");

            server.stop();
            assertThat(server.isRunning()).isFalse();
            server.start();
            server.start();

            assertThat(number(database.dataSource(), "select count(*) from texts"))
                    .isZero();
        }
    }

    @Test
    void leavesNoProcessAndNoDirectoryBehind() throws Exception {
        PostgresServer server = PostgresServer.create();
        long backend;
        Path data;
        try (TestDatabase database = server.createDatabase();
                Connection connection = database.dataSource().getConnection()) {
            backend = number(connection, "select pg_backend_pid()");
            data = Path.of(string(connection, "show data_directory"));
        }
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();

        server.close();

        assertThat(data).doesNotExist();
        assertThat(ProcessHandle.of(backend).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(ProcessHandle.current().descendants().toList()).hasSizeLessThan(before.size());
        assertThatThrownBy(server::start).isInstanceOf(IllegalStateException.class);
        server.close();
    }

    @Test
    void endsWhenTheJvmThatStartedItIsKilled() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintsItsDatabase.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] said;
        try (java.io.BufferedReader lines = jvm.inputReader()) {
            said = lines.readLine().split(" ");
            jvm.destroyForcibly().waitFor();
        }
        long postmaster = Long.parseLong(said[0]);
        while (ProcessHandle.of(postmaster).filter(ProcessHandle::isAlive).isPresent()) {
            Thread.onSpinWait();
        }
        Directories.delete(Path.of(said[1], "..").normalize());
    }

    /** Starts a server, prints its process and its directory, and waits to be killed. */
    static final class PrintsItsDatabase {
        public static void main(String[] arguments) throws Exception {
            PostgresServer server = PostgresServer.create();
            try (Connection connection = server.createDatabase().dataSource().getConnection()) {
                Path data = Path.of(string(connection, "show data_directory"));
                System.out.println(
                        Files.readAllLines(data.resolve("postmaster.pid")).get(0) + " " + data);
                System.out.flush();
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    @Test
    void copiesADatabaseWithItsTables() throws Exception {
        PostgresServer server = TestDatabase.sharedServer();
        try (TestDatabase original = server.createDatabase()) {
            execute(original.dataSource(), "create table texts (id int)");
            execute(original.dataSource(), "insert into texts values (1)");
            try (TestDatabase copy = server.copy(original)) {
                execute(copy.dataSource(), "insert into texts values (2)");
                assertThat(number(copy.dataSource(), "select count(*) from texts"))
                        .isEqualTo(2);
                assertThat(number(original.dataSource(), "select count(*) from texts"))
                        .isEqualTo(1);
            }
        }
    }

    static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            execute(connection, sql);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return number(connection, sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(string(connection, sql));
    }

    static String string(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
