package io.orderfield.messaging.delivery;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What an administrator sees of one side, and does with the messages that it could not send. Each call is one transaction of
 * that side's database, in which it is also written down.
 */
@May(Right.MANAGE_SYNC)
public abstract class SideService {
    /** Most of one page. */
    public static final int MOST = ListQuery.LARGEST_PAGE;

    /** Longest reason of a discard. */
    public static final int LONGEST_REASON = 1_000;

    private final FiguresStore figures;
    private final UnsentMessages messages;

    @Resource(lookup = "jdbc/app")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    /** @param schema the schema of the side's tables; a name of ours, never input */
    protected SideService(String schema) {
        this.figures = new FiguresStore(schema);
        this.messages = new UnsentMessages(schema);
    }

    /** How the side sends and receives, over all of its nodes; this node's figures are at most 15 seconds old. */
    public SideFigures figures() {
        return with(connection -> figures.read(connection, clock.instant()));
    }

    /**
     * Messages that were given up, oldest first.
     *
     * @param max at most so many, 1 to 200
     */
    public List<UnsentMessage> unsent(int first, int max) {
        return with(connection -> messages.list(connection, first, max));
    }

    /** How many there are. */
    public long countUnsent() {
        return with(messages::count);
    }

    /** One of them, with its whole body. */
    @May(value = Right.MANAGE_SYNC, hidden = true)
    public UnsentMessage findUnsent(UUID id) {
        return with(connection -> messages.find(connection, id));
    }

    /** Has it sent again, with all attempts before it. */
    public UnsentAction retry(UUID id) {
        Instant now = clock.instant();
        UnsentAction action =
                with(connection -> messages.retry(connection, messages.lock(connection, id), caller.name(), now));
        resolved(id, Sentence.of("fallout.waitsToBeSent"), caller.name());
        return action;
    }

    /**
     * Throws it away, and settles what waits for it: no work order link stays pending.
     *
     * @param reason why, 1 to 1,000 characters
     */
    public UnsentAction discard(UUID id, String reason) {
        String why = UnsentMessages.checkReason(reason);
        Instant now = clock.instant();
        // the work comes before the message in the order of locks
        Sentence effect = settle(findUnsent(id), why);
        UnsentAction action = with(connection ->
                messages.discard(connection, messages.lock(connection, id), caller.name(), why, effect, now));
        resolved(id, Sentence.of("fallout.discarded").with("reason", why), caller.name());
        return action;
    }

    /** What was done with such messages, newest first. */
    public List<UnsentAction> actions(int first, int max) {
        return with(connection -> messages.actions(connection, first, max));
    }

    public long countActions() {
        return with(messages::countActions);
    }

    /** Settles what waits for a message that is thrown away, with the current transaction, and says what that was. */
    protected abstract Sentence settle(UnsentMessage message, String why);

    /** Ends the report that a message was given up, with the current transaction; nothing where the side has no fallouts. */
    protected void resolved(UUID id, Sentence how, String by) {}

    private <T> T with(Connections.Work<T> work) {
        return Connections.with(dataSource, work);
    }
}
