package io.orderfield.om.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.OrderEvent;
import io.orderfield.om.customerorder.CustomerOrderStateChanged;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells integrators on the topic {@code om.events} of every transition of a customer order, with its transaction. */
@ApplicationScoped
class CustomerOrderAnnouncements {
    private static final String TOPIC = "om.events";

    @EJB
    private OmOutbox outbox;

    void announce(@Observes CustomerOrderStateChanged changed) {
        OrderEvent event = new OrderEvent(
                UuidCreator.getTimeOrderedEpoch(),
                "customer-order.state-changed",
                changed.at(),
                changed.account(),
                changed.number(),
                null,
                null,
                null,
                changed.state(),
                "/api/v1/customer-orders/" + changed.number());
        outbox.publish(TOPIC, event, null, changed.number());
    }
}
