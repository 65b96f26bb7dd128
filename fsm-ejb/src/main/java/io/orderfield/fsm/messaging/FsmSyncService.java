package io.orderfield.fsm.messaging;

import io.orderfield.fsm.FieldRoles;
import io.orderfield.messaging.delivery.DeliveryStoreException;
import io.orderfield.messaging.delivery.FiguresStore;
import io.orderfield.messaging.delivery.SideFigures;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** How Field Service Management sends and receives, for the sync monitor. */
@Stateless
@RolesAllowed(FieldRoles.ADMINISTRATOR)
public class FsmSyncService {
    private final FiguresStore store = new FiguresStore(FsmDelivery.SCHEMA);

    @Resource(lookup = "jdbc/app")
    private DataSource dataSource;

    /** The figures of all nodes; this node's are at most 15 seconds old. */
    public SideFigures figures() {
        try (Connection connection = dataSource.getConnection()) {
            return store.read(connection, Clock.systemUTC().instant());
        } catch (SQLException e) {
            throw new DeliveryStoreException(e);
        }
    }
}
