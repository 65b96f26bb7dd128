package io.orderfield.fsm.board;

import io.orderfield.fsm.servicelevel.SlaClock;
import io.orderfield.fsm.workorder.WorkOrder;
import io.orderfield.fsm.workorder.WorkOrderTask;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.fsm.workorder.WorkOrderView;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as one line of a list, with what a dispatcher has to know of its work order; the fields mean what they mean in
 * {@link WorkOrderTaskView} and {@link WorkOrderView}.
 */
public record DispatchTaskView(
        String number,
        String workOrder,
        String shortDescription,
        String state,
        @Nullable String subState,
        @Nullable String technician,
        @Nullable String technicianName,
        @Nullable Instant scheduledStart,
        @Nullable Instant scheduledEnd,
        List<String> skills,
        int durationMinutes,
        String template,
        String templateName,
        int priority,
        String accountName,
        String locationName,
        String city,
        String region,
        String timeZone,
        @Nullable LocalDate requestedStart,
        @Nullable LocalDate due,
        SlaClock sla,
        boolean onHold,
        boolean acknowledgementPending,
        long version)
        implements Serializable {

    static DispatchTaskView of(WorkOrderTask t, Instant now) {
        WorkOrder w = t.workOrder();
        return new DispatchTaskView(
                t.number(),
                w.number(),
                t.shortDescription(),
                t.state().name(),
                t.subStateName(),
                t.technician(),
                t.technicianName(),
                t.scheduledStart(),
                t.scheduledEnd(),
                t.skills().stream().sorted().toList(),
                t.durationMinutes(),
                w.madeFrom().template(),
                w.madeFrom().templateName(),
                w.wanted().priority(),
                w.wanted().customer().accountName(),
                w.wanted().site().locationName(),
                w.wanted().site().city(),
                w.wanted().site().region(),
                w.wanted().site().timeZone(),
                w.wanted().requestedStart(),
                w.wanted().due(),
                w.slaClock(now),
                w.wanted().isOnHold(),
                t.isAcknowledgementPending(),
                t.version());
    }
}
