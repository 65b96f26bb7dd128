package io.orderfield.fsm.messaging;

import io.orderfield.fsm.request.ReceivedMessages;
import io.orderfield.messaging.delivery.Side;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/** How Field Service Management sends and receives. */
@Singleton
@Startup
@DependsOn("FsmSchema")
@LocalBean
@Local(ReceivedMessages.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class FsmSide extends Side implements ReceivedMessages {
    static final String SCHEMA = "fsm";

    /** For the container. */
    public FsmSide() {
        super(SCHEMA);
    }
}
