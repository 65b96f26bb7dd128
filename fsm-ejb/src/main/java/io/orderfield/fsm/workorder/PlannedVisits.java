package io.orderfield.fsm.workorder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of a work order's tasks, kept with it so that a list reads one table. Never changed: whenever a task was,
 * it is made anew.
 */
@Embeddable
public class PlannedVisits {
    @Column(name = "acknowledgement_pending")
    private boolean acknowledgementPending;

    @Column(name = "scheduled_start")
    private @Nullable Instant scheduledStart;

    @Column(name = "scheduled_end")
    private @Nullable Instant scheduledEnd;

    @Column(name = "assignee")
    private @Nullable String assignee;

    @Column(name = "assignee_name")
    private @Nullable String assigneeName;

    protected PlannedVisits() {
        // for JPA
    }

    /** Of the open tasks, or of all of them once the work is over. */
    PlannedVisits(List<WorkOrderTask> tasks, boolean over) {
        List<WorkOrderTask> shown =
                tasks.stream().filter(t -> over || !t.state().isClosed()).toList();
        acknowledgementPending = tasks.stream().anyMatch(WorkOrderTask::isAcknowledgementPending);
        scheduledStart = shown.stream()
                .map(WorkOrderTask::scheduledStart)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        scheduledEnd = shown.stream()
                .map(WorkOrderTask::scheduledEnd)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Optional<WorkOrderTask> leading = shown.stream()
                .filter(t -> t.technician() != null)
                .max(Comparator.comparing(WorkOrderTask::state).thenComparing(t -> -t.ordinal()));
        assignee = leading.map(WorkOrderTask::technician).orElse(null);
        assigneeName = leading.map(WorkOrderTask::technicianName).orElse(null);
    }

    public boolean isAcknowledgementPending() {
        return acknowledgementPending;
    }

    @Nullable
    public Instant scheduledStart() {
        return scheduledStart;
    }

    @Nullable
    Instant scheduledEnd() {
        return scheduledEnd;
    }

    @Nullable
    public String assignee() {
        return assignee;
    }

    @Nullable
    public String assigneeName() {
        return assigneeName;
    }
}
