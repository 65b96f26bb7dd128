package io.orderfield.om.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Injected;
import io.orderfield.messaging.delivery.Outbox;
import io.orderfield.messaging.delivery.OutgoingMessage;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.domainorder.FalloutWords;
import io.orderfield.om.fallout.FalloutFixture;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.fallout.Fallouts;
import io.orderfield.om.number.DatabaseNumbers;
import io.orderfield.om.worknote.NoteSubjects;
import io.orderfield.om.worknote.WorkNoteView;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

@WithDatabase(schemas = "om", unit = "om")
class MessageFalloutsJpaTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Outbox OUTBOX = new Outbox("om");

    @DatabaseTest
    void raisesOneForEachFailedMessageAndNotAgain(TestDatabase database) {
        database.clear();
        OutgoingMessage failed = message("SO0009001");
        OutgoingMessage waiting = message("SO0009002");
        store(database, failed, waiting);
        fail(database, failed);

        boolean more = act(database, MessageFallouts::raiseForFailedMessages);
        assertThat(more).isFalse();
        act(database, MessageFallouts::raiseForFailedMessages);

        assertThat(fallouts(database, "SO0009001")).singleElement().satisfies(f -> {
            assertThat(f.cause()).isEqualTo("message-failed");
            assertThat(f.customerOrder()).isEqualTo("ORD0009001");
            assertThat(FalloutWords.text(f)).contains("RequestWorkOrder.v1", "the queue is gone");
        });
        assertThat(fallouts(database, "SO0009002")).isEmpty();
    }

    @DatabaseTest
    void makesAFailedMessageReadyWithAllAttemptsBeforeIt(TestDatabase database) {
        database.clear();
        OutgoingMessage failed = message("SO0009003");
        store(database, failed);
        fail(database, failed);

        boolean first = onConnection(database, c -> retry(c, failed.id()));
        boolean second = onConnection(database, c -> retry(c, failed.id()));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(onConnection(database, MessageFalloutsJpaTest::due)).containsExactly(failed.id());
        act(database, MessageFallouts::raiseForFailedMessages);
        assertThat(fallouts(database, "SO0009003")).isEmpty();
    }

    @DatabaseTest
    void raisesOneForADeadLetterOfAKnownDomainOrderOnce(TestDatabase database) {
        database.clear();
        String id = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            act(database, m -> {
                m.raiseForDeadLetter(
                        id, "WorkOrderChanged.v1", "SO0009004", "unknown-state", "no state " + "x".repeat(5_000));
                m.raiseForDeadLetter(id, "WorkOrderChanged.v1", "elsewhere", "unknown-state", "no state");
                m.raiseForDeadLetter("no id", "WorkOrderChanged.v1", "SO0009004", "no-message-id", "none");
                return null;
            });
        }

        assertThat(fallouts(database, "SO0009004")).singleElement().satisfies(f -> {
            assertThat(f.cause()).isEqualTo("message-dead");
            assertThat(f.customerOrder()).isEqualTo("ORD0009000");
            assertThat(FalloutWords.text(f)).hasSize(4_000).contains("unknown-state");
        });
        assertThat(fallouts(database, "elsewhere")).isEmpty();
    }

    private static <T> T act(TestDatabase database, Function<MessageFallouts, T> action) {
        return database.inTransaction(em -> action.apply(Injected.into(
                new MessageFallouts(),
                em,
                new Fallouts(em, DatabaseNumbers.of(em), Clock.systemUTC()),
                new OneDomainOrder("SO0009004", "ORD0009000"))));
    }

    private static List<FalloutView> fallouts(TestDatabase database, String domainOrder) {
        return database.inTransaction(em -> FalloutFixture.ofDomainOrder(em, domainOrder));
    }

    private static OutgoingMessage message(String group) {
        return new OutgoingMessage(
                UUID.randomUUID(),
                "fsm.work-order-commands",
                false,
                "RequestWorkOrder.v1",
                group,
                "ORD0009001",
                null,
                "{}",
                NOW);
    }

    private static void store(TestDatabase database, OutgoingMessage... messages) {
        onConnection(database, c -> {
            OUTBOX.add(c, List.of(messages));
            return null;
        });
    }

    private static void fail(TestDatabase database, OutgoingMessage message) {
        onConnection(database, c -> {
            OUTBOX.fail(c, message.id(), NOW, "the queue is gone");
            return null;
        });
    }

    private static boolean retry(Connection connection, UUID id) throws SQLException {
        return OUTBOX.retry(connection, id, NOW);
    }

    private static List<UUID> due(Connection connection) throws SQLException {
        return OUTBOX.claimDue(connection, NOW, 10).stream()
                .filter(m -> m.attempts() == 0)
                .map(m -> m.message().id())
                .toList();
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static <T> T onConnection(TestDatabase database, Work<T> work) {
        return database.inTransaction(em -> {
            try {
                return work.on(em.unwrap(Connection.class));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private record OneDomainOrder(String number, String customerOrder) implements NoteSubjects {
        @Override
        public Optional<NoteSubject> find(String wanted) {
            return wanted.equals(number)
                    ? Optional.of(new NoteSubject(UUID.randomUUID(), number, customerOrder, "ACCT0001001"))
                    : Optional.empty();
        }

        @Override
        public long nextPosition(UUID id) {
            throw new UnsupportedOperationException("nobody writes a note");
        }

        @Override
        public int share(NoteSubject subject, WorkNoteView note) {
            throw new UnsupportedOperationException("nobody writes a note");
        }
    }
}
