package io.orderfield.fsm.messaging;

import io.orderfield.fsm.partner.FieldSystemAnswers;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import org.jspecify.annotations.Nullable;

/** Answers field systems through the outbox. */
@Dependent
public class OutboxFieldSystemAnswers implements FieldSystemAnswers {
    @EJB
    private FsmSide side;

    @Override
    public void answer(String queue, @Nullable String correlation, Record answer) {
        side.send(queue, answer, null, correlation);
    }
}
