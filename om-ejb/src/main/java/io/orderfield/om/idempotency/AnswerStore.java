package io.orderfield.om.idempotency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of idempotency keys, on the connection of the decision's transaction. */
final class AnswerStore {
    private static final String KEY = " where username = ? and path = ? and idempotency_key = ?";

    private AnswerStore() {}

    /** What is known of a key. The answer is null while its request runs. */
    record Entry(String bodyHash, @Nullable StoredAnswer answer) {}

    /** Makes the key free when it is older than {@code before}. */
    static void forget(Connection connection, KeysInUse.Key key, Instant before) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from om.idempotency_key" + KEY + " and created_at < ?")) {
            bind(delete, 1, key);
            delete.setObject(4, before.atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }

    /** Deletes some of the keys that are older than {@code before}, whoever they belong to. */
    static int purge(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from om.idempotency_key where created_at < ?")) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        }
    }

    /** @return false when the key exists; waits for a transaction of another node that is just creating it */
    static boolean insert(Connection connection, KeysInUse.Key key, String bodyHash, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into om.idempotency_key"
                + " (username, path, idempotency_key, body_hash, created_at) values (?, ?, ?, ?, ?)"
                + " on conflict do nothing")) {
            bind(insert, 1, key);
            insert.setString(4, bodyHash);
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    static Optional<Entry> find(Connection connection, KeysInUse.Key key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select body_hash, status, location, etag, body from om.idempotency_key" + KEY)) {
            bind(select, 1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                int status = row.getInt(2);
                StoredAnswer answer = row.wasNull()
                        ? null
                        : new StoredAnswer(status, row.getString(3), row.getString(4), row.getString(5));
                return Optional.of(new Entry(row.getString(1), answer));
            }
        }
    }

    static boolean complete(Connection connection, KeysInUse.Key key, StoredAnswer answer) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update om.idempotency_key set status = ?, location = ?, etag = ?, body = ?" + KEY)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.location());
            update.setString(3, answer.etag());
            update.setString(4, answer.body());
            bind(update, 5, key);
            return update.executeUpdate() == 1;
        }
    }

    private static void bind(PreparedStatement statement, int first, KeysInUse.Key key) throws SQLException {
        statement.setString(first, key.user());
        statement.setString(first + 1, key.path());
        statement.setString(first + 2, key.key());
    }
}
