package io.orderfield.messaging.delivery;

import static io.orderfield.messaging.delivery.Messages.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.sql.SQLException;
import java.util.UUID;

@WithDatabase(schemas = "proof")
class AttemptLogTest {
    @DatabaseTest
    void countsPerMessage(TestDatabase database) throws SQLException {
        AttemptLog log = new AttemptLog(database.dataSource(), "proof");
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();

        assertThat(log.count(one, "first", NOW)).isEqualTo(1);
        assertThat(log.count(one, "second " + "x".repeat(2000), NOW)).isEqualTo(2);
        assertThat(log.count(two, "first", NOW)).isEqualTo(1);
    }

    @DatabaseTest
    void forgetsWhatIsOlderThanThirtyDays(TestDatabase database) throws SQLException {
        database.clear();
        AttemptLog log = new AttemptLog(database.dataSource(), "proof");
        UUID id = UUID.randomUUID();
        log.count(id, "first", NOW);

        assertThat(Messages.<Integer>inTransaction(
                        database, c -> log.purge(c, NOW.plus(Inbox.KEPT).plusMillis(1))))
                .isEqualTo(1);
        assertThat(log.count(id, "again", NOW)).isEqualTo(1);
    }
}
