package io.orderfield.web.customerorder;

import io.orderfield.om.worknote.DomainOrderActivity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.io.Serializable;

/**
 * Wakes the pages that show a customer order. The message is only the record's number; it goes only to pages of that
 * record, which then read by their own, authorized request.
 */
@ApplicationScoped
public class CustomerOrderPush {
    @Inject
    @Push(channel = "customerOrder")
    PushContext pages;

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainOrderActivity activity) {
        Serializable record = activity.customerOrder();
        pages.send(record, record);
    }
}
