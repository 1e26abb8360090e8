package org.telnyx4j.databases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database for one test. {@code try (TestDatabase database = TestDatabase.postgres()) …}, or a field that is
 * closed after each test. Thread-safe.
 *
 * <p>The PostgreSQL of {@link #postgres} is one server for all tests of a JVM, started when the first asks, ended with the
 * JVM; a test that kills or stops a server starts one of its own with {@link PostgresServer#create}. Where no PostgreSQL
 * can be started, the test is skipped with one line that says what is missing; with the system property
 * {@code telnyx4j.databases.required=true} it fails instead, so that a build can insist.
 */
public final class TestDatabase implements AutoCloseable {
    /** The database products that this project runs on. */
    public enum Kind {
        /** PostgreSQL. */
        POSTGRESQL,
        /** H2. */
        H2
    }

    private final Kind kind;
    private final String name;
    private final String url;
    private final String user;
    private final Runnable drop;
    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();

    TestDatabase(Kind kind, String name, String url, String user, Runnable drop) {
        this.kind = kind;
        this.name = name;
        this.url = url;
        this.user = user;
        this.drop = drop;
    }

    /**
     * Creates an empty database of a product.
     *
     * @throws TestAbortedException where it is PostgreSQL and none can be started: JUnit reports the test as skipped
     */
    public static TestDatabase of(Kind kind) {
        return kind == Kind.H2 ? h2() : postgres();
    }

    /**
     * Creates an empty database on the PostgreSQL that the tests of this JVM share.
     *
     * @throws TestAbortedException where no PostgreSQL can be started: JUnit reports the test as skipped
     */
    public static TestDatabase postgres() {
        return sharedServer().createDatabase();
    }

    /**
     * Returns the PostgreSQL that the tests of this JVM share. Not to be killed or stopped.
     *
     * @throws TestAbortedException where none can be started: JUnit reports the test as skipped
     */
    public static PostgresServer sharedServer() {
        PostgresServer server = Shared.SERVER;
        if (server == null) {
            throw missing(Shared.PROBLEMS);
        }
        return server;
    }

    static RuntimeException missing(List<String> problems) {
        String message = "PostgreSQL is missing, its tests are skipped: " + String.join("; ", problems);
        return Boolean.getBoolean("telnyx4j.databases.required")
                ? new IllegalStateException(message)
                : new TestAbortedException(message);
    }

    /** Creates an empty H2 database in memory; it is gone when it is closed. */
    public static TestDatabase h2() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        return h2(name, "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }

    /** Opens the H2 database in a file, created where it does not exist: {@code <file>.mv.db}. Closing it keeps the file. */
    public static TestDatabase h2(Path file) {
        return h2(String.valueOf(file.getFileName()), "jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_DELAY=-1");
    }

    private static TestDatabase h2(String name, String url) {
        return new TestDatabase(Kind.H2, name, url, "sa", () -> {
            try (java.sql.Connection connection = h2Source(url, "sa").getConnection();
                    java.sql.Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN");
            } catch (java.sql.SQLException alreadyDown) {
                // SHUTDOWN ends the connection that asks for it.
                return;
            }
        });
    }

    /** Returns after how many milliseconds H2 writes what was committed; before that it is lost with its process. */
    public int writeDelay() throws java.sql.SQLException {
        try (java.sql.Connection connection = dataSource().getConnection();
                java.sql.Statement statement = connection.createStatement();
                java.sql.ResultSet settings = statement.executeQuery("select min(cast(setting_value as integer)) from"
                        + " information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            if (!settings.next()) {
                throw new java.sql.SQLException("This database has no such setting");
            }
            return settings.getInt(1);
        }
    }

    /** Returns one database of each kind, for a parameterized test; PostgreSQL is left out where it is missing. */
    public static List<TestDatabase> each() {
        List<TestDatabase> all = new ArrayList<>(List.of(h2()));
        if (Shared.SERVER != null || Boolean.getBoolean("telnyx4j.databases.required")) {
            all.add(postgres());
        } else {
            System.err.println(missing(Shared.PROBLEMS).getMessage());
        }
        return all;
    }

    /** Returns the product. */
    public Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    /** Returns the JDBC URL. */
    public String url() {
        return url;
    }

    /** Returns the user to connect as; the password is empty. */
    public String user() {
        return user;
    }

    /** Returns a data source that opens a connection each time. */
    public DataSource dataSource() {
        if (kind == Kind.H2) {
            return h2Source(url, user);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        return source;
    }

    private static JdbcDataSource h2Source(String url, String user) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword("");
        return source;
    }

    /**
     * Returns a HikariCP pool on this database, that is closed with it.
     *
     * @param connections the most that are open at once
     */
    public DataSource pool(int connections) {
        return pool(dataSource(), connections);
    }

    /** Returns a HikariCP pool on a data source of this database, such as a {@link FaultyDataSource}; closed with it. */
    public DataSource pool(DataSource source, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** Closes its pools and drops it; an H2 file is only closed. */
    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        drop.run();
    }

    /** Returns the product, as a parameterized test shows it. */
    @Override
    public String toString() {
        return kind == Kind.H2 ? "H2" : "PostgreSQL";
    }

    /** One server for each JVM of tests: a start takes seconds. */
    private static final class Shared {
        static final List<String> PROBLEMS = new ArrayList<>();
        static final @Nullable PostgresServer SERVER = PostgresServer.tryToCreate(
                        PostgresServer.Durability.PROCESS, PROBLEMS)
                .orElse(null);
    }
}
