package org.telnyx4j.outbox;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Prints how an outbox stands: {@code java -cp … org.telnyx4j.outbox.OutboxCommand status <JDBC URL>}. Jobs by tenant and
 * state, how many are due, and for how long the oldest of them waits. User and password are in the URL or in {@code
 * TELNYX4J_DATABASE_USER} and {@code TELNYX4J_DATABASE_PASSWORD}. The driver must be on the class path. Changes nothing.
 *
 * <p>The exit code is 0, 1 if the database cannot be read, or 2 if the arguments are wrong.
 */
public final class OutboxCommand {
    private static final String USAGE = "usage: status <JDBC URL, such as jdbc:postgresql://localhost/shop>";

    private OutboxCommand() {}

    /**
     * Runs the command.
     *
     * @param arguments {@code status} and the JDBC URL
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (arguments.size() != 2 || !arguments.get(0).equals("status")) {
            err.println(USAGE);
            return 2;
        }
        DataSource source = new UrlDataSource(
                arguments.get(1),
                environment.get("TELNYX4J_DATABASE_USER"),
                environment.get("TELNYX4J_DATABASE_PASSWORD"));
        try (Outbox outbox = Outbox.builder(source).build()) {
            OutboxSchema.check(source);
            out.print(table(outbox.status()));
            return 0;
        } catch (OutboxException e) {
            // The cause may have the URL, and that a password.
            err.println(e.getMessage());
            return 1;
        }
    }

    /** One line for each tenant, with the states that any of them has, and one for all. */
    static String table(OutboxStatus status) {
        Map<String, Long> all = new LinkedHashMap<>();
        status.tenants().forEach(tenant -> tenant.byName().forEach((state, n) -> all.merge(state, n, Long::sum)));
        all.values().removeIf(number -> number == 0);
        Set<String> states = all.keySet();
        StringBuilder text = new StringBuilder();
        int width = Stream.concat(Stream.of("tenant"), status.tenants().stream().map(OutboxStatus.TenantStatus::tenant))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        if (states.isEmpty()) {
            text.append("There are no jobs.\n");
        } else {
            line(text, width, "tenant", states, state -> state);
            for (OutboxStatus.TenantStatus tenant : status.tenants()) {
                String name = tenant.tenant().isEmpty() ? "-" : tenant.tenant();
                Map<String, Long> numbers = tenant.byName();
                line(text, width, name, states, state -> numbers.getOrDefault(state, 0L));
            }
            if (status.tenants().size() > 1) {
                line(text, width, "all", states, all::get);
            }
        }
        text.append("due: ").append(status.due());
        status.oldestDueFor().ifPresent(age -> text.append(", the oldest for ").append(seconds(age)));
        return text.append('\n').toString();
    }

    private static void line(
            StringBuilder text, int width, String name, Set<String> states, Function<String, @Nullable Object> cell) {
        text.append(name).append(" ".repeat(width - name.length()));
        for (String state : states) {
            String value = String.valueOf(cell.apply(state));
            int column = Math.max(state.length(), 9);
            text.append(" ".repeat(Math.max(1, column + 1 - value.length()))).append(value);
        }
        text.append('\n');
    }

    private static String seconds(Duration age) {
        return age.toSeconds() + " s";
    }

    /** Opens a connection each time, which is enough for one question. */
    private record UrlDataSource(
            String url, @Nullable String user, @Nullable String password) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return user == null
                    ? DriverManager.getConnection(url)
                    : DriverManager.getConnection(url, user, password == null ? "" : password);
        }

        @Override
        public Connection getConnection(String asUser, String withPassword) throws SQLException {
            return DriverManager.getConnection(url, asUser, withPassword);
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
