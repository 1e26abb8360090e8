package org.telnyx4j.internal.database;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Limits how long each statement of PostgreSQL may take, so that nobody waits for ever for a row that somebody has locked, or
 * for a server that has gone without a word. A shorter limit that the application has set stays. Safe for use by any number
 * of threads.
 *
 * <p>With H2 its own lock timeout limits the wait (2 seconds unless set otherwise in the URL). Its query timeout would stay on
 * the connection, and hold for what the application does with it next.
 */
public final class TimeLimitedDataSource implements DataSource {
    /** How much longer to wait for the response itself: by then the server has ended the statement, or does not respond. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final DataSource target;
    private final int seconds;

    /**
     * Creates it.
     *
     * @param target whose connections it limits
     * @param limit for each statement; full seconds, one at least
     */
    public TimeLimitedDataSource(DataSource target, Duration limit) {
        this.target = target;
        // The network's limit is in milliseconds and has the grace on top.
        long longest = Integer.MAX_VALUE / 1_000 - GRACE.toSeconds();
        this.seconds = (int) Math.max(1, Math.min(longest, limit.toSeconds()));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return limited(target.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return limited(target.getConnection(username, password));
    }

    private Connection limited(Connection connection) throws SQLException {
        try {
            if (!DatabaseProduct.POSTGRESQL.isOf(connection)) {
                return connection;
            }
            Limited limited = new Limited(connection, limitNetwork(connection));
            return (Connection) Proxy.newProxyInstance(
                    TimeLimitedDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, limited::invoke);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Returns the limit that the connection had, in milliseconds, or -1 where that stays. */
    private int limitNetwork(Connection connection) throws SQLException {
        try {
            int before = connection.getNetworkTimeout();
            int limit = (int) GRACE.plusSeconds(seconds).toMillis();
            if (before == 0 || before > limit) {
                connection.setNetworkTimeout(Runnable::run, limit);
                return before;
            }
        } catch (SQLFeatureNotSupportedException notOfThisPool) {
            // The statements are limited all the same.
        }
        return -1;
    }

    /** A connection that limits the statements which it creates. */
    private final class Limited {
        private final Connection connection;
        private final int networkBefore;

        Limited(Connection connection, int networkBefore) {
            this.connection = connection;
            this.networkBefore = networkBefore;
        }

        @Nullable
        Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("close") && networkBefore >= 0) {
                restoreNetwork();
            }
            Object result;
            try {
                result = method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
            if (result instanceof Statement statement) {
                limit(statement);
            }
            return result;
        }

        private void limit(Statement statement) throws SQLException {
            int own = statement.getQueryTimeout();
            if (own == 0 || own > seconds) {
                statement.setQueryTimeout(seconds);
            }
        }

        private void restoreNetwork() {
            try {
                connection.setNetworkTimeout(Runnable::run, networkBefore);
            } catch (SQLException connectionIsOfNoUse) {
                // Its pool throws it away.
            }
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        target.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int loginSeconds) throws SQLException {
        target.setLoginTimeout(loginSeconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return target.isWrapperFor(type);
    }
}
