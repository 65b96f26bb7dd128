package io.orderfield.fsm.workorder;

import io.orderfield.fsm.servicelevel.SlaClock;
import io.orderfield.kernel.Actionable;
import io.orderfield.kernel.AllowedAction;
import io.orderfield.kernel.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work order as people see it.
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
 * @param allowedActions what the reader may do with it now, and why not the rest
 */
public record WorkOrderView(
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
        SlaClock sla,
        long templateRevision,
        Instant createdAt,
        Instant updatedAt,
        long version,
        List<WorkOrderTaskView> tasks,
        List<AllowedAction> allowedActions)
        implements Versioned, Actionable {
    /** Whether it is not over. */
    public boolean open() {
        return !WorkOrderState.valueOf(state).isClosed();
    }

    /** Names of the states on its way, its own among them: the usual way, or the one that ended early. */
    public List<String> way() {
        return WorkOrderState.valueOf(state).way().stream()
                .map(WorkOrderState::name)
                .toList();
    }
}
