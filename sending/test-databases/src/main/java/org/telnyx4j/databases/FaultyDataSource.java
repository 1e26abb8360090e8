package org.telnyx4j.databases;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose database is slow or fails where a test says so: the seam for the tests of what is built on JDBC.
 *
 * <p>All orders count from the moment they are given: {@code failStatement(1)} is about the next statement. A statement is
 * one {@code execute…} call, whatever its kind; a commit is a call of {@link Connection#commit}, and, in auto-commit mode,
 * each statement that is not a query. Each order is carried out once. The SQL that a predicate gets is the text that the
 * caller prepared or executed.
 *
 * <p>To use a pool over it, which is what applications have, put the pool outside:
 * {@code database.pool(faulty, 4)}. Thread-safe.
 */
public final class FaultyDataSource implements DataSource {
    private final DataSource target;
    private final List<Order> orders = new CopyOnWriteArrayList<>();
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean refusing;

    private FaultyDataSource(DataSource target) {
        this.target = target;
    }

    /** Wraps a data source; without orders it behaves as that. */
    public static FaultyDataSource of(DataSource target) {
        return new FaultyDataSource(target);
    }

    private enum Point {
        STATEMENT,
        COMMIT
    }

    private enum Effect {
        /** Nothing reaches the database, and the caller gets an error. */
        FAIL,
        /** It is carried out, and the caller gets an error and a broken connection. */
        LOSE_RESPONSE,
        /** Something else happens first, then it is carried out. */
        RUN_BEFORE,
        /** It is carried out, and something else happens before the caller gets its result. */
        RUN_AFTER
    }

    private record Order(
            Point point,
            Predicate<String> sql,
            AtomicInteger remaining,
            Effect effect,
            @Nullable Runnable action) {}

    /** Makes each statement and each commit take this much longer. */
    public void delay(Duration each) {
        delay = each;
    }

    /** Lets the n-th statement from now fail: the database does not get it, the connection stays whole. */
    public void failStatement(int n) {
        order(Point.STATEMENT, sql -> true, n, Effect.FAIL, null);
    }

    /** Lets the n-th statement from now that the predicate accepts fail. */
    public void failStatement(int n, Predicate<String> sql) {
        order(Point.STATEMENT, sql, n, Effect.FAIL, null);
    }

    /** Lets the n-th commit from now fail: the transaction is rolled back. */
    public void failCommit(int n) {
        order(Point.COMMIT, sql -> true, n, Effect.FAIL, null);
    }

    /**
     * Loses the response to the n-th commit from now: the database has committed, and the caller gets an error on a broken
     * connection, as when the network fails at that moment. The caller can't know which it was.
     */
    public void loseCommit(int n) {
        order(Point.COMMIT, sql -> true, n, Effect.LOSE_RESPONSE, null);
    }

    /** As {@link #loseCommit(int)}, for a commit in auto-commit mode of a statement that the predicate accepts. */
    public void loseCommit(int n, Predicate<String> sql) {
        order(Point.COMMIT, sql, n, Effect.LOSE_RESPONSE, null);
    }

    /** Runs something on the caller's thread before the n-th accepted statement from now reaches the database. */
    public void before(int n, Predicate<String> sql, Runnable action) {
        order(Point.STATEMENT, sql, n, Effect.RUN_BEFORE, action);
    }

    /** Runs something on the caller's thread after the n-th accepted statement from now is carried out. */
    public void after(int n, Predicate<String> sql, Runnable action) {
        order(Point.STATEMENT, sql, n, Effect.RUN_AFTER, action);
    }

    /** Refuses new connections from now on, as a database that is down; open ones go on. */
    public void refuseConnections() {
        refusing = true;
    }

    /** Takes back all orders, the delay and the refusing. */
    public void heal() {
        orders.clear();
        delay = Duration.ZERO;
        refusing = false;
    }

    /** Returns how many statements were asked for so far. */
    public int statements() {
        return statements.get();
    }

    /** Returns how many commits were asked for so far. */
    public int commits() {
        return commits.get();
    }

    /** Returns how many connections were refused so far. */
    public int refused() {
        return refused.get();
    }

    private void order(Point point, Predicate<String> sql, int n, Effect effect, @Nullable Runnable action) {
        if (n < 1) {
            throw new IllegalArgumentException("n: " + n + ", expected 1 or more");
        }
        orders.add(new Order(point, sql, new AtomicInteger(n), effect, action));
    }

    private @Nullable Order due(Point point, String sql) {
        Order due = null;
        for (Iterator<Order> each = orders.iterator(); each.hasNext(); ) {
            Order order = each.next();
            if (order.point == point && order.sql.test(sql) && order.remaining.decrementAndGet() == 0 && due == null) {
                due = order;
                orders.remove(order);
            }
        }
        return due;
    }

    @Override
    public Connection getConnection() throws SQLException {
        refuse();
        return wrapped(target.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        refuse();
        return wrapped(target.getConnection(username, password));
    }

    private void refuse() throws SQLException {
        if (refusing) {
            refused.incrementAndGet();
            throw new SQLTransientConnectionException("Connection refused (by the test)", "08001");
        }
    }

    private Connection wrapped(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.equals("commit")) {
                return atCommit("", connection, () -> call(connection, method, arguments));
            }
            Object result = call(connection, method, arguments);
            if (result instanceof Statement statement) {
                String sql = firstString(arguments, "");
                return wrapped(method.getReturnType(), statement, (Connection) proxy, connection, sql);
            }
            return result;
        });
    }

    private Object wrapped(
            Class<?> type, Statement statement, Connection shown, Connection connection, String prepared) {
        return proxy(type, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.equals("getConnection")) {
                return shown;
            }
            if (!name.startsWith("execute")) {
                return call(statement, method, arguments);
            }
            String sql = firstString(arguments, prepared);
            return atStatement(sql, connection, !name.equals("executeQuery"), () -> call(statement, method, arguments));
        });
    }

    private static String firstString(Object @Nullable [] arguments, String otherwise) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : otherwise;
    }

    private interface Work {
        @Nullable
        Object run() throws Throwable;
    }

    private @Nullable Object atStatement(String sql, Connection connection, boolean mayCommit, Work work)
            throws Throwable {
        statements.incrementAndGet();
        pause();
        Order order = due(Point.STATEMENT, sql);
        if (order != null && order.effect == Effect.FAIL) {
            throw new SQLException("The statement failed (by the test)", "57014");
        }
        if (order != null && order.effect == Effect.RUN_BEFORE && order.action != null) {
            order.action.run();
        }
        boolean commits = mayCommit && connection.getAutoCommit();
        Object result = commits ? atCommit(sql, connection, work) : work.run();
        if (order != null && order.effect == Effect.RUN_AFTER && order.action != null) {
            order.action.run();
        }
        return result;
    }

    private @Nullable Object atCommit(String sql, Connection connection, Work work) throws Throwable {
        commits.incrementAndGet();
        pause();
        Order order = due(Point.COMMIT, sql);
        if (order != null && order.effect == Effect.FAIL) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            throw new SQLException("The commit failed (by the test)", "40001");
        }
        Object result = work.run();
        if (order != null && order.effect == Effect.LOSE_RESPONSE) {
            connection.close();
            throw new SQLNonTransientConnectionException(
                    "The connection broke during the commit (by the test)", "08007");
        }
        return result;
    }

    private void pause() throws SQLException {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", "57014", error);
        }
    }

    private interface Handler {
        @Nullable
        Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable;
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, Handler handler) {
        return (T)
                Proxy.newProxyInstance(FaultyDataSource.class.getClassLoader(), new Class<?>[] {type}, handler::invoke);
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException error) {
            Throwable cause = error.getCause();
            throw cause == null ? error : cause;
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || target.isWrapperFor(type);
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
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }
}
