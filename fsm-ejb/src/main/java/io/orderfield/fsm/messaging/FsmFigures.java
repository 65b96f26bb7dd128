package io.orderfield.fsm.messaging;

import io.orderfield.messaging.delivery.DeliveryFigures;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** What this node has received for Field Service Management since it started; others count, the monitor reads. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FsmFigures {
    @Inject
    private Clock clock;

    private DeliveryFigures figures;

    @PostConstruct
    void begin() {
        figures = new DeliveryFigures(clock);
    }

    /** The one instance of this node. */
    public DeliveryFigures figures() {
        return figures;
    }
}
