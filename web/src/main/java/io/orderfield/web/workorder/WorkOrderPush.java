package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.WorkOrderActivity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.io.Serializable;

/** Wakes the pages that show a work order or lists of them; see the push of customer orders. */
@ApplicationScoped
public class WorkOrderPush {
    @Inject
    @Push(channel = "workOrder")
    PushContext pages;

    @Inject
    @Push(channel = "work")
    PushContext lists;

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkOrderActivity activity) {
        Serializable record = activity.workOrder();
        pages.send(record, record);
        lists.send("changed");
    }
}
