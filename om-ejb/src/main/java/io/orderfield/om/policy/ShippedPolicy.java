package io.orderfield.om.policy;

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
 * Publishes the policy that Orderfield ships as version 1, at the first start. At later starts, and on a second node that
 * starts at the same time, the number is taken and nothing happens.
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
            PolicyVersions.publish(
                    entityManager.unwrap(Connection.class),
                    FIRST_VERSION,
                    DecisionTableCsv.shipped(),
                    "Orderfield",
                    clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("the shipped work order policy could not be published", e);
        }
    }
}
