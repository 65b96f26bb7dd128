package io.orderfield.fsm.workorder;

import io.orderfield.fsm.dispatch.Visit;
import io.orderfield.fsm.template.TemplateTaskView;
import io.orderfield.fsm.template.WorkOrderTemplateView;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.AttachmentDetails;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.KnownHistory;
import io.orderfield.messaging.contract.RequestWorkOrder;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work at a customer's location, from the request of Order Management to its end.
 *
 * <p>A request creates it from a template, with its tasks. Where the template says so, a dispatcher qualifies it first. The
 * dispatcher gives each task to a technician, who accepts, travels, works and completes; from the qualification on, its
 * state is what the tasks make of it ({@link RollUp}). Later requests replace what Order Management owns. It ends by its
 * last task, or canceled: by a request, or by a dispatcher with a reason. An end is final.
 *
 * <p>Whatever happens becomes an entry of its activity, and with it a new snapshot for Order Management. Every operation
 * has locked the row before it calls a verb.
 */
@Entity
@Table(name = "work_order", schema = "fsm")
public class WorkOrder extends PlannedWork {
    public static final String CANCELED_BY_REQUEST = "om";
    static final String CANCELED_HERE = "fsm";

    private static final String RESTORED =
            "Field Service was restored from an older backup. This is the work order as it is known here now.";

    @Version
    private long version;

    @Column(name = "number")
    private String number;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private WorkOrderState state;

    @Column(name = "template")
    private String template;

    @Column(name = "template_name")
    private String templateName;

    /** What the template was when this was made from it; later revisions of it change nothing here. */
    @Column(name = "template_revision")
    private long templateRevision;

    @Column(name = "reschedule_needed")
    private boolean rescheduleNeeded;

    @Column(name = "cancel_reason")
    private @Nullable String cancelReason;

    @Column(name = "canceled_by")
    private @Nullable String canceledBy;

    @Column(name = "close_note")
    private @Nullable String closeNote;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Embedded
    private ServiceLevel serviceLevel = new ServiceLevel();

