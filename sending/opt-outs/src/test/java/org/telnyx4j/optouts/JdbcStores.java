package org.telnyx4j.optouts;

import java.util.List;
import org.telnyx4j.databases.TestDatabase;

/** Stores in new databases. */
final class JdbcStores {
    private JdbcStores() {}

    /** Returns a store, and adds its database to those that are to be closed. */
    static JdbcOptOutStore in(List<TestDatabase> opened, TestDatabase database) {
        opened.add(database);
        OptOutSchema.apply(database.dataSource());
        return new JdbcOptOutStore(database.pool(4));
    }
}
