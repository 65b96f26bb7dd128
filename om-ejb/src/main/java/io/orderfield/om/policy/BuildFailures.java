package io.orderfield.om.policy;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps that a version could not be built, whatever becomes of the decision that met it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BuildFailures {
    private static final Logger LOG = Logger.getLogger(BuildFailures.class.getName());

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    /** From now on it decides nothing, on no node; the version before it goes on. */
    public void keep(String table, int version, TableNotBuiltException why) {
        try {
            TableVersions.buildFailed(entityManager.unwrap(Connection.class), table, version);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        LOG.log(Level.SEVERE, why, why::getMessage);
    }
}
