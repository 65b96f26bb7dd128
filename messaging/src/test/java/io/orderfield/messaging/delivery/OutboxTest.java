package io.orderfield.messaging.delivery;

import static io.orderfield.messaging.delivery.Messages.NOW;
import static io.orderfield.messaging.delivery.Messages.OUTBOX;
import static io.orderfield.messaging.delivery.Messages.inTransaction;
import static io.orderfield.messaging.delivery.Messages.message;
import static io.orderfield.messaging.delivery.Messages.row;
import static io.orderfield.messaging.delivery.Messages.rows;
import static io.orderfield.messaging.delivery.Messages.store;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@WithDatabase(schemas = "proof")
class OutboxTest {
    private static final Instant DUE = NOW.plus(Outbox.GRACE);

    private final OutgoingMessage first = message("SO1", "{\"a\":1}");
    private final OutgoingMessage second = message("SO1", "{\"a\":2}");
    private final OutgoingMessage other = message("SO2", "{\"a\":3}");

    @DatabaseTest
    void keepsEveryPartOfAMessage(TestDatabase database) {
        database.clear();
        OutgoingMessage full = new OutgoingMessage(
                first.id(), "om.events", true, "OrderEvent.v1", "SO1", "ORD1", "00-aa-bb-01", "{\"ü\":\"€\"}", NOW);
        OutgoingMessage bare =
                new OutgoingMessage(second.id(), "q", false, "OrderEvent.v1", null, null, null, "{}", NOW);
        store(database, full, bare);

        List<OutgoingMessage> found = claimed(database, full, bare);

        assertThat(found).containsExactly(full, bare);
    }

    @DatabaseTest
    void claimsARowOnlyOnceAtATime(TestDatabase database) throws SQLException {
        database.clear();
        store(database, first, second, other);
        try (Connection one = transaction(database);
                Connection two = transaction(database)) {
            assertThat(ids(OUTBOX.claim(one, List.of(first.id(), second.id()), NOW)))
                    .containsExactly(first.id(), second.id());

            assertThat(ids(OUTBOX.claim(two, List.of(first.id(), second.id(), other.id()), NOW)))
                    .containsExactly(other.id());
            assertThat(OUTBOX.claimDue(two, DUE, 10))
                    .extracting(r -> r.message().id())
                    .containsExactly(other.id());
            one.rollback();
            two.rollback();
        }
        assertThat(claimed(database, first, second, other)).hasSize(3);
    }

    @DatabaseTest
    void leavesANewRowToItsOwnTaskAtFirst(TestDatabase database) {
        database.clear();
        store(database, first);

        assertThat(due(database, DUE.minusMillis(1))).isEmpty();
        assertThat(due(database, DUE)).containsExactly(first.id());
    }

    @DatabaseTest
    void forgetsWhatItsTransactionRolledBack(TestDatabase database) throws SQLException {
        database.clear();
        try (Connection connection = transaction(database)) {
            OUTBOX.add(connection, List.of(first));
            connection.rollback();
        }
        assertThat(rows(database)).isZero();
    }

    @DatabaseTest
    void deletesExactlyTheRowsThatWereSent(TestDatabase database) {
        database.clear();
        inTransaction(database, c -> {
            // prepared on an empty table first: the plan must not widen later
            for (int i = 0; i < 10; i++) {
                OUTBOX.delete(c, List.of(UUID.randomUUID()));
            }
            OUTBOX.add(c, List.of(first, second, other));
            OUTBOX.delete(c, List.of(first.id(), other.id()));
            return null;
        });

        assertThat(row(database, first.id())).isNull();
        assertThat(row(database, other.id())).isNull();
        assertThat(row(database, second.id())).isEqualTo("READY 0");
    }

    @DatabaseTest
    void holdsBackWhatComesAfterARefusedRowOfItsGroup(TestDatabase database) {
        database.clear();
        store(database, first, second, other);
        inTransaction(database, c -> {
            OUTBOX.countAttempt(c, first.id(), DUE.plusSeconds(60), "refused");
            return null;
        });

        assertThat(due(database, DUE)).containsExactly(other.id());
        assertThat(claimed(database, second)).isEmpty();
        assertThat(due(database, DUE.plusSeconds(60))).containsExactly(first.id(), second.id(), other.id());
    }

    @DatabaseTest
    void aFailedRowHoldsBackNothing(TestDatabase database) {
        database.clear();
        store(database, first, second);
        inTransaction(database, c -> {
            OUTBOX.fail(c, first.id(), NOW, "refused " + "x".repeat(2000));
            return null;
        });

        assertThat(row(database, first.id())).isEqualTo("FAILED 1");
        assertThat(due(database, DUE)).containsExactly(second.id());
        assertThat(claimed(database, first)).isEmpty();
    }

    @DatabaseTest
    void triesAFailedRowAgainAtOnceWithAllAttemptsBeforeIt(TestDatabase database) {
        database.clear();
        store(database, first);
        inTransaction(database, c -> {
            assertThat(OUTBOX.retry(c, first.id(), NOW)).as("nobody gave it up").isFalse();
            OUTBOX.fail(c, first.id(), DUE.plusSeconds(60), "refused");
            assertThat(OUTBOX.retry(c, UUID.randomUUID(), NOW)).isFalse();
            assertThat(OUTBOX.retry(c, first.id(), NOW)).isTrue();
            return null;
        });

        assertThat(row(database, first.id())).isEqualTo("READY 0");
        assertThat(due(database, NOW)).containsExactly(first.id());
    }

    @DatabaseTest
    void puttingOffCountsNoAttempt(TestDatabase database) {
        database.clear();
        store(database, first);
        inTransaction(database, c -> {
            OUTBOX.postpone(c, List.of(first.id()), DUE.plusSeconds(30), "away");
            return null;
        });

        assertThat(row(database, first.id())).isEqualTo("READY 0");
        assertThat(due(database, DUE)).isEmpty();
        assertThat(due(database, DUE.plusSeconds(30))).containsExactly(first.id());
    }

    @DatabaseTest
    void takesABodyOfTheGreatestLength(TestDatabase database) {
        database.clear();
        OutgoingMessage longest = message("SO1", "x".repeat(MessageCodec.MAXIMUM_LENGTH));
        store(database, longest);

        assertThat(claimed(database, longest)).containsExactly(longest);
    }

    @Test
    void shortensAnErrorToItsColumn() {
        assertThat(Outbox.shortened("x".repeat(1001))).hasSize(1000);
    }

    private static Connection transaction(TestDatabase database) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static List<OutgoingMessage> claimed(TestDatabase database, OutgoingMessage... messages) {
        List<UUID> ids = Arrays.stream(messages).map(OutgoingMessage::id).toList();
        return inTransaction(database, c -> OUTBOX.claim(c, ids, NOW)).stream()
                .map(StoredMessage::message)
                .toList();
    }

    private static List<UUID> due(TestDatabase database, Instant now) {
        return ids(inTransaction(database, c -> OUTBOX.claimDue(c, now, 10)));
    }

    private static List<UUID> ids(List<StoredMessage> rows) {
        return rows.stream().map(r -> r.message().id()).toList();
    }
}
