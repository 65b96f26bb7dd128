package io.orderfield.om.user;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of attempts to sign in, and of the places from which users have. A counter's row is locked until its
 * transaction ends, so that of any number of attempts at once, on any node, each gets a number of its own.
 */
final class SignInCounts {
    private SignInCounts() {}

    /** What an attempt found: its number in the window, and when that ends. */
    record Count(int attempts, Instant endsAt) {}

    /** Counts an attempt; the first one, or the first after the end of a window, begins a new one. */
    static Count add(EntityManager em, String counter, @Nullable String username, Instant now, Duration window) {
        return sql(em, connection -> {
            update(
                    connection,
                    "insert into om.sign_in_count (counter, username, attempts, ends_at) values (?, ?, 0, ?)"
                            + " on conflict do nothing",
                    counter,
                    username,
                    now.plus(window));
            update(
                    connection,
                    "update om.sign_in_count set attempts = case when ends_at <= ? then 1 else attempts + 1 end,"
                            + " ends_at = case when ends_at <= ? then ? else ends_at end where counter = ?",
                    now,
                    now,
                    now.plus(window),
                    counter);
            try (PreparedStatement select = prepared(
                            connection, "select attempts, ends_at from om.sign_in_count where counter = ?", counter);
                    ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new Count(1, now.plus(window)); // an administrator has just unlocked the user
                }
                return new Count(
                        row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant());
            }
        });
    }

    /** Takes an attempt back that was no failure. */
    static void takeBack(EntityManager em, String counter) {
        sql(
                em,
                connection -> update(
                        connection,
                        "update om.sign_in_count set attempts = attempts - 1 where counter = ? and attempts > 0",
                        counter));
    }

    /** Forgets what was counted for a user. */
    static void forget(EntityManager em, String username) {
        sql(em, connection -> update(connection, "delete from om.sign_in_count where username = ?", username));
    }

    /** Users who have reached this limit in a window that has not ended. */
    static List<String> over(EntityManager em, int limit, Instant now, int max) {
        return sql(em, connection -> {
            try (PreparedStatement select = prepared(
                            connection,
                            "select distinct c.username from om.sign_in_count c join om.user_account u"
                                    + " on u.username = c.username where c.attempts >= ? and c.ends_at > ?"
                                    + " order by c.username limit ?",
                            limit,
                            now,
                            max);
                    ResultSet rows = select.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        });
    }

    /** Whether the user has signed in from there since. */
    static boolean isKnown(EntityManager em, String username, String address, Instant since) {
        return sql(em, connection -> {
            try (PreparedStatement select = prepared(
                            connection,
                            "select 1 from om.sign_in_place where username = ? and address = ? and last_at > ?",
                            username,
                            address,
                            since);
                    ResultSet row = select.executeQuery()) {
                return row.next();
            }
        });
    }

    /** Remembers that the user has signed in from there; writes only what is older than {@code stale} anew. */
    static void remember(EntityManager em, String username, String address, Instant now, Instant stale) {
        sql(em, connection -> {
            update(
                    connection,
                    "insert into om.sign_in_place (username, address, last_at) values (?, ?, ?)"
                            + " on conflict do nothing",
                    username,
                    address,
                    now);
            return update(
                    connection,
                    "update om.sign_in_place set last_at = ? where username = ? and address = ? and last_at < ?",
                    now,
                    username,
                    address,
                    stale);
        });
    }

    /** Deletes windows that have ended, and places that nobody has signed in from since. */
    static void purge(EntityManager em, Instant now, Instant since) {
        sql(em, connection -> {
            update(connection, "delete from om.sign_in_count where ends_at <= ?", now);
            return update(connection, "delete from om.sign_in_place where last_at <= ?", since);
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static <T> T sql(EntityManager em, Work<T> work) {
        try {
            return work.on(em.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new IllegalStateException("the attempts to sign in could not be counted", e);
        }
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        return statement;
    }
}
