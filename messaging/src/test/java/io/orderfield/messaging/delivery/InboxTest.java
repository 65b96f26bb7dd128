package io.orderfield.messaging.delivery;

import static io.orderfield.messaging.delivery.Messages.NOW;
import static io.orderfield.messaging.delivery.Messages.inTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.MovableClock;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

@WithDatabase(schemas = "proof")
class InboxTest {
    private final Inbox inbox = new Inbox("proof");
    private final UUID id = UUID.randomUUID();

    @DatabaseTest
    void knowsAMessageOfTheSameTransactionAndLeavesItUsable(TestDatabase database) {
        inTransaction(database, c -> {
            assertThat(inbox.firstTime(c, id, NOW)).isTrue();
            assertThat(inbox.firstTime(c, id, NOW)).isFalse();
            assertThat(inbox.firstTime(c, UUID.randomUUID(), NOW)).isTrue();
            return null;
        });
    }

    @DatabaseTest
    void knowsAMessageOfAnEarlierTransaction(TestDatabase database) {
        assertThat(firstTime(database)).isTrue();
        assertThat(firstTime(database)).isFalse();
    }

    @DatabaseTest
    void forgetsAMessageWhoseTransactionRolledBack(TestDatabase database) throws SQLException {
        try (Connection connection = transaction(database)) {
            assertThat(inbox.firstTime(connection, id, NOW)).isTrue();
            connection.rollback();
        }
        assertThat(firstTime(database)).isTrue();
    }

    @DatabaseTest
    void aSecondDeliveryAtTheSameTimeWaitsAndIsADuplicate(TestDatabase database) throws SQLException {
        try (Connection first = transaction(database)) {
            assertThat(inbox.firstTime(first, id, NOW)).isTrue();
            CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> firstTime(database));
            staysOpen(second);
            first.commit();
            assertThat(second.join()).isFalse();
        }
    }

    @DatabaseTest
    void aSecondDeliveryAtTheSameTimeTakesOverWhenTheFirstRollsBack(TestDatabase database) throws SQLException {
        try (Connection first = transaction(database)) {
            assertThat(inbox.firstTime(first, id, NOW)).isTrue();
            CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> firstTime(database));
            staysOpen(second);
            first.rollback();
            assertThat(second.join()).isTrue();
        }
    }

    @DatabaseTest
    void forgetsWhatIsOlderThanThirtyDays(TestDatabase database) {
        database.clear();
        firstTime(database);

        assertThat(Messages.<Integer>inTransaction(database, c -> inbox.purge(c, NOW.plus(Inbox.KEPT))))
                .isZero();
        assertThat(Messages.<Integer>inTransaction(
                        database, c -> inbox.purge(c, NOW.plus(Inbox.KEPT).plusMillis(1))))
                .isEqualTo(1);
        assertThat(firstTime(database)).isTrue();
    }

    @DatabaseTest
    void purgesOnceAnHour(TestDatabase database) {
        database.clear();
        firstTime(database);
        MovableClock clock = new MovableClock();
        AttemptLog attempts = new AttemptLog(database.dataSource(), "proof");
        DeliveryRetention retention = new DeliveryRetention(inbox, attempts, database.dataSource(), clock);
        clock.advance(Duration.ofMinutes(59));
        retention.purgeIfDue();
        clock.advance(Inbox.KEPT);
        retention.purgeIfDue();

        assertThat(firstTime(database)).isTrue();
    }

    private boolean firstTime(TestDatabase database) {
        return inTransaction(database, c -> inbox.firstTime(c, id, NOW));
    }

    private static void staysOpen(CompletableFuture<Boolean> second) {
        await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(2)).until(() -> !second.isDone());
    }

    private static Connection transaction(TestDatabase database) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