    @OneToMany(mappedBy = "workOrder", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<WorkOrderTask> tasks = new ArrayList<>();

    protected WorkOrder() {
        // for JPA
    }

    /** @param taskNumbers gives the next task number each time it is asked */
    public WorkOrder(
            RequestWorkOrder request,
            WorkOrderTemplateView from,
            String number,
            Supplier<String> taskNumbers,
            Instant now) {
        begin(request.workOrderKey(), now);
        goOnFrom(request.known());
        this.number = number;
        this.template = from.code();
        this.templateName = from.name();
        this.templateRevision = from.revision();
        take(request);
        for (TemplateTaskView task : from.tasks()) {
            tasks.add(new WorkOrderTask(this, taskNumbers.get(), tasks.size() + 1, task));
        }
        state = WorkOrderState.AWAITING_QUALIFICATION;
        if (!from.needsQualification()) {
            release();
        }
        serviceLevel.hold(isOnHold(), now);
        serviceLevel.count(createdAt(), promised(), null);
        append(new Happening(Happening.CREATED, request.requestedBy(), null, List.of(), null), now);
    }

    /** Replaces what Order Management owns; a technician who has said yes has to acknowledge what is new. */
    public void revise(RequestWorkOrder request, Instant now) {
        List<FieldChange> differences = differences(request);
        List<FieldChange> all = new ArrayList<>(differences);
        all.addAll(new FieldChanges.Collector()
                .compare("hold", isOnHold(), request.hold())
                .changes());
        boolean moved = movesWindow(request);
        Instant promisedBefore = promised();
        take(request);
        if (!Objects.equals(promisedBefore, promised())) {
            serviceLevel.promisedAnew(now);
        }
        serviceLevel.hold(isOnHold(), now);
        if (moved) {
            rescheduleNeeded = tasks.stream().anyMatch(this::isOutsideWindow);
        }
        if (!differences.isEmpty()) {
            tasks.stream().filter(t -> t.state().isCommitted()).forEach(t -> t.changeInFlight(differences));
        }
        refresh(now);
        if (all.isEmpty()) {
            answered(now);
        } else {
            append(new Happening(Happening.UPDATED, request.requestedBy(), null, all, null), now);
        }
    }

    private boolean isOutsideWindow(WorkOrderTask task) {
        Instant start = task.scheduledStart();
        Instant end = task.scheduledEnd();
        return task.state().isPlannedVisit()
                && start != null
                && end != null
                && visit(task, start, end).isOutsideWindow();
    }

    /** A visit of the task as the conflict rules want it. */
    public Visit visit(WorkOrderTask task, Instant start, Instant end) {
        return new Visit(
                start, end, task.skills(), site().region(), requestedStart(), due(), ZoneId.of(site().timeZone()));
    }

    void qualify(String author, Instant now) {
        requireOpen();
        if (state != WorkOrderState.AWAITING_QUALIFICATION) {
            throw Refusal.conflict("wrong-state.qualify").with("number", number).with("state", state);
        }
        WorkOrderState before = state;
        release();
        refresh(now);
        append(new Happening(Happening.STATE_CHANGED, author, null, stateChange(before), null), now);
    }

    private void release() {
        tasks.forEach(WorkOrderTask::release);
        roll();
    }

    /** Whatever is open is canceled; tasks under way keep their actual times. */
    public void cancel(String reason, String author, String by, Instant now) {
        requireOpen();
        WorkOrderState before = state;
        tasks.stream().filter(t -> !t.state().isClosed()).forEach(WorkOrderTask::cancel);
        become(WorkOrderState.CANCELED);
        cancelReason = reason;
        canceledBy = by;
        refresh(now);
        append(new Happening(Happening.CANCELED, author, null, stateChange(before), reason), now);
    }

    /** Does something to a task and says what became different. */
    void change(WorkOrderTask task, String kind, String author, @Nullable String text, Instant now, Runnable verb) {
        change(task, kind, author, text, List.of(), now, verb);
    }

    /** The same, with more to tell than what became different. */
    void change(
            WorkOrderTask task,
            String kind,
            String author,
            @Nullable String text,
            List<FieldChange> more,
            Instant now,
            Runnable verb) {
        WorkOrderState before = state;
        TaskPicture old = TaskPicture.of(task);
        verb.run();
        roll();
        refresh(now);
        List<FieldChange> changes = new ArrayList<>(stateChange(before));
        changes.addAll(old.changesUntil(task));
        changes.addAll(more);
        append(new Happening(state.isClosed() ? Happening.CLOSED : kind, author, task.number(), changes, text), now);
    }

    /** The technician has read what was changed in flight. */
    void acknowledge(WorkOrderTask task, String author, Instant now) {
        List<FieldChange> acknowledged = task.acknowledge();
        refresh(now);
        append(new Happening(Happening.ACKNOWLEDGED, author, task.number(), acknowledged, null), now);
    }

    /** After a task was given to somebody: that visit is as wanted, even outside the window; others may still not be. */
    void visitPlanned(WorkOrderTask task) {
        rescheduleNeeded = rescheduleNeeded && tasks.stream().anyMatch(t -> t != task && isOutsideWindow(t));
    }

    void completed(@Nullable String note) {
        closeNote = note == null ? closeNote : note;
    }

    /** Traveling and starting wait for the order's resumption. */
    void requireNotOnHold() {
        if (isOnHold()) {
            throw Refusal.conflict("work-on-hold").with("number", number);
        }
    }

    /** What a task depends on has to be closed before it starts. */
    void requireEarlierTasksClosed(WorkOrderTask task) {
        TaskOrder.requireMayStart(task, tasks);
    }

    /** Says by name which end it came to. */
    public void requireOpen() {
        if (state == WorkOrderState.CANCELED) {
            throw Refusal.conflict("work-order-canceled").with("number", number);
        }
        if (state.isClosed()) {
            throw Refusal.conflict("work-order-closed").with("number", number);
        }
    }

    FollowUp wishFollowUp(String author, String wantedTemplate, String reason, Instant now) {
        List<FieldChange> changes = List.of(new FieldChange("template", null, wantedTemplate));
        append(new Happening(Happening.FOLLOW_UP_WANTED, author, null, changes, reason), now);
        return new FollowUp(id(), wantedTemplate, reason, author, now);
    }

    public void attached(WorkOrderTask task, AttachmentDetails what, String author, Instant now) {
        List<FieldChange> changes = List.of(new FieldChange("attachment", null, what.name()));
        append(new Happening(Happening.ATTACHMENT_ADDED, author, task.number(), changes, null, what), now);
    }

    /**
     * Takes part in a repair: Order Management gets a snapshot that is newer than what it has. Where it had more than is known
     * here, the activity says so.
     */
    public void repair(KnownHistory known, Instant now) {
        boolean restored = goOnFrom(known);
        if (restored) {
            append(new Happening(Happening.NOTE, Happening.FIELD_SERVICE, null, List.of(), RESTORED), now);
        } else if (known.snapshotRevision() == snapshotRevision()) {
            answered(now);
        }
    }

    private void roll() {
        become(RollUp.of(tasks.stream().map(WorkOrderTask::state).toList()));
    }

    private void become(WorkOrderState next) {
        if (next != state) {
            if (!state.canBecome(next)) {
                throw Refusal.conflict("wrong-state.workOrder")
                        .with("number", number)
                        .with("state", state)
                        .with("next", next);
            }
            state = next;
        }
    }

    private List<FieldChange> stateChange(WorkOrderState before) {
        return new FieldChanges.Collector().compare("state", before, state).changes();
    }

    private void refresh(Instant now) {
        plannedAs(tasks);
        rescheduleNeeded = rescheduleNeeded && tasks.stream().anyMatch(this::isOutsideWindow);
        if (!state.isClosed()) {
            serviceLevel.count(createdAt(), promised(), scheduledEnd());
        } else if (closedAt == null) {
            closedAt = now;
            serviceLevel.stop(promised(), state == WorkOrderState.CANCELED, now);
        }
    }

    /** End of the due day at the location. */
    private @Nullable Instant promised() {
        LocalDate due = due();
        return due == null ? null : ServiceLevel.endOf(due, site().timeZone());
    }

    /** How it stands to its due date at that moment. */
    public SlaClock slaClock(Instant now) {
        Instant promised = promised();
        return promised == null || state == WorkOrderState.CANCELED
                ? SlaClock.NONE
                : serviceLevel.clock(createdAt(), promised, closedAt, now);
    }

    /** @throws Refusal not found when the task is of another work order */
    public WorkOrderTask task(String taskNumber) {
        return tasks.stream()
                .filter(t -> t.number().equals(taskNumber))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("workOrderTask", taskNumber));
    }

    List<WorkOrderTask> tasks() {
        return List.copyOf(tasks);
    }

    long version() {
        return version;
    }

    public String number() {
        return number;
    }

    @Override
    public WorkOrderState state() {
        return state;
    }

    public String template() {
        return template;
    }

    public String templateName() {
        return templateName;
    }

    long templateRevision() {
        return templateRevision;
    }

    boolean isRescheduleNeeded() {
        return rescheduleNeeded;
    }

    @Nullable
    String cancelReason() {
        return cancelReason;
    }

    @Nullable
    String canceledBy() {
        return canceledBy;
    }

    @Nullable
    String closeNote() {
        return closeNote;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
