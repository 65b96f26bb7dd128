package io.orderfield.om.messaging;

import io.orderfield.messaging.delivery.Connections;
import io.orderfield.messaging.delivery.UnsentAction;
import io.orderfield.messaging.delivery.UnsentDesk;
import io.orderfield.messaging.delivery.UnsentMessage;
import io.orderfield.messaging.delivery.UnsentMessages;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.fallout.Fallouts;
import io.orderfield.om.sync.DiscardedMessage;
import io.orderfield.om.user.CurrentUser;
import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What Order Management could not send. The fallout of each such message ends with it. */
@Stateless
@LocalBean
@Local(UnsentDesk.class)
@May(Right.MANAGE_SYNC)
public class OmUnsentService implements UnsentDesk {
    private final UnsentMessages messages = new UnsentMessages(OmDelivery.SCHEMA);

    @Inject
    private Clock clock;

    @Resource(lookup = "jdbc/app")
    private DataSource dataSource;

    @Inject
    private CurrentUser user;

    @Inject
    private DiscardedMessage discarded;

    @Inject
    private Fallouts fallouts;

    /** For the container. */
    public OmUnsentService() {}

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
        UnsentAction action =
                with(connection -> messages.retry(connection, messages.lock(connection, id), user.name(), now));
        fallouts.resolve(MessageFallouts.FAILED, List.of(id), "The message waits to be sent again.", user.name());
        return action;
    }

    @Override
    public UnsentAction discard(UUID id, String reason) {
        String why = UnsentMessages.checkReason(reason);
        Instant now = clock.instant();
        // the work comes before the message in the order of locks
        UnsentMessage message = findUnsent(id);
        String effect = discarded.settle(message.type(), message.body(), message.group(), why);
        UnsentAction action = with(connection ->
                messages.discard(connection, messages.lock(connection, id), user.name(), why, effect, now));
        fallouts.resolve(MessageFallouts.FAILED, List.of(id), "The message was discarded: " + why, user.name());
        return action;
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
