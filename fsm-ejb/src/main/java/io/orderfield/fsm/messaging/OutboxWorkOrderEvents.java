package io.orderfield.fsm.messaging;

import io.orderfield.fsm.template.TemplateEvents;
import io.orderfield.fsm.workorder.WorkOrderEvents;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderEvent;
import io.orderfield.messaging.contract.WorkOrderInventory;
import io.orderfield.messaging.contract.WorkOrderOrigin;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.contract.WorkOrderTemplatePublished;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;

/** Tells Order Management and outside applications through the outbox: what a transaction decides is sent right after its commit. */
@Dependent
public class OutboxWorkOrderEvents implements WorkOrderEvents, TemplateEvents {
    private static final String QUEUE = "om.work-order-events";
    private static final String TOPIC = "fsm.events";

    @EJB
    private FsmSide side;

    @Override
    public void changed(WorkOrderChanged message, WorkOrderOrigin origin) {
        send(message, origin);
    }

    @Override
    public void happened(WorkOrderEvent event) {
        side.publish(TOPIC, event, event.domainOrder(), event.customerOrder());
    }

    @Override
    public void refused(WorkOrderRequestRefused message, WorkOrderOrigin origin) {
        send(message, origin);
    }

    @Override
    public void inventory(WorkOrderInventory message) {
        side.send(QUEUE, message, null, null);
    }

    private void send(Record message, WorkOrderOrigin origin) {
        side.send(QUEUE, message, origin.domainOrder(), origin.customerOrder());
    }

    @Override
    public void published(String code, String name, boolean active, long revision) {
        side.send(QUEUE, new WorkOrderTemplatePublished(code, name, active, revision), null, null);
    }
}
