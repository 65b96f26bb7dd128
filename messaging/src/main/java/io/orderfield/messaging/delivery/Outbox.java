package io.orderfield.messaging.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The outbox table of one schema. Every method works on the caller's connection and in its transaction.
 *
 * <p>READY rows wait to be sent; FAILED ones were refused {@link Dispatcher#MAXIMUM_ATTEMPTS} times and wait for a person.
 * A row that is sent is deleted. A new row is due only after {@link #GRACE}: until then it is the business of the task
 * that sends it right after the commit, and the sweep leaves it alone.
 */
public final class Outbox {
    /** How long the sweep leaves a new row to the task that sends it after the commit. */
    public static final Duration GRACE = Duration.ofSeconds(5);

    private static final int ERROR_LENGTH = 1000;

    private final String table;

    /** @param schema the schema of the table; a name of ours, never input */
    public Outbox(String schema) {
        this.table = schema + ".outbox";
    }

    /** Writes the messages; the caller's commit makes them binding. */
    public void add(Connection connection, Collection<OutgoingMessage> messages) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table
                + " (id, destination, topic, type, group_id, correlation_id, trace_parent, body, occurred_at,"
                + " next_attempt_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (OutgoingMessage m : messages) {
                insert.setObject(1, m.id());
                insert.setString(2, m.destination());
                insert.setBoolean(3, m.topic());
                insert.setString(4, m.type());
                insert.setString(5, m.group());
                insert.setString(6, m.correlation());
                insert.setString(7, m.traceparent());
                insert.setString(8, m.body());
                insert.setObject(9, utc(m.occurredAt()));
                insert.setObject(10, utc(m.occurredAt().plus(GRACE)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Locks those of the rows that nobody else has locked, and returns them in order. Leaves out a row that has to wait for
     * an earlier one of its group.
     *
     * @param now due time that counts for earlier rows of the group
     */
    public List<StoredMessage> claim(Connection connection, Collection<UUID> ids, Instant now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(claimWhere("o.id = any(?)") + " for update skip locked")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            select.setObject(2, utc(now));
            return read(select);
        }
    }

    /** Locks up to {@code max} rows that are due and that nobody else has locked, and returns them in order. */
    public List<StoredMessage> claimDue(Connection connection, Instant now, int max) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                claimWhere("o.next_attempt_at <= ?") + " fetch first " + max + " rows only for update skip locked")) {
            select.setObject(1, utc(now));
            select.setObject(2, utc(now));
            return read(select);
        }
    }

    /** A row that was refused or put off before, and is not due yet, holds back what comes later in its group. */
    private String claimWhere(String condition) {
        return "select o.id, o.destination, o.topic, o.type, o.group_id, o.correlation_id, o.trace_parent, o.body,"
                + " o.occurred_at, o.attempts from " + table + " o where o.state = 'READY' and " + condition
                + " and not exists (select 1 from " + table + " e where e.group_id = o.group_id"
                + " and e.destination = o.destination and e.id < o.id and e.state = 'READY'"
                + " and e.last_error is not null and e.next_attempt_at > ?) order by o.id";
    }

    private static List<StoredMessage> read(PreparedStatement select) throws SQLException {
        List<StoredMessage> rows = new ArrayList<>();
        try (ResultSet r = select.executeQuery()) {
            while (r.next()) {
                rows.add(new StoredMessage(
                        new OutgoingMessage(
                                r.getObject(1, UUID.class),
                                r.getString(2),
                                r.getBoolean(3),
                                r.getString(4),
                                r.getString(5),
                                r.getString(6),
                                r.getString(7),
                                r.getString(8),
                                r.getObject(9, OffsetDateTime.class).toInstant()),
                        r.getInt(10)));
            }
        }
        return rows;
    }

    /** Deletes rows that were sent. */
    public void delete(Connection connection, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + table + " where id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            delete.executeUpdate();
        }
    }

    /** Lets the rows wait until {@code next}; for a failure that is not theirs, so it counts no attempt. */
    public void postpone(Connection connection, Collection<UUID> ids, Instant next, String error) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + table + " set next_attempt_at = ?, last_error = ? where id = any(?)")) {
            update.setObject(1, utc(next));
            update.setString(2, shortened(error));
            update.setArray(3, connection.createArrayOf("uuid", ids.toArray()));
            update.executeUpdate();
        }
    }

    /** Counts an attempt of a row that was refused for what it is, and lets it wait until {@code next}. */
    public void countAttempt(Connection connection, UUID id, Instant next, String error) throws SQLException {
        update(connection, id, next, error, "READY");
    }

    /** Counts the last attempt: the row is not tried again unless a person says so. */
    public void fail(Connection connection, UUID id, Instant now, String error) throws SQLException {
        update(connection, id, now, error, "FAILED");
    }

    /**
     * Makes a FAILED row READY again, due at once and with all attempts before it.
     *
     * @return false when there is no such row, or it is not FAILED
     */
    public boolean retry(Connection connection, UUID id, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update " + table
                + " set attempts = 0, next_attempt_at = ?, last_error = null, state = 'READY'"
                + " where id = ? and state = 'FAILED'")) {
            update.setObject(1, utc(now));
            update.setObject(2, id);
            return update.executeUpdate() == 1;
        }
    }

    private void update(Connection connection, UUID id, Instant next, String error, String state) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update " + table
                + " set attempts = attempts + 1, next_attempt_at = ?, last_error = ?, state = ? where id = ?")) {
            update.setObject(1, utc(next));
            update.setString(2, shortened(error));
            update.setString(3, state);
            update.setObject(4, id);
            update.executeUpdate();
        }
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static String shortened(String error) {
        return error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH);
    }
}
