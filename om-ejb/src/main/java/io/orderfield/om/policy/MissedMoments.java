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
 * Says in the log of a start which planned versions were to decide while no server ran: they decide from now on, and who
 * planned them may want to know what was not decided in between.
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
    void tell() {
        missed().forEach(missed -> LOG.warning(missed::sentence));
    }

    List<Missed> missed() {
        try {
            return TableVersions.missed(entityManager.unwrap(Connection.class));
        } catch (SQLException e) {
            throw DecisionTables.unreadable(e);
        }
    }
}
