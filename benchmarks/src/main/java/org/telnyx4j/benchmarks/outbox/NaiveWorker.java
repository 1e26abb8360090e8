package org.telnyx4j.benchmarks.outbox;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.TelnyxException;
import org.telnyx4j.generated.model.OutgoingMessage;

/**
 * A worker as it is often written by hand: locks a row, sends, notes that it was sent, commits; and what failed is tried
 * three times. It shows that the run finds what it looks for.
 */
public final class NaiveWorker {
    private static final long REST_MILLIS = 100;
    private static final int TRIES = 3;

    private final DataSource pool;
    private final Telnyx telnyx;

    private NaiveWorker(DataSource pool, Telnyx telnyx) {
        this.pool = pool;
        this.telnyx = telnyx;
    }

    /**
     * Sends.
     *
     * @param arguments as those of {@link OutboxWorker}
     */
    public static void main(String[] arguments) throws IOException {
        WorkerOrder order = WorkerOrder.parse(List.of(arguments));
        HikariDataSource pool = new HikariDataSource(OutboxWorker.pool(order));
        NaiveWorker worker = new NaiveWorker(pool, OutboxWorker.client(order));
        for (int i = 0; i < order.threads(); i++) {
            Thread thread = new Thread(worker::run, "naive-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        System.out.println(OutboxWorker.UP);
        System.out.flush();
        while (System.in.read() >= 0) {
            // Whoever started it lives as long as this end is open.
        }
        System.exit(0);
    }

    private void run() {
        while (true) {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                if (!sendOne(connection)) {
                    Thread.sleep(REST_MILLIS);
                }
                connection.commit();
            } catch (SQLException e) {
                // Rolled back, so that it is tried again.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean sendOne(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select id, unique_key, attempts from telnyx4j_outbox where state = 'READY' order by random() "
                                + "for update skip locked limit 1");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return false;
            }
            int number = OutboxTicketing.number(String.valueOf(row.getString(2)));
            try {
                String id = telnyx.messages()
                        .send(OutgoingMessage.builder()
                                .to(OutboxTicketing.recipient(number))
                                .text(OutboxTicketing.text(number))
                                .build())
                        .id();
                update(connection, "update telnyx4j_outbox set state = 'SENT', message_id = ? where id = ?", id, row);
            } catch (TelnyxException e) {
                String state = row.getInt(3) + 1 < TRIES ? "READY" : "DISCARDED";
                update(
                        connection,
                        "update telnyx4j_outbox set state = ?, attempts = attempts + 1 where id = ?",
                        state,
                        row);
            }
            return true;
        }
    }

    private static void update(Connection connection, String sql, String value, ResultSet row) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, value);
            update.setObject(2, row.getObject(1));
            update.executeUpdate();
        }
    }
}
