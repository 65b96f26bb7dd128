package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.PlaceView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a visit is and for whom.
 *
 * @param priority 1 critical to 4 low
 * @param timeZone of the location
 * @param onHold nobody may travel or start
 */
@Schema(name = "VisitPlace")
public record PlaceRecord(
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
        boolean rescheduleNeeded) {

    static PlaceRecord of(PlaceView view) {
        return new PlaceRecord(
                view.workOrderState(),
                view.priority(),
                view.templateName(),
                view.domainOrder(),
                view.accountName(),
                view.contactName(),
                view.contactPhone(),
                view.location(),
                view.locationName(),
                view.street(),
                view.postalCode(),
                view.city(),
                view.timeZone(),
                view.accessNotes(),
                view.onHold(),
                view.rescheduleNeeded());
    }
}
