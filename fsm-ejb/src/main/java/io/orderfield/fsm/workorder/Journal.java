package io.orderfield.fsm.workorder;

import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.FollowUpWish;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores what happened to a work order and tells Order Management and whoever watches; the last step of an operation. */
@Shared
public class Journal {
    private final WorkOrders workOrders;
    private final WorkOrderEvents events;
    private final Event<WorkOrderActivity> activity;

    @Inject
    public Journal(WorkOrders workOrders, WorkOrderEvents events, Event<WorkOrderActivity> activity) {
        this.workOrders = workOrders;
        this.events = events;
        this.activity = activity;
    }

    /** For a change that Order Management is told. */
    public void tell(WorkOrder workOrder) {
        tell(workOrder, null);
    }

    /** The same, with a wish for further work. */
    public void tell(WorkOrder workOrder, @Nullable FollowUpWish wish) {
        List<WorkOrderEntry> entries = store(workOrder);
        events.changed(
                Snapshots.message(workOrder, entries, wish),
                workOrder.wanted().origin().message());
        // one change, one event: creating it brings the notes along that came before
        entries.stream()
                .filter(WorkOrderEntry::isReported)
                .findFirst()
                .ifPresent(entry -> events.happened(Snapshots.event(workOrder, entry)));
    }

    /** For a change that stays here, such as a note that came from there. */
    public void keep(WorkOrder workOrder) {
        store(workOrder);
    }

    /** For an answer where nothing changed. */
    public void answer(WorkOrder workOrder, List<WorkOrderEntry> entries) {
        events.changed(
                Snapshots.message(workOrder, entries, null),
                workOrder.wanted().origin().message());
    }

    /**
     * For an answer that has to hold everything that Order Management may lack: the entries, and each wish in a message of its
     * own after the first.
     *
     * @param settledSequence the reused sequence that a repair named, or null
     */
    public void answer(
            WorkOrder workOrder,
            @Nullable Long settledSequence,
            List<WorkOrderEntry> entries,
            List<FollowUpWish> wishes) {
        events.changed(
                Snapshots.message(workOrder, entries, wishes.isEmpty() ? null : wishes.get(0), settledSequence),
                workOrder.wanted().origin().message());
        wishes.stream()
                .skip(1)
                .forEach(wish -> events.changed(
                        Snapshots.message(workOrder, List.of(), wish),
                        workOrder.wanted().origin().message()));
    }

    private List<WorkOrderEntry> store(WorkOrder workOrder) {
        List<WorkOrderEntry> entries = workOrder.takeFresh();
        entries.forEach(workOrders::add);
        workOrders.flush();
        activity.fire(new WorkOrderActivity(
                workOrder.number(), workOrder.wanted().origin().domainOrder()));
        return entries;
    }
}
