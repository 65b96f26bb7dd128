package io.orderfield.messaging.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.MessageType;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the current JTA transaction wants to send. Right before its commit all of it goes to the outbox in one
 * batch; after the commit, to the dispatcher. A rollback forgets it.
 */
public final class TransactionOutbox {
    private final Outbox outbox;
    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final Consumer<List<OutgoingMessage>> afterCommit;
    private final Clock clock;
    private final MessageCodec codec = new MessageCodec();

    /**
     * @param dataSource connections of the same database as the entities', joined to the JTA transaction
     * @param afterCommit gets the messages of each committed transaction; must not fail
     */
    public TransactionOutbox(
            Outbox outbox,
            DataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            Consumer<List<OutgoingMessage>> afterCommit,
            Clock clock) {
        this.outbox = outbox;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /**
     * Adds a message to the current transaction.
     *
     * @param destination name of the queue or topic
     * @param group number of the domain order, or null
     * @param correlation number of the customer order, or null
     * @throws IllegalArgumentException when the record is no message, or too long
     * @throws IllegalStateException when there is no transaction
     */
    public void add(
            String destination, boolean topic, Record message, @Nullable String group, @Nullable String correlation) {
        OutgoingMessage outgoing = new OutgoingMessage(
                UuidCreator.getTimeOrderedEpoch(),
                destination,
                topic,
                MessageType.of(message).wireName(),
                group,
                correlation,
                TraceContext.current(),
                codec.write(message),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        collected().messages.add(outgoing);
    }

    private Collected collected() {
        Collected collected = (Collected) transactions.getResource(this);
        if (collected == null) {
            collected = new Collected();
            transactions.registerInterposedSynchronization(collected);
            transactions.putResource(this, collected);
        }
        return collected;
    }

    private final class Collected implements Synchronization {
        private final List<OutgoingMessage> messages = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            try (Connection connection = dataSource.getConnection()) {
                outbox.add(connection, messages);
            } catch (SQLException e) {
                throw new DeliveryStoreException(e);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                afterCommit.accept(messages);
            }
        }
    }
}
