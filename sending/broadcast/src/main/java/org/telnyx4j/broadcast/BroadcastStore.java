package org.telnyx4j.broadcast;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.outbox.OutboxException;
import org.telnyx4j.outbox.OutboxSchema;

/**
 * The database of a broadcast: an outbox in a schema of its own, so that nobody else's workers take its jobs and it takes
 * nobody else's, and beside it what the broadcast was begun with.
 */
final class BroadcastStore implements AutoCloseable {
    private static final String FILE_IN_USE = "90020";
    private static final int LONGEST_SLUG = 30;

    private final HikariDataSource dataSource;

    /**
     * What a broadcast is begun with, and must be resumed with.
     *
     * @param target which Telnyx
     * @param template the hash of the template
     * @param sender the hash of sender and messaging profile
     */
    record Identity(String target, String template, String sender) {
        static Identity of(Account account, String template) {
            return new Identity(
                    account.target(), hash(template), hash(account.from() + "\n" + account.messagingProfile()));
        }
    }

    private BroadcastStore(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Opens the database and creates what is missing in it.
     *
     * @param url null for an H2 file beside the CSV file
     * @throws NotStartedException if it can't be used
     */
    static BroadcastStore open(
            @Nullable String url,
            Path file,
            String name,
            boolean isSandbox,
            int workers,
            Map<String, String> environment) {
        String jdbcUrl = url == null ? besides(file, isSandbox) : url;
        if (!jdbcUrl.startsWith("jdbc:h2:") && !jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new NotStartedException("--database must begin with jdbc:postgresql: or jdbc:h2:");
        }
        String user = environment.get("DATABASE_USER");
        String password = environment.get("DATABASE_PASSWORD");
        String complete = jdbcUrl.startsWith("jdbc:h2:") ? durable(jdbcUrl) : jdbcUrl;
        String schema = schema(name);
        try {
            createSchema(complete, user, password, schema);
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(complete);
            config.setUsername(user);
            config.setPassword(password);
            config.setSchema(schema);
            config.setMaximumPoolSize(workers + 4);
            HikariDataSource dataSource = new HikariDataSource(config);
            BroadcastStore store = new BroadcastStore(dataSource);
            try {
                OutboxSchema.apply(dataSource);
                store.createTable();
                return store;
            } catch (RuntimeException | SQLException e) {
                store.close();
                throw e;
            }
        } catch (SQLException e) {
            throw refused(e);
        } catch (OutboxException | HikariPool.PoolInitializationException e) {
            throw new NotStartedException("the database can't be used: " + e.getMessage(), e);
        }
    }

    private static String besides(Path file, boolean isSandbox) {
        String path = file.toAbsolutePath() + (isSandbox ? ".sandbox-broadcast" : ".broadcast");
        return "jdbc:h2:file:" + path.replace(";", "\\;");
    }

    /**
     * H2 writes some time after a commit unless told otherwise, and what a killed process had claimed would be sent again; and
     * it closes its files when a signal comes, while the last messages are still on their way.
     */
    private static String durable(String url) {
        return url + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static void createSchema(String url, @Nullable String user, @Nullable String password, String schema)
            throws SQLException {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists \"" + schema + "\"");
        }
    }

    /** Returns a name for the schema, which has what can be read of the broadcast's name, and is another for each name. */
    static String schema(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return "broadcast_" + slug.substring(0, Math.min(LONGEST_SLUG, slug.length())) + "_"
                + hash(name).substring(0, 8);
    }

    static String hash(String text) {
        return HexFormat.of().formatHex(CountingInput.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static NotStartedException refused(SQLException e) {
        return FILE_IN_USE.equals(e.getSQLState()) || e.getErrorCode() == Integer.parseInt(FILE_IN_USE)
                ? new NotStartedException("the database is in use: this broadcast runs in another process", e)
                : new NotStartedException("the database can't be used: " + e.getMessage(), e);
    }

    private void createTable() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists telnyx4j_broadcast (id integer not null primary key,"
                    + " target varchar(500) not null, template varchar(500) not null, sender varchar(500) not null,"
                    + " file varchar(500) not null)");
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    /**
     * Returns the hash of the file with which this broadcast was queued last, or null if it is new.
     *
     * @throws NotStartedException if it was begun otherwise
     */
    @Nullable
    String fileOf(Identity identity) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select target, template, sender, file from telnyx4j_broadcast where id = 1")) {
            if (!row.next()) {
                return null;
            }
            require(identity.target().equals(row.getString(1)), "for another account or base URL");
            require(identity.template().equals(row.getString(2)), "with another template");
            require(identity.sender().equals(row.getString(3)), "with another sender or messaging profile");
            return row.getString(4);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static void require(boolean isSame, String what) {
        if (!isSame) {
            throw new NotStartedException(
                    "this broadcast was begun " + what + ": give the same again to go on with it, or "
                            + "--name with another name to send to all recipients anew");
        }
    }

    /** Notes what the broadcast is begun or resumed with, before the first message of it is queued. */
    void begin(Identity identity, String file) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement change =
                        connection.prepareStatement("update telnyx4j_broadcast set file = ? where id = 1")) {
            change.setString(1, file);
            if (change.executeUpdate() == 1) {
                return;
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into telnyx4j_broadcast (id, target, template, sender, file) values (1, ?, ?, ?, ?)")) {
                insert.setString(1, Objects.requireNonNull(identity.target()));
                insert.setString(2, identity.template());
                insert.setString(3, identity.sender());
                insert.setString(4, file);
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
