package org.telnyx4j.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.telnyx4j.internal.database.DatabaseProduct;
import org.telnyx4j.internal.database.Transactions;
import org.telnyx4j.internal.database.Transactions.Work;

/** The outbox's database, with its clock. Safe for use by any number of threads. */
final class Database {
    private final DataSource dataSource;
    private final Transactions transactions;
    private volatile @Nullable DatabaseProduct product;
    private volatile @Nullable DatabaseClock clock;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
        this.transactions = Transactions.repeated(dataSource);
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** Does something in a transaction of its own, again where the database has ended it for another one's sake. */
    <T> T transaction(Work<T> work) throws SQLException {
        return transactions.run(work);
    }

    /** As {@link #transaction}, for what is one statement. */
    <T> T statement(Work<T> work) throws SQLException {
        return transactions.statement(work);
    }

    /** As {@link #transaction}, for callers outside of this package. */
    <T> T call(Work<T> work) {
        try {
            return transaction(work);
        } catch (SQLException e) {
            throw OutboxSchema.ERRORS.translate(e);
        }
    }

    DatabaseProduct product(Connection connection) throws SQLException {
        DatabaseProduct known = product;
        if (known == null) {
            known = DatabaseProduct.of(connection, OutboxSchema.ERRORS);
            product = known;
        }
        return known;
    }

    /** Returns the time, by the database's clock. */
    Instant now() throws SQLException {
        DatabaseClock known = clock;
        return known == null ? transaction(connection -> clock(connection).now(connection)) : known.now();
    }

    DatabaseClock clock(Connection connection) throws SQLException {
        DatabaseClock known = clock;
        return known == null ? newClock(product(connection)) : known;
    }

    /** One for all threads: two would not know how far the other one was. */
    private synchronized DatabaseClock newClock(DatabaseProduct of) {
        DatabaseClock known = clock;
        if (known == null) {
            known = new DatabaseClock(dataSource, of);
            clock = known;
        }
        return known;
    }
}
