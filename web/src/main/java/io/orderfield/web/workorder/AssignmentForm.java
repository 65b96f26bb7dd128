package io.orderfield.web.workorder;

import io.orderfield.fsm.dispatch.Suggestion;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.fsm.workorder.WorkOrderView;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who comes when, in the location's own time. */
public class AssignmentForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final LocalTime USUAL_START = LocalTime.of(9, 0);

    private final String task;
    private final long version;
    private final ZoneId zone;
    private @Nullable String technician;
    private @Nullable LocalDateTime start;
    private @Nullable LocalDateTime end;
    private boolean override;
    private @Nullable String overrideReason;
    private List<String> conflicts = List.of();

    private AssignmentForm(String task, long version, ZoneId zone) {
        this.task = task;
        this.version = version;
        this.zone = zone;
    }

    /** The visit as it is planned, or one on the first wanted day that is not over. */
    static AssignmentForm of(WorkOrderView workOrder, WorkOrderTaskView task, Instant now) {
        ZoneId zone = ZoneId.of(workOrder.timeZone());
        AssignmentForm form = new AssignmentForm(task.number(), task.version(), zone);
        form.technician = task.technician();
        if (task.scheduledStart() != null && task.scheduledEnd() != null) {
            form.start = LocalDateTime.ofInstant(task.scheduledStart(), zone);
            form.end = LocalDateTime.ofInstant(task.scheduledEnd(), zone);
        } else {
            LocalDate tomorrow = LocalDate.ofInstant(now, zone).plusDays(1);
            LocalDate wanted = workOrder.requestedStart();
            LocalDate day = wanted != null && wanted.isAfter(tomorrow) ? wanted : tomorrow;
            if (workOrder.due() != null && workOrder.due().isBefore(day)) {
                day = LocalDate.ofInstant(now, zone);
            }
            form.start = day.atTime(USUAL_START);
            form.end = form.start.plusMinutes(task.durationMinutes());
        }
        return form;
    }

    /** The instant at the location. */
    @Nullable
    Instant startInstant() {
        return start == null ? null : start.atZone(zone).toInstant();
    }

    /** The instant at the location. */
    @Nullable
    Instant endInstant() {
        return end == null ? null : end.atZone(zone).toInstant();
    }

    /** Takes over a suggestion: the technician, and the first free slot where there is one. */
    void take(Suggestion suggestion) {
        technician = suggestion.technician();
        if (suggestion.slotStart() != null && suggestion.slotEnd() != null) {
            start = LocalDateTime.ofInstant(suggestion.slotStart(), zone);
            end = LocalDateTime.ofInstant(suggestion.slotEnd(), zone);
        }
        conflicts = List.of();
        override = false;
        overrideReason = null;
    }

    void conflictsWith(List<String> found) {
        conflicts = List.copyOf(found);
    }

    public String getTask() {
        return task;
    }

    long version() {
        return version;
    }

    /** Name of the location's time zone. */
    public String getZone() {
        return zone.getId();
    }

    /** What speaks against it, once it was tried. */
    public List<String> getConflicts() {
        return conflicts;
    }

    public @Nullable String getTechnician() {
        return technician;
    }

    public void setTechnician(@Nullable String technician) {
        this.technician = technician;
    }

    public @Nullable LocalDateTime getStart() {
        return start;
    }

    public void setStart(@Nullable LocalDateTime start) {
        this.start = start;
    }

    public @Nullable LocalDateTime getEnd() {
        return end;
    }

    public void setEnd(@Nullable LocalDateTime end) {
        this.end = end;
    }

    public boolean isOverride() {
        return override;
    }

    public void setOverride(boolean override) {
        this.override = override;
    }

    public @Nullable String getOverrideReason() {
        return overrideReason;
    }

    public void setOverrideReason(@Nullable String overrideReason) {
        this.overrideReason = overrideReason;
    }
}
