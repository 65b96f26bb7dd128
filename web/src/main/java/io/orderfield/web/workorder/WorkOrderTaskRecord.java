package io.orderfield.web.workorder;

import io.orderfield.fsm.workorder.TaskVisitView;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.web.api.Change;
import io.orderfield.web.api.Tagged;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One visit by one technician.
 *
 * @param number such as WOT0001001
 * @param workOrder number of its work order
 * @param state name of its {@code TaskState}
 * @param subState EN_ROUTE, ON_SITE or PAUSED
 * @param technician user name
 * @param skills codes of the skills that the work needs
 * @param durationMinutes planned length of the visit
 * @param waitsFor numbers of the tasks that have to be closed before this one may start
 * @param pendingChanges what the technician has to acknowledge before starting or completing
 * @param closeCode {@code complete} or {@code incomplete}
 * @param version of the record, for the caller's next change
 * @param place where it is and for whom; in lists of tasks
 */
@Schema(name = "WorkOrderTask")
public record WorkOrderTaskRecord(
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
        List<ChecklistItemRecord> checklist,
        boolean acknowledgementPending,
        List<Change> pendingChanges,
        @Nullable String closeCode,
        @Nullable String closeNote,
        long version,
        @Nullable PlaceRecord place)
        implements Tagged {

    static WorkOrderTaskRecord of(WorkOrderTaskView view) {
        return of(view, null);
    }

    static WorkOrderTaskRecord of(TaskVisitView visit) {
        return of(visit.task(), PlaceRecord.of(visit.place()));
    }

    private static WorkOrderTaskRecord of(WorkOrderTaskView view, @Nullable PlaceRecord place) {
        return new WorkOrderTaskRecord(
                view.number(),
                view.workOrder(),
                view.shortDescription(),
                view.state(),
                view.subState(),
                view.technician(),
                view.technicianName(),
                view.scheduledStart(),
                view.scheduledEnd(),
                view.actualStart(),
                view.actualEnd(),
                view.skills().stream().sorted().toList(),
                view.durationMinutes(),
                view.waitsFor(),
                view.checklist().stream().map(ChecklistItemRecord::of).toList(),
                view.acknowledgementPending(),
                Change.of(view.pendingChanges()),
                view.closeCode(),
                view.closeNote(),
                view.version(),
                place);
    }

    @Override
    public String tag() {
        return Long.toString(version);
    }
}
