package io.orderfield.fsm.messaging;

import io.orderfield.messaging.delivery.Connections;
import io.orderfield.messaging.delivery.UnsentAction;
import io.orderfield.messaging.delivery.UnsentDesk;
import io.orderfield.messaging.delivery.UnsentMessage;
import io.orderfield.messaging.delivery.UnsentMessages;
import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What Field Service Management could not send. */
@Stateless
@LocalBean
@Local(UnsentDesk.class)
@May(Right.MANAGE_SYNC)
public class FsmUnsentService implements UnsentDesk {
    private final UnsentMessages messages = new UnsentMessages(FsmDelivery.SCHEMA);

    @Inject
    private Clock clock;

    @Resource(lookup = "jdbc/app")
    private DataSource dataSource;

    @Inject
    private Caller caller;

    @EJB
    private DiscardedReport discarded;

    /** For the container. */
    public FsmUnsentService() {}

    @Override
    public List<UnsentMessage> unsent(int first, int max) {
        return with(connection -> messages.list(connection, first, max));
    }

    @Override
    public long countUnsent() {
        return with(messages::count);
    }

    @May(value = Right.MANAGE_SYNC, hidden = true)
    @Override
    public UnsentMessage findUnsent(UUID id) {
        return with(connection -> messages.find(connection, id));
    }

    @Override
    public UnsentAction retry(UUID id) {
        Instant now = clock.instant();
        return with(connection -> messages.retry(connection, messages.lock(connection, id), caller.name(), now));
    }

    @Override
    public UnsentAction discard(UUID id, String reason) {
        String why = UnsentMessages.checkReason(reason);
        Instant now = clock.instant();
        UnsentMessage message = findUnsent(id);
        String effect = discarded.settle(message);
        return with(connection ->
                messages.discard(connection, messages.lock(connection, id), caller.name(), why, effect, now));
    }

    @Override
    public List<UnsentAction> actions(int first, int max) {
        return with(connection -> messages.actions(connection, first, max));
    }

    @Override
    public long countActions() {
        return with(messages::countActions);
    }

    private <T> T with(Connections.Work<T> work) {
        return Connections.with(dataSource, work);
    }
}
