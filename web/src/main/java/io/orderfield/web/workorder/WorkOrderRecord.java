package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.WorkOrderView;
import io.orderfield.web.api.Tagged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A work order with its tasks.
 *
 * @param number such as WO0001001
 * @param key identity that Order Management gave it
 * @param state name of its {@code WorkOrderState}
 * @param priority 1 critical to 4 low
 * @param requestedStart first day wanted, local to the location
 * @param due last day wanted, local to the location
 * @param scheduledStart planned start of the first visit
 * @param scheduledEnd planned end of the last visit
 * @param assignee user name of the technician of the leading task
 * @param sla how it stands to its due date
 * @param templateRevision what the template was when this was made from it
 * @param version of the record, for the caller's next change
 * @param tasks in the order in which they are done
 */
@Schema(name = "WorkOrder")
public record WorkOrderRecord(
        String number,
        UUID key,
        String state,
        int priority,
        String template,
        String templateName,
        String shortDescription,
        String description,
        String customerOrder,
        String lineItem,
        int itemVersion,
        String domainOrder,
        String account,
        String accountName,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        String location,
        String locationName,
        String street,
        String postalCode,
        String city,
        String region,
        String country,
        String timeZone,
        @Nullable String accessNotes,
        @Nullable LocalDate requestedStart,
        @Nullable LocalDate due,
        boolean onHold,
        boolean rescheduleNeeded,
        boolean acknowledgementPending,
        @Nullable Instant scheduledStart,
        @Nullable Instant scheduledEnd,
        @Nullable String assignee,
        @Nullable String assigneeName,
        @Nullable String cancelReason,
        @Nullable String closeNote,
        SlaRecord sla,
        long templateRevision,
        Instant createdAt,
        Instant updatedAt,
        long version,
        List<WorkOrderTaskRecord> tasks)
        implements Tagged {

    static WorkOrderRecord of(WorkOrderView view) {
        return new WorkOrderRecord(
                view.number(),
                view.key(),
                view.state(),
                view.priority(),
                view.template(),
                view.templateName(),
                view.shortDescription(),
                view.description(),
                view.customerOrder(),
                view.lineItem(),
                view.itemVersion(),
                view.domainOrder(),
                view.account(),
                view.accountName(),
                view.contactName(),
                view.contactPhone(),
                view.contactEmail(),
                view.location(),
                view.locationName(),
                view.street(),
                view.postalCode(),
                view.city(),
                view.region(),
                view.country(),
                view.timeZone(),
                view.accessNotes(),
                view.requestedStart(),
                view.due(),
                view.onHold(),
                view.rescheduleNeeded(),
                view.acknowledgementPending(),
                view.scheduledStart(),
                view.scheduledEnd(),
                view.assignee(),
                view.assigneeName(),
                view.cancelReason(),
                view.closeNote(),
                SlaRecord.of(view.sla()),
                view.templateRevision(),
                view.createdAt(),
                view.updatedAt(),
                view.version(),
                view.tasks().stream().map(WorkOrderTaskRecord::of).toList());
    }

    @Override
    public String tag() {
        return Long.toString(version);
    }
}
