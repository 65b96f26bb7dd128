package io.orderfield.fsm.worklist;

import io.orderfield.fsm.servicelevel.SlaClock;
import io.orderfield.fsm.workorder.WorkOrder;
import io.orderfield.fsm.workorder.WorkOrderView;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A work order as one line of a list; the fields mean what they mean in {@link WorkOrderView}. */
public record WorkOrderSummary(
        String number,
        String state,
        int priority,
        String template,
        String templateName,
        String shortDescription,
        String customerOrder,
        String domainOrder,
        String accountName,
        String locationName,
        String city,
        String region,
        String timeZone,
        @Nullable LocalDate due,
        @Nullable String assignee,
        @Nullable String assigneeName,
        @Nullable Instant scheduledStart,
        boolean onHold,
        boolean acknowledgementPending,
        SlaClock sla,
        Instant createdAt,
        Instant updatedAt) {
    static WorkOrderSummary of(WorkOrder w, Instant now) {
        return new WorkOrderSummary(
                w.number(),
                w.state().name(),
                w.wanted().priority(),
                w.madeFrom().template(),
                w.madeFrom().templateName(),
                w.wanted().shortDescription(),
                w.wanted().origin().customerOrder(),
                w.wanted().origin().domainOrder(),
                w.wanted().customer().accountName(),
                w.wanted().site().locationName(),
                w.wanted().site().city(),
                w.wanted().site().region(),
                w.wanted().site().timeZone(),
                w.wanted().due(),
                w.visits().assignee(),
                w.visits().assigneeName(),
                w.visits().scheduledStart(),
                w.wanted().isOnHold(),
                w.visits().isAcknowledgementPending(),
                w.slaClock(now),
                w.activity().createdAt(),
                w.activity().updatedAt());
    }
}
