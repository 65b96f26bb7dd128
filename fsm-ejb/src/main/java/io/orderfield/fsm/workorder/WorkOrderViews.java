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
                w.wanted().priority(),
                w.madeFrom().template(),
                w.madeFrom().templateName(),
                w.wanted().shortDescription(),
                w.wanted().description(),
                w.wanted().origin().customerOrder(),
                w.wanted().origin().lineItem(),
                w.wanted().origin().itemVersion(),
                w.wanted().origin().domainOrder(),
                w.wanted().customer().account(),
                w.wanted().customer().accountName(),
                w.wanted().customer().contactName(),
                w.wanted().customer().contactPhone(),
                w.wanted().customer().contactEmail(),
                w.wanted().site().location(),
                w.wanted().site().locationName(),
                w.wanted().site().street(),
                w.wanted().site().postalCode(),
                w.wanted().site().city(),
                w.wanted().site().region(),
                w.wanted().site().country(),
                w.wanted().site().timeZone(),
                w.wanted().site().accessNotes(),
                w.wanted().requestedStart(),
                w.wanted().due(),
                w.wanted().isOnHold(),
                w.isRescheduleNeeded(),
                w.visits().isAcknowledgementPending(),
                w.visits().scheduledStart(),
                w.visits().scheduledEnd(),
                w.visits().assignee(),
                w.visits().assigneeName(),
                w.ending().cancelReason(),
                w.ending().closeNote(),
                w.slaClock(now),
                w.madeFrom().templateRevision(),
                w.activity().createdAt(),
                w.activity().updatedAt(),
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
                        w.wanted().priority(),
                        w.madeFrom().templateName(),
                        w.wanted().origin().domainOrder(),
                        w.wanted().customer().accountName(),
                        w.wanted().customer().contactName(),
                        w.wanted().customer().contactPhone(),
                        w.wanted().site().location(),
                        w.wanted().site().locationName(),
                        w.wanted().site().street(),
                        w.wanted().site().postalCode(),
                        w.wanted().site().city(),
                        w.wanted().site().timeZone(),
                        w.wanted().site().accessNotes(),
                        w.wanted().isOnHold(),
                        w.isRescheduleNeeded()));
    }
}
