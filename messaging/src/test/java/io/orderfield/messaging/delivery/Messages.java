package io.orderfield.messaging.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages for the delivery's tests. */
final class Messages {
    static final Outbox OUTBOX = new Outbox("proof");
    static final String QUEUE = "test.orders";
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private Messages() {}

    static OutgoingMessage message(@Nullable String group, String body) {
        return to(QUEUE, group, body);
    }

    static OutgoingMessage to(String destination, @Nullable String group, String body) {
        return new OutgoingMessage(
                UuidCreator.getTimeOrderedEpoch(),
                destination,
                false,
                "RequestEntries.v1",
                group,
                "ORD0001001",
                null,
                body,
                NOW);
    }

    static void store(TestDatabase database, OutgoingMessage... messages) {
        store(database, Arrays.asList(messages));
    }

    static void store(TestDatabase database, List<OutgoingMessage> messages) {
        inTransaction(database, c -> {
            OUTBOX.add(c, messages);
            return null;
        });
    }

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    static <T> T inTransaction(TestDatabase database, Work<T> work) {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** State and attempts of a row, such as {@code READY 2}, or null when it is gone. */
    static @Nullable String row(TestDatabase database, UUID id) {
        return inTransaction(database, c -> {
            try (var select = c.prepareStatement("select state, attempts from proof.outbox where id = ?")) {
                select.setObject(1, id);
                try (ResultSet r = select.executeQuery()) {
                    return r.next() ? r.getString(1) + " " + r.getInt(2) : null;
                }
            }
        });
    }

    static long rows(TestDatabase database) {
        return inTransaction(database, c -> {
            try (ResultSet r = c.createStatement().executeQuery("select count(*) from proof.outbox")) {
                r.next();
                return r.getLong(1);
            }
        });
    }
}
