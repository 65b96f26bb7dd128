package io.orderfield.om.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.OrderEvent;
import io.orderfield.om.customerorder.CustomerOrderStateChanged;
import io.orderfield.om.domainorder.OutsideEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells outside applications of every transition of a customer order, with its transaction. */
@ApplicationScoped
class CustomerOrderAnnouncements {
    @Inject
    private OutsideEvents.Audience audience;

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
        audience.publish(event);
    }
}
