package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.DispatchTaskView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A work order task as lists show it, with what a dispatcher has to know of its work order. */
@Schema(name = "DispatchTask")
public record DispatchTaskRecord(
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
        SlaRecord sla,
        boolean onHold,
        boolean acknowledgementPending,
        long version) {

    static DispatchTaskRecord of(DispatchTaskView view) {
        return new DispatchTaskRecord(
                view.number(),
                view.workOrder(),
                view.shortDescription(),
                view.state(),
                view.subState(),
                view.technician(),
                view.technicianName(),
                view.scheduledStart(),
                view.scheduledEnd(),
                view.skills().stream().sorted().toList(),
                view.durationMinutes(),
                view.template(),
                view.templateName(),
                view.priority(),
                view.accountName(),
                view.locationName(),
                view.city(),
                view.region(),
                view.timeZone(),
                view.requestedStart(),
                view.due(),
                SlaRecord.of(view.sla()),
                view.onHold(),
                view.acknowledgementPending(),
                view.version());
    }
}
