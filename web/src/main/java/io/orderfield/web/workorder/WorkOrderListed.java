package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.WorkOrderSummary;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A work order as lists show it. */
@Schema(name = "WorkOrderListed")
public record WorkOrderListed(
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
        SlaRecord sla,
        Instant createdAt,
        Instant updatedAt) {

    static WorkOrderListed of(WorkOrderSummary view) {
        return new WorkOrderListed(
                view.number(),
                view.state(),
                view.priority(),
                view.template(),
                view.templateName(),
                view.shortDescription(),
                view.customerOrder(),
                view.domainOrder(),
                view.accountName(),
                view.locationName(),
                view.city(),
                view.region(),
                view.timeZone(),
                view.due(),
                view.assignee(),
                view.assigneeName(),
                view.scheduledStart(),
                view.onHold(),
                view.acknowledgementPending(),
                SlaRecord.of(view.sla()),
                view.createdAt(),
                view.updatedAt());
    }
}
