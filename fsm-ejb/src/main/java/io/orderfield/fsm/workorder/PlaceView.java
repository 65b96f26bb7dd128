package io.orderfield.fsm.workorder;

import org.jspecify.annotations.Nullable;

/**
 * Where a visit is and for whom, as a technician needs it on the way; the fields mean what they mean in
 * {@link WorkOrderView}.
 */
public record PlaceView(
        String workOrderState,
        int priority,
        String templateName,
        String domainOrder,
        String accountName,
        @Nullable String contactName,
        @Nullable String contactPhone,
        String location,
        String locationName,
        String street,
        String postalCode,
        String city,
        String timeZone,
        @Nullable String accessNotes,
        boolean onHold,
        boolean rescheduleNeeded) {}
