package io.orderfield.fsm.messaging;

import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.delivery.SideService;
import io.orderfield.messaging.delivery.UnsentMessage;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;

/** How Field Service Management sends and receives, and what it could not send. */
@Stateless
public class FsmSideService extends SideService {
    @EJB
    private DiscardedReport discarded;

    /** For the container. */
    public FsmSideService() {
        super(FsmSide.SCHEMA);
    }

    @Override
    protected Sentence settle(UnsentMessage message, String why) {
        return discarded.settle(message);
    }
}
