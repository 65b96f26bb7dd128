package io.orderfield.fsm.workorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people see of work orders and tasks. */
public final class WorkOrderViews {
    private WorkOrderViews() {}

    static WorkOrderView view(Actor actor, WorkOrder w, Instant now) {
        return new WorkOrderView(
                w.number(),
                w.id(),
                w.state().name(),
                w.priority(),
                w.template(),
                w.templateName(),
                w.shortDescription(),
                w.description(),
                w.origin().customerOrder(),
                w.origin().lineItem(),
                w.origin().itemVersion(),
                w.origin().domainOrder(),
                w.customer().account(),
                w.customer().accountName(),
                w.customer().contactName(),
                w.customer().contactPhone(),
                w.customer().contactEmail(),
                w.site().location(),
                w.site().locationName(),
                w.site().street(),
                w.site().postalCode(),
                w.site().city(),
                w.site().region(),
                w.site().country(),
                w.site().timeZone(),
                w.site().accessNotes(),
                w.requestedStart(),
                w.due(),
                w.isOnHold(),
                w.isRescheduleNeeded(),
                w.isAcknowledgementPending(),
                w.scheduledStart(),
                w.scheduledEnd(),
                w.assignee(),
                w.assigneeName(),
                w.cancelReason(),
                w.closeNote(),
                w.slaClock(now),
                w.templateRevision(),
                w.createdAt(),
                w.updatedAt(),
                w.version(),
                w.tasks().stream().map(t -> view(actor, w, t)).toList(),
                WorkOrderActions.of(actor, w));
    }

    static WorkOrderTaskView view(Actor actor, WorkOrder w, WorkOrderTask t) {
        return view(actor, w, t, null);
    }

    private static WorkOrderTaskView view(Actor actor, WorkOrder w, WorkOrderTask t, @Nullable PlaceView place) {
        return new WorkOrderTaskView(
                t.number(),
                w.number(),
                t.shortDescription(),
                t.state().name(),
                t.subStateName(),
                t.technician(),
                t.technicianName(),
                t.scheduledStart(),
                t.scheduledEnd(),
                t.actualStart(),
                t.actualEnd(),
                t.skills().stream().sorted().toList(),
                t.durationMinutes(),
                TaskOrder.waitsFor(t, w.tasks()),
                t.checklist().stream().map(ChecklistItem::view).toList(),
                t.isAcknowledgementPending(),
                t.pendingChanges(),
                t.closeCode(),
                t.closeNote(),
                t.version(),
                place,
                WorkOrderActions.of(actor, w, t));
    }

    /** With the place where it is. */
    public static WorkOrderTaskView visit(Actor actor, WorkOrder w, WorkOrderTask t) {
        return view(
                actor,
                w,
                t,
                new PlaceView(
                        w.state().name(),
                        w.priority(),
                        w.templateName(),
                        w.origin().domainOrder(),
                        w.customer().accountName(),
                        w.customer().contactName(),
                        w.customer().contactPhone(),
                        w.site().location(),
                        w.site().locationName(),
                        w.site().street(),
                        w.site().postalCode(),
                        w.site().city(),
                        w.site().timeZone(),
                        w.site().accessNotes(),
                        w.isOnHold(),
                        w.isRescheduleNeeded()));
    }
}
