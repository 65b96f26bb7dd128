package io.orderfield.messaging.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The inbox table of one schema: the identities of the messages that were worked off. */
public final class Inbox {
    /** How long a message id is remembered. Keys and revisions guard what comes later. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final String table;

    /** @param schema the schema of the table; a name of ours, never input */
    public Inbox(String schema) {
        this.table = schema + ".inbox";
    }

    /**
     * Notes the message in the caller's transaction; the first statement of it.
     *
     * <p>When another transaction is just working off the same message, this waits for its end: false when that commits,
     * true when it rolls back.
     *
     * @return false when the message was worked off before; the transaction stays usable, and there is nothing to do
     */
    public boolean firstTime(Connection connection, UUID messageId, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + table + " (message_id, received_at) values (?, ?) on conflict do nothing")) {
            insert.setObject(1, messageId);
            insert.setObject(2, Outbox.utc(now));
            return insert.executeUpdate() == 1;
        }
    }

    /** Forgets what came before {@code now} minus {@link #KEPT}; returns how many. */
    public int purge(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + table + " where received_at < ?")) {
            delete.setObject(1, Outbox.utc(now.minus(KEPT)));
            return delete.executeUpdate();
        }
    }
}
