package io.orderfield.om.policy;

import io.orderfield.om.policy.TableVersions.Provenance;
import io.orderfield.om.policy.TableVersions.Publication;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.files.DecisionTableCsv;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Takes over what an earlier release has published and, where there is nothing, publishes the policy that Orderfield ships
 * as version 1. At later starts, and on a second node that starts at the same time, the number is taken and nothing happens.
 */
@Singleton
@Startup
@PermitAll
@DependsOn("OmSchema")
public class ShippedPolicy {
    private static final int FIRST_VERSION = 1;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    @PostConstruct
    void publish() {
        try {
            Connection connection = entityManager.unwrap(Connection.class);
            PolicyVersionsOfBefore.takeOver(connection);
            TableVersions.publish(
                    connection,
                    new Publication(
                            TableShape.WORK_ORDER_POLICY.code(),
                            FIRST_VERSION,
                            StoredTable.of(DecisionTableCsv.shipped()),
                            Provenance.shipped(clock.instant(), "Orderfield")));
        } catch (SQLException e) {
            throw new IllegalStateException("the shipped work order policy could not be published", e);
        }
    }
}
