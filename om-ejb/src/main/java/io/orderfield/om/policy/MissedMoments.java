package io.orderfield.om.policy;

import io.orderfield.om.policy.TableVersions.Missed;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Logger;

/**
 * Says at a start, in the log and beside the version, which planned versions were to decide while no server ran: they decide
 * from now on, and who planned them may want to know what was not decided in between.
 */
@Singleton
@Startup
@PermitAll
@DependsOn("ShippedPolicy")
public class MissedMoments {
    private static final Logger LOG = Logger.getLogger(MissedMoments.class.getName());

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @PostConstruct
    void start() {
        tell();
    }

    List<Missed> tell() {
        try {
            Connection connection = entityManager.unwrap(Connection.class);
            List<Missed> missed = TableVersions.missed(connection);
            for (Missed each : missed) {
                LOG.warning(each::sentence);
                TableVersions.late(connection, each);
            }
            return missed;
        } catch (SQLException e) {
            throw DecisionTables.unreadable(e);
        }
    }
}
