package io.orderfield.messaging.delivery;

import static io.orderfield.messaging.delivery.Messages.NOW;
import static io.orderfield.messaging.delivery.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

@WithDatabase(schemas = "proof")
class UnsentMessagesTest {
    private static final Outbox OUTBOX = new Outbox("proof");
    private static final UnsentMessages UNSENT = new UnsentMessages("proof");

    private final OutgoingMessage failed = message("SO1", "{\"a\":\"" + "x".repeat(5_000) + "\"}");
    private final OutgoingMessage waiting = message("SO2", "{\"a\":2}");

    @DatabaseTest
    void showsWhatWasGivenUpWithItsCause(TestDatabase database) throws SQLException {
        giveUp(database);

        List<UnsentMessage> listed = on(database, c -> UNSENT.list(c, 0, 10));

        assertThat(listed).singleElement().satisfies(m -> {
            assertThat(m.id()).isEqualTo(failed.id());
            assertThat(m.type()).isEqualTo(failed.type());
            assertThat(m.group()).isEqualTo("SO1");
            assertThat(m.error()).isEqualTo("the queue is gone");
            assertThat(m.failedAt()).isEqualTo(NOW);
            assertThat(m.body()).hasSize(UnsentMessages.LISTED_BODY);
        });
        UnsentMessage whole = on(database, c -> UNSENT.find(c, failed.id()));
        assertThat(whole.body()).isEqualTo(failed.body());
        assertThat(count(database)).isEqualTo(1);
        List<UnsentMessage> second = on(database, c -> UNSENT.list(c, 1, 10));
        assertThat(second).isEmpty();
    }

    @DatabaseTest
    void aRetryIsDueAtOnceAndWrittenDown(TestDatabase database) throws SQLException {
        giveUp(database);

        on(database, c -> UNSENT.retry(c, UNSENT.lock(c, failed.id()), "admin", NOW));

        List<StoredMessage> due = on(database, c -> OUTBOX.claimDue(c, NOW, 10));
        assertThat(due).extracting(m -> m.message().id()).containsExactly(failed.id());
        assertThat(actions(database)).singleElement().satisfies(a -> {
            assertThat(a.kind()).isEqualTo("RETRY");
            assertThat(a.messageId()).isEqualTo(failed.id());
            assertThat(a.requestedBy()).isEqualTo("admin");
            assertThat(a.error()).isEqualTo("the queue is gone");
        });
        notFound(database, failed.id());
    }

    @DatabaseTest
    void aDiscardTakesItOutForGoodAndSaysWhy(TestDatabase database) throws SQLException {
        giveUp(database);
        Sentence asked = Sentence.of("discarded.askedForTemplate").with("template", "RISER");

        on(database, c -> UNSENT.discard(c, UNSENT.lock(c, failed.id()), "admin", "nonsense", asked, NOW));

        assertThat(count(database)).isZero();
        long actions = on(database, c -> UNSENT.countActions(c));
        assertThat(actions).isEqualTo(1);
        assertThat(actions(database)).singleElement().satisfies(a -> {
            assertThat(a.kind()).isEqualTo("DISCARD");
            assertThat(a.reason()).isEqualTo("nonsense");
            assertThat(a.effect()).isEqualTo(asked);
        });
        notFound(database, failed.id());
    }

    @DatabaseTest
    void tellsWhatAnEarlierReleaseWroteAsItStandsThere(TestDatabase database) throws SQLException {
        giveUp(database);
        on(
                database,
                c -> UNSENT.discard(c, UNSENT.lock(c, failed.id()), "admin", "nonsense", Sentence.of("never"), NOW));
        on(database, c -> c.createStatement()
                .executeUpdate("update proof.unsent_action set effect = 'Nothing waits.', effect_sentence = null"));

        assertThat(actions(database))
                .extracting(UnsentAction::effect)
                .containsExactly(Sentence.verbatim("Nothing waits."));
    }

    @DatabaseTest
    void leavesWhatOnlyWaitsAlone(TestDatabase database) throws SQLException {
        giveUp(database);

        notFound(database, waiting.id());
        assertThatThrownBy(() -> UnsentMessages.checkReason(" ")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> on(database, c -> UNSENT.list(c, 0, 201))).isInstanceOf(Refusal.class);
    }

    private static long count(TestDatabase database) throws SQLException {
        return on(database, c -> UNSENT.count(c));
    }

    private static List<UnsentAction> actions(TestDatabase database) throws SQLException {
        return on(database, c -> UNSENT.actions(c, 0, 10));
    }

    private static void notFound(TestDatabase database, UUID id) {
        assertThatThrownBy(() -> on(database, c -> UNSENT.lock(c, id)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    private void giveUp(TestDatabase database) throws SQLException {
        database.clear();
        on(database, c -> {
            OUTBOX.add(c, List.of(failed, waiting));
            OUTBOX.fail(c, failed.id(), NOW, "the queue is gone");
            return true;
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static <T> T on(TestDatabase database, Work<T> work) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return work.on(connection);
        }
    }
}
