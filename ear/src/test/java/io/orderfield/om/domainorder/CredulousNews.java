package io.orderfield.om.domainorder;

import io.orderfield.messaging.contract.WorkOrderChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.concurrent.atomic.AtomicLong;

/** For a test variant of the EAR: Order Management without its check of revisions, which takes every snapshot for the newest. */
@Alternative
@Priority(1)
@ApplicationScoped
class CredulousNews extends FieldServiceNews {
    private final AtomicLong newest = new AtomicLong(1_000_000);

    @Override
    void changed(WorkOrderChanged changed) {
        super.changed(new WorkOrderChanged(
                changed.workOrderKey(),
                changed.number(),
                newest.incrementAndGet(),
                changed.answeredRequestRevision(),
                changed.snapshot(),
                changed.entries(),
                changed.followUp()));
    }
}
