package io.orderfield.messaging.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * How often a received message failed for a reason of its own. The broker's delivery count can't tell: it also rises while
 * the database is away. Each call is a transaction of its own, since that of the message was rolled back.
 */
public final class AttemptLog {
    private final DataSource dataSource;
    private final String table;

    /**
     * @param dataSource connections that take part in no other transaction
     * @param schema the schema of the table; a name of ours, never input
     */
    public AttemptLog(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.table = schema + ".delivery_attempt";
    }

    /** Counts a failed attempt and returns how many there are now. */
    public int count(UUID messageId, String error, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                insertIfMissing(connection, messageId, now);
                raise(connection, messageId, error, now);
                int attempts = attempts(connection, messageId);
                connection.commit();
                return attempts;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private void insertIfMissing(Connection connection, UUID messageId, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table
                + " (message_id, attempts, updated_at) values (?, 0, ?) on conflict do nothing")) {
            insert.setObject(1, messageId);
            insert.setObject(2, Outbox.utc(now));
            insert.executeUpdate();
        }
    }

    private void raise(Connection connection, UUID messageId, String error, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update " + table
                + " set attempts = attempts + 1, last_error = ?, updated_at = ? where message_id = ?")) {
            update.setString(1, Outbox.shortened(error));
            update.setObject(2, Outbox.utc(now));
            update.setObject(3, messageId);
            update.executeUpdate();
        }
    }

    private int attempts(Connection connection, UUID messageId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select attempts from " + table + " where message_id = ?")) {
            select.setObject(1, messageId);
            try (ResultSet r = select.executeQuery()) {
                return r.next() ? r.getInt(1) : 0;
            }
        }
    }

    /** Forgets messages that last failed longer ago than {@link Inbox#KEPT}; returns how many. */
    public int purge(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + table + " where updated_at < ?")) {
            delete.setObject(1, Outbox.utc(now.minus(Inbox.KEPT)));
            return delete.executeUpdate();
        }
    }
}
