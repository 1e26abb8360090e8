package org.telnyx4j.internal.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.telnyx4j.databases.TestDatabase;

/** A table with two rows, {@code a} and {@code b}, each with a number that begins with 0. */
final class Counted {
    private Counted() {}

    /** Returns a database with the table. */
    static TestDatabase open(TestDatabase.Kind kind) throws SQLException {
        TestDatabase database = TestDatabase.of(kind);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table counted (name varchar(10) primary key, number integer not null)");
            statement.execute("insert into counted values ('a', 0), ('b', 0)");
        }
        return database;
    }

    static int add(Connection connection, String name) throws SQLException {
        return Statements.update(connection, "update counted set number = number + 1 where name = ?", name);
    }

    static int number(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement =
                        Statements.prepare(connection, "select number from counted where name = ?", name);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
