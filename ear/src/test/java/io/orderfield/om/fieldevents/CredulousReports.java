package io.orderfield.om.fieldevents;

import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.om.change.Cancellation;
import io.orderfield.om.change.FollowUps;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.domainorder.WorkOrderRequests;
import io.orderfield.om.fallout.Fallouts;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** For a test variant of the EAR: Order Management without its check of revisions, which takes every snapshot for the newest. */
@Alternative
@Priority(1)
@Shared
class CredulousReports extends FieldServiceReports {
    private final AtomicLong newest = new AtomicLong(1_000_000);

    @Inject
    CredulousReports(
            CustomerOrders customerOrders,
            DomainOrders orders,
            EntryNotes entries,
            FollowUps followUps,
            PointOfNoReturn pointOfNoReturn,
            Cancellation cancellation,
            Activity activity,
            OutsideEvents outside,
            Fallouts fallouts,
            WorkOrderRequests requests,
            Clock clock) {
        super(
                customerOrders,
                orders,
                entries,
                followUps,
                pointOfNoReturn,
                cancellation,
                activity,
                outside,
                fallouts,
                requests,
                clock);
    }

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
