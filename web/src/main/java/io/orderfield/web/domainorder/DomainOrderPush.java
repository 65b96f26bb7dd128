package io.orderfield.web.domainorder;

import io.orderfield.om.worknote.DomainOrderActivity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.io.Serializable;

/** Wakes the pages that show a domain order; see the push of customer orders. */
@ApplicationScoped
public class DomainOrderPush {
    @Inject
    @Push(channel = "domainOrder")
    PushContext pages;

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainOrderActivity activity) {
        Serializable record = activity.domainOrder();
        pages.send(record, record);
    }
}
