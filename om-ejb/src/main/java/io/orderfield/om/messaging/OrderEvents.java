package io.orderfield.om.messaging;

import io.orderfield.messaging.contract.OrderEvent;
import io.orderfield.om.domainorder.OutsideEvents;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells outside applications, with the current transaction: integrators on the topic {@code om.events}, and the partners of
 * the event's account on a topic of their own, where it has any.
 */
@ApplicationScoped
class OrderEvents implements OutsideEvents.Audience {
    static final String TOPIC = "om.events";

    @EJB
    private OmSide side;

    @EJB
    private PartnerTopics partners;

    @Override
    public void publish(OrderEvent event) {
        side.publish(TOPIC, event, event.domainOrder(), event.customerOrder());
        if (partners.hasTopic(event.account())) {
            side.publish(PartnerTopics.PREFIX + event.account(), event, event.domainOrder(), event.customerOrder());
        }
    }
}
