package io.orderfield.om.messaging;

import io.orderfield.om.customerorder.PartnerAnswers;
import io.orderfield.om.customerorder.PartnerRequest;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers partners through the outbox. */
@ApplicationScoped
class OutboxPartnerAnswers implements PartnerAnswers {
    @EJB
    private OmSide side;

    @Override
    public void answer(PartnerRequest to, Record answer) {
        side.send(to.answers(), answer, null, to.correlation());
    }
}
