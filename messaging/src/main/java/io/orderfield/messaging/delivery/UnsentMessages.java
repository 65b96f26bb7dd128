package io.orderfield.messaging.delivery;

import io.orderfield.kernel.Blank;
import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.SentenceText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The messages of one schema's outbox that were given up, and the record of what people did with them. Every method works on
 * the caller's connection and in its transaction.
 */
public final class UnsentMessages {
    /** Longest body in a list. */
    public static final int LISTED_BODY = 2_000;

    private static final String WHAT = "unsentMessage";
    private static final String FAILED = ".outbox where state = 'FAILED'";

    private final String schema;
    private final Outbox outbox;

    /** @param schema the schema of the tables; a name of ours, never input */
    public UnsentMessages(String schema) {
        this.schema = schema;
        this.outbox = new Outbox(schema);
    }

    /** Oldest first, with bodies cut. */
    public List<UnsentMessage> list(Connection connection, int first, int max) throws SQLException {
        checkPage(first, max);
        try (PreparedStatement select =
                connection.prepareStatement(select("substring(body from 1 for " + LISTED_BODY + ")")
                        + " order by id offset ? rows fetch first ? rows only")) {
            select.setInt(1, first);
            select.setInt(2, max);
            return read(select);
        }
    }

    public long count(Connection connection) throws SQLException {
        return count(connection, FAILED);
    }

    /** Locks it until the end of the transaction: of two people who act at once the second is told that it is gone. */
    public UnsentMessage lock(Connection connection, UUID id) throws SQLException {
        return find(connection, id, " for update").orElseThrow(() -> Refusal.notFound(WHAT, id.toString()));
    }

    /** With its whole body. */
    public UnsentMessage find(Connection connection, UUID id) throws SQLException {
        return find(connection, id, "").orElseThrow(() -> Refusal.notFound(WHAT, id.toString()));
    }

    /** Has a locked message sent again, and writes down who wanted it. */
    public UnsentAction retry(Connection connection, UnsentMessage message, String by, Instant now)
            throws SQLException {
        outbox.retry(connection, message.id(), now);
        return note(connection, UnsentAction.retry(message, by, now));
    }

    /**
     * Takes a locked message out, and writes down who wanted it.
     *
     * @param effect what was done so that nothing waits for it
     */
    public UnsentAction discard(
            Connection connection, UnsentMessage message, String by, String reason, Sentence effect, Instant now)
            throws SQLException {
        outbox.delete(connection, List.of(message.id()));
        return note(connection, UnsentAction.discard(message, by, reason, effect, now));
    }

    /** @throws Refusal invalid when it is blank or too long */
    public static String checkReason(String reason) {
        if (Blank.is(reason) || reason.length() > SideService.LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw Refusal.invalid("reason", Sentence.of("field.sayWhy").with("most", SideService.LONGEST_REASON));
        }
        return Blank.strip(reason);
    }

    /** Newest first. */
    public List<UnsentAction> actions(Connection connection, int first, int max) throws SQLException {
        checkPage(first, max);
        List<UnsentAction> actions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select id, message_id, message_type, destination, domain_order, error, kind, requested_by,"
                        + " requested_at, reason, effect, effect_sentence from " + schema
                        + ".unsent_action order by requested_at desc, id desc offset ? rows fetch first ? rows only")) {
            select.setInt(1, first);
            select.setInt(2, max);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    actions.add(new UnsentAction(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getObject(9, OffsetDateTime.class).toInstant(),
                            row.getString(10),
                            SentenceText.said(row.getString(12), row.getString(11))));
                }
            }
        }
        return actions;
    }

    public long countActions(Connection connection) throws SQLException {
        return count(connection, ".unsent_action");
    }

    private UnsentAction note(Connection connection, UnsentAction action) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + schema
                + ".unsent_action (id, message_id, message_type, destination, domain_order, error, kind,"
                + " requested_by, requested_at, reason, effect_sentence) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, action.id());
            insert.setObject(2, action.messageId());
            insert.setString(3, action.messageType());
            insert.setString(4, action.destination());
            insert.setString(5, action.domainOrder());
            insert.setString(6, action.error());
            insert.setString(7, action.kind());
            insert.setString(8, action.requestedBy());
            insert.setObject(9, Outbox.utc(action.requestedAt()));
            insert.setString(10, action.reason());
            insert.setString(11, SentenceText.write(action.effect()));
            insert.executeUpdate();
        }
        return action;
    }

    private long count(Connection connection, String of) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from " + schema + of);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private Optional<UnsentMessage> find(Connection connection, UUID id, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(select("body") + " and id = ?" + lock)) {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        }
    }

    private String select(String body) {
        return "select id, type, destination, group_id, correlation_id, occurred_at, next_attempt_at, last_error, "
                + body + " from " + schema + FAILED;
    }

    private static List<UnsentMessage> read(PreparedStatement select) throws SQLException {
        List<UnsentMessage> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new UnsentMessage(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getString(8),
                        row.getString(9)));
            }
        }
        return found;
    }

    private static void checkPage(int first, int max) {
        ListQuery.checkPage(first, max);
    }
}
