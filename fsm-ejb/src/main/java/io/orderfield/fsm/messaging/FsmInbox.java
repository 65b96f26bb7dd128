package io.orderfield.fsm.messaging;

import io.orderfield.messaging.delivery.Connections;
import io.orderfield.messaging.delivery.Inbox;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/** Knows which messages Field Service Management has worked off. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class FsmInbox {
    private final Inbox inbox = new Inbox(FsmDelivery.SCHEMA);

    @Resource(lookup = "jdbc/app")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    @EJB
    private FsmFigures figures;

    /**
     * Notes the message as worked off, with the current transaction; call it first.
     *
     * @return false when it was worked off before: return without doing anything
     */
    public boolean firstTime(UUID messageId) {
        boolean first =
                Connections.with(dataSource, connection -> inbox.firstTime(connection, messageId, clock.instant()));
        if (!first) {
            figures.figures().duplicate();
        }
        return first;
    }
}
