package io.orderfield.om.messaging;

import io.orderfield.om.ordering.PartnerAnswers;
import io.orderfield.om.ordering.PartnerRequest;
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
