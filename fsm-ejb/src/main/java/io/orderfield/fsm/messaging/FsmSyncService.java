package io.orderfield.fsm.messaging;

import io.orderfield.messaging.delivery.Connections;
import io.orderfield.messaging.delivery.FiguresStore;
import io.orderfield.messaging.delivery.SideFigures;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;

/** How Field Service Management sends and receives, for the sync monitor. */
@Stateless
@May(Right.MANAGE_SYNC)
public class FsmSyncService {
    private final FiguresStore store = new FiguresStore(FsmDelivery.SCHEMA);

    @Resource(lookup = "jdbc/app")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** The figures of all nodes; this node's are at most 15 seconds old. */
    public SideFigures figures() {
        return Connections.with(dataSource, connection -> store.read(connection, clock.instant()));
    }
}
