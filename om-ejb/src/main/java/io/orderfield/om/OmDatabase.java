package io.orderfield.om;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Brings what the server keeps for the data of OM to those who ask for it in their constructor. */
@Dependent
class OmDatabase {
    @Produces
    @OmData
    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;
}
