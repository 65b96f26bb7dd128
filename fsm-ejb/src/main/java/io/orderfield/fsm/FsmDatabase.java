package io.orderfield.fsm;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Brings what the server keeps for the data of FSM to those who ask for it in their constructor. */
@Dependent
class FsmDatabase {
    @Produces
    @FsmData
    @PersistenceContext(unitName = "fsm")
    private EntityManager entityManager;
}
