package io.orderfield.benchmark.floor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections with a transaction each, and the tables: outbox, inbox, link and note, indexed as the product's are. */
final class FloorDatabase {
    private static final String TABLES = """
            create schema floor;
            create table floor.outbox (id uuid primary key, destination varchar(200) not null, type varchar(100) not null,
                group_id varchar(40), correlation_id varchar(40), trace_parent varchar(60), body text not null,
                occurred_at timestamp with time zone not null, state varchar(10) not null);
            create table floor.inbox (message_id uuid primary key, received_at timestamp with time zone not null);
            create table floor.link (id integer primary key, version bigint not null, state varchar(40) not null,
                snapshot_revision bigint not null, last_entry_sequence bigint not null);
            create table floor.note (id uuid primary key, link integer not null, position bigint not null,
                occurred_at timestamp with time zone not null, recorded_at timestamp with time zone not null,
                author varchar(200) not null, kind varchar(40) not null, state varchar(40), changes text, trace_id varchar(32),
                unique (link, position))
            """;

    private final String url;
    private final String user;
    private final String password;

    FloorDatabase(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    void create(int links) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES.split(";")) {
                statement.execute(table);
            }
            for (int i = 0; i < links; i++) {
                statement.execute("insert into floor.link values (" + i + ", 1, 'WORK_IN_PROGRESS', 0, 0)");
            }
            connection.commit();
        }
    }

    /** A new connection without auto-commit, at read committed. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }
}
