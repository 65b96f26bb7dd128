package io.orderfield.fsm.workorder;

import io.orderfield.kernel.Actionable;
import io.orderfield.kernel.AllowedAction;
import io.orderfield.kernel.Versioned;
import io.orderfield.messaging.contract.FieldChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A work order task: one visit by one technician.
 *
 * @param number such as WOT0001001
 * @param workOrder number of its work order
 * @param state name of its {@code WorkOrderTaskState}
 * @param subState EN_ROUTE, ON_SITE or PAUSED
 * @param technician user name
 * @param skills codes of the skills that the work needs
 * @param durationMinutes planned length of the visit
 * @param waitsFor numbers of the tasks that have to be closed before this one may start
 * @param pendingChanges what the technician has to acknowledge before starting or completing
 * @param closeCode {@code complete} or {@code incomplete}
 * @param version of the record, for the caller's next change
 * @param place where the visit is; in lists of visits, null elsewhere
 * @param allowedActions what the reader may do with it now, and why not the rest
 */
public record WorkOrderTaskView(
        String number,
        String workOrder,
        String shortDescription,
        String state,
        @Nullable String subState,
        @Nullable String technician,
        @Nullable String technicianName,
        @Nullable Instant scheduledStart,
        @Nullable Instant scheduledEnd,
        @Nullable Instant actualStart,
        @Nullable Instant actualEnd,
        List<String> skills,
        int durationMinutes,
        List<String> waitsFor,
        List<ChecklistItemView> checklist,
        boolean acknowledgementPending,
        List<FieldChange> pendingChanges,
        @Nullable String closeCode,
        @Nullable String closeNote,
        long version,
        @Nullable PlaceView place,
        List<AllowedAction> allowedActions)
        implements Versioned, Actionable {}
