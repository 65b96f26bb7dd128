package io.orderfield.fsm.messaging;

import io.orderfield.messaging.delivery.DeliveryFigures;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Clock;

/** What this node has received for Field Service Management since it started; others count, the monitor reads. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FsmFigures {
    private final DeliveryFigures figures = new DeliveryFigures(Clock.systemUTC());

    /** The one instance of this node. */
    public DeliveryFigures figures() {
        return figures;
    }
}
