package io.orderfield.fsm.workorder;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.messaging.contract.FollowUpWish;
import io.orderfield.messaging.contract.InventoryItem;
import io.orderfield.messaging.contract.TaskSnapshot;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderEvent;
import io.orderfield.messaging.contract.WorkOrderSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Order Management is told of a work order. */
public final class Snapshots {
    private Snapshots() {}

    static WorkOrderChanged message(WorkOrder w, List<WorkOrderEntry> entries, @Nullable FollowUpWish followUp) {
        return message(w, entries, followUp, null);
    }

    static WorkOrderChanged message(
            WorkOrder w,
            List<WorkOrderEntry> entries,
            @Nullable FollowUpWish followUp,
            @Nullable Long settledSequence) {
        return new WorkOrderChanged(
                w.id(),
                w.number(),
                w.activity().snapshotRevision(),
                w.wanted().answeredRevision(),
                of(w),
                entries.stream()
                        .filter(WorkOrderEntry::isReported)
                        .map(WorkOrderEntry::message)
                        .toList(),
                followUp,
                settledSequence);
    }

    /** What outside applications are told of a change. */
    static WorkOrderEvent event(WorkOrder w, WorkOrderEntry entry) {
        return new WorkOrderEvent(
                UuidCreator.getTimeOrderedEpoch(),
                "work-order." + entry.kind(),
                entry.occurredAt(),
                w.activity().snapshotRevision(),
                w.wanted().customer().account(),
                w.wanted().origin().customerOrder(),
                w.wanted().origin().lineItem(),
                w.wanted().origin().domainOrder(),
                w.number(),
                entry.task(),
                w.state().name(),
                "/api/v1/work-orders/" + w.number());
    }

    /** What an inventory says of it. */
    public static InventoryItem item(WorkOrder w) {
        return new InventoryItem(
                w.id(),
                w.number(),
                w.madeFrom().template(),
                w.state().name(),
                w.activity().snapshotRevision(),
                w.wanted().answeredRevision(),
                w.activity().entrySequence(),
                w.wanted().origin().message());
    }

    static WorkOrderSnapshot of(WorkOrder w) {
        return new WorkOrderSnapshot(
                w.state().name(),
                w.madeFrom().template(),
                w.visits().scheduledStart(),
                w.visits().scheduledEnd(),
                w.visits().assignee(),
                w.visits().assigneeName(),
                w.tasks().stream()
                        .map(WorkOrderTask::actualStart)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                w.ending().closedAt(),
                w.ending().closeNote(),
                w.ending().cancelReason(),
                w.ending().canceledBy(),
                w.wanted().isOnHold(),
                w.isRescheduleNeeded(),
                w.visits().isAcknowledgementPending(),
                w.tasks().stream().map(Snapshots::of).toList());
    }

    private static TaskSnapshot of(WorkOrderTask t) {
        return new TaskSnapshot(
                t.number(),
                t.shortDescription(),
                t.state().name(),
                t.subStateName(),
                t.technician(),
                t.technicianName(),
                t.scheduledStart(),
                t.scheduledEnd(),
                t.actualStart(),
                t.actualEnd(),
                t.closeCode(),
                t.isAcknowledgementPending());
    }
}
