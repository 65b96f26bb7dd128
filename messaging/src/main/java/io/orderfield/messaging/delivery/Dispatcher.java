package io.orderfield.messaging.delivery;

import static java.util.logging.Level.FINE;
import static java.util.logging.Level.INFO;
import static java.util.logging.Level.SEVERE;
import static java.util.logging.Level.WARNING;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the outbox holds. Right after a commit {@link #dispatch} hands its messages to one of a few lanes, by their
 * group: lanes run in parallel, a lane works in order and sends together what has gathered. What goes to a topic has a lane
 * of its own that may begin later, to gather more: nobody in here waits for it. {@link #sweep}, called every second, sends
 * what is due: what a crash, a back-off or a refusal left.
 *
 * <p>Rows are locked while they are sent and deleted in the same transaction, so two nodes never send the same row at the
 * same time. A crash between sending and deleting sends again; the receiver's inbox makes that harmless.
 *
 * <p>While broker or database are away everything waits, and nothing counts as an attempt. A commit tells at once that the
 * database is back; else the wait tells. A message that is refused for what it is holds back the later ones of its group
 * until it is due again, and is FAILED after {@link #MAXIMUM_ATTEMPTS}.
 */
public final class Dispatcher {
    /** How often a message may be refused for what it is. */
    public static final int MAXIMUM_ATTEMPTS = 10;

    private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
    private static final int LANES = 4;
    private static final int BATCH = 100;

    private final Outbox outbox;
    private final DataSource dataSource;
    private final MessageSender sender;
    private final Clock clock;
    private final FailedMessages failedMessages;
    private final BackOff databaseWait;
    private final BackOff brokerWait;
    private final List<Lane> lanes = new ArrayList<>();
    private final Lane topics;
    private volatile boolean stopped;

    /**
     * @param dataSource connections that take part in no other transaction and can be committed by hand
     * @param executor runs the lanes: at most four tasks at once
     * @param gathering runs the lane of the topics: at most one task, and not before there is something to gather
     */
    public Dispatcher(
            Outbox outbox,
            DataSource dataSource,
            MessageSender sender,
            Executor executor,
            Executor gathering,
            Clock clock,
            FailedMessages failedMessages) {
        this.outbox = outbox;
        this.dataSource = dataSource;
        this.sender = sender;
        this.clock = clock;
        this.failedMessages = failedMessages;
        this.databaseWait = new BackOff(clock);
        this.brokerWait = new BackOff(clock);
        for (int i = 0; i < LANES; i++) {
            lanes.add(new Lane(executor, BATCH, this::sendCommitted));
        }
        topics = new Lane(gathering, BATCH, this::sendCommitted);
    }

    /** Sends messages whose rows are committed, soon and in another thread. Never fails: the sweep is the safety net. */
    public void dispatch(Collection<OutgoingMessage> messages) {
        if (stopped) {
            return;
        }
        databaseWait.succeeded();
        if (brokerWait.isWaiting()) {
            return;
        }
        for (OutgoingMessage message : messages) {
            lane(message).add(message.id());
        }
    }

    private Lane lane(OutgoingMessage message) {
        if (message.topic()) {
            return topics;
        }
        int hash = Objects.hash(message.group() == null ? message.id() : message.group());
        return lanes.get(Math.floorMod(hash, LANES));
    }

    /** Sends what is due. Never fails: what could not be sent is due again later. */
    public void sweep() {
        int claimed;
        do {
            if (isWaiting()) {
                return;
            }
            claimed = claimAndSend(c -> outbox.claimDue(c, clock.instant(), BATCH));
        } while (claimed == BATCH);
    }

    /** No more sending; what remains is sent after the next start. */
    public void stop() {
        stopped = true;
    }

    private void sendCommitted(List<UUID> ids) {
        if (!isWaiting()) {
            claimAndSend(c -> outbox.claim(c, ids, clock.instant()));
        }
    }

    private boolean isWaiting() {
        return stopped || databaseWait.isWaiting() || brokerWait.isWaiting();
    }

    private interface Claim {
        List<StoredMessage> on(Connection connection) throws SQLException;
    }

    /** Returns how many rows were claimed; 0 when the database is away. */
    private int claimAndSend(Claim claim) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                List<StoredMessage> rows = claim.on(connection);
                Batch batch = new Batch(sender, rows);
                batch.send();
                record(connection, batch);
                connection.commit();
                committed = true;
                databaseWait.succeeded();
                note(batch);
                return rows.size();
            } finally {
                if (!committed) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            away(databaseWait, "The database is away; messages wait in the outbox", e);
            return 0;
        } catch (RuntimeException e) {
            away(databaseWait, "Messages could not be sent; they wait in the outbox", e);
            return 0;
        }
    }

    private void record(Connection connection, Batch batch) throws SQLException {
        Instant now = clock.instant();
        if (!batch.sent().isEmpty()) {
            outbox.delete(connection, batch.sent());
        }
        for (Batch.Refused refused : batch.refused()) {
            UUID id = refused.row().message().id();
            if (refused.isLast()) {
                outbox.fail(connection, id, now, refused.error());
            } else {
                Instant next = now.plus(BackOff.after(refused.row().attempts()));
                outbox.countAttempt(connection, id, next, refused.error());
            }
        }
        if (batch.brokerTookSome() && !batch.putOff().isEmpty()) {
            // others got through: these wait on their own, so that they don't hold up the whole outbox
            outbox.postpone(connection, batch.putOff(), now.plus(BackOff.LONGEST), batch.putOffError());
        }
    }

    private void note(Batch batch) {
        for (Batch.Refused refused : batch.refused()) {
            OutgoingMessage message = refused.row().message();
            if (refused.isLast()) {
                LOG.log(SEVERE, "Message {0} is given up: {1}", new Object[] {message.id(), refused.error()});
                failedMessages.failed(message, refused.error());
            } else {
                LOG.log(WARNING, "Message {0} will be tried again: {1}", new Object[] {message.id(), refused.error()});
            }
        }
        if (batch.brokerTookSome()) {
            if (brokerWait.succeeded()) {
                LOG.log(INFO, "Messages are sent again");
            }
        } else if (!batch.putOff().isEmpty()) {
            away(brokerWait, batch.putOffError(), null);
        }
    }

    private static void away(BackOff wait, String what, @Nullable Exception cause) {
        boolean first = wait.failed();
        LOG.log(first ? WARNING : FINE, what, cause);
    }
}
