package io.orderfield.fsm.workorder;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.fsm.CodesColumn;
import io.orderfield.fsm.template.TaskDependencies;
import io.orderfield.fsm.template.TemplateChecklistItem;
import io.orderfield.fsm.template.TemplateTaskView;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.FieldChange;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit by one technician. A part of its {@link WorkOrder}: only that calls the verbs here, and it says what happened.
 */
@Entity
@Table(name = "work_order_task", schema = "fsm")
public class WorkOrderTask {
    @Id
    private UUID id;

    @Version
    private long version;

    /** Counts changes, so that one of the checklist alone makes a new version too. */
    @Column(name = "edits")
    private long edits;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "work_order_id")
    private WorkOrder workOrder;

    @Column(name = "number")
    private String number;

    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "short_description")
    private String shortDescription;

    @Column(name = "skills")
    private String skills;

    @Column(name = "duration_minutes")
    private int durationMinutes;

    /** Ordinals of the tasks of this work order that have to be closed before. */
    @Column(name = "depends_on")
    private String dependsOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private WorkOrderTaskState state;

    /** Null in the database for {@link TaskSubState#NONE}. */
    @Enumerated(EnumType.STRING)
    @Column(name = "sub_state")
    private @Nullable TaskSubState subState;

    @Column(name = "technician")
    private @Nullable String technician;

    @Column(name = "technician_name")
    private @Nullable String technicianName;

    @Column(name = "scheduled_start")
    private @Nullable Instant scheduledStart;

    @Column(name = "scheduled_end")
    private @Nullable Instant scheduledEnd;

    @Column(name = "actual_start")
    private @Nullable Instant actualStart;

    @Column(name = "actual_end")
    private @Nullable Instant actualEnd;

    @Column(name = "pending_changes")
    private @Nullable String pendingChanges;

    @Column(name = "close_code")
    private @Nullable String closeCode;

    @Column(name = "close_note")
    private @Nullable String closeNote;

    @OneToMany(mappedBy = "task", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<ChecklistItem> checklist = new ArrayList<>();

    protected WorkOrderTask() {
        // for JPA
    }

    WorkOrderTask(WorkOrder workOrder, String number, int ordinal, TemplateTaskView template) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.workOrder = workOrder;
        this.number = number;
        this.ordinal = ordinal;
        this.shortDescription = template.shortDescription();
        this.skills = CodesColumn.join(template.skills());
        this.durationMinutes = template.durationMinutes();
        this.dependsOn = TaskDependencies.write(template.dependenciesOf(ordinal));
        this.state = WorkOrderTaskState.DRAFT;
        int itemOrdinal = 0;
        for (TemplateChecklistItem item : template.checklist()) {
            checklist.add(new ChecklistItem(this, ++itemOrdinal, item));
        }
    }

    void release() {
        become(WorkOrderTaskState.PENDING_DISPATCH, "release");
    }

    /** @throws Refusal when nobody can be given the task in its state */
    public void requireAssignable() {
        if (!state.canBecome(WorkOrderTaskState.ASSIGNED)) {
            throw wrongState("assign");
        }
    }

    void assign(String user, String name, Instant start, Instant end) {
        become(WorkOrderTaskState.ASSIGNED, "assign");
        technician = user;
        technicianName = name;
        scheduledStart = start;
        scheduledEnd = end;
        pendingChanges = null;
    }

    void unassign() {
        backToDispatch("unassign");
    }

    void refuse() {
        if (state != WorkOrderTaskState.ASSIGNED) {
            throw wrongState("refuse");
        }
        backToDispatch("refuse");
    }

    private void backToDispatch(String action) {
        if (!state.isPlannedVisit()) {
            throw wrongState(action);
        }
        become(WorkOrderTaskState.PENDING_DISPATCH, action);
        technician = null;
        technicianName = null;
        scheduledStart = null;
        scheduledEnd = null;
        pendingChanges = null;
    }

    void accept() {
        become(WorkOrderTaskState.ACCEPTED, "accept");
    }

    void travel() {
        enter(TaskSubState.EN_ROUTE, WorkOrderTaskState.ACCEPTED, "travel");
    }

    void arrive() {
        enter(TaskSubState.ON_SITE, WorkOrderTaskState.ACCEPTED, "arrive");
    }

    void start(Instant now) {
        requireAcknowledged();
        become(WorkOrderTaskState.WORK_IN_PROGRESS, "start");
        actualStart = now;
    }

    void pause() {
        enter(TaskSubState.PAUSED, WorkOrderTaskState.WORK_IN_PROGRESS, "pause");
    }

    void resume() {
        enter(TaskSubState.NONE, WorkOrderTaskState.WORK_IN_PROGRESS, "resume");
    }

    void complete(CloseCode code, @Nullable String note, Instant now) {
        if (!state.canBecome(code.state())) {
            throw wrongState("complete");
        }
        requireAcknowledged();
        List<String> missing = checklist.stream()
                .filter(ChecklistItem::isMissing)
                .map(ChecklistItem::text)
                .toList();
        if (code == CloseCode.COMPLETE && !missing.isEmpty()) {
            throw Refusal.conflict("checklist-incomplete")
                    .with("number", number)
                    .with("missing", missing)
                    .showing("items", missing);
        }
        become(code.state(), "complete");
        actualEnd = now;
        closeCode = code.code();
        closeNote = note;
    }

    /** Whatever was begun keeps its actual times. */
    void cancel() {
        become(WorkOrderTaskState.CANCELED, "cancel");
        pendingChanges = null;
    }

    void tick(UUID item, boolean done) {
        if (state.isClosed()) {
            throw wrongState("tick");
        }
        checklist.stream()
                .filter(i -> i.id().equals(item))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("checklistItem", item.toString()))
                .tick(done);
        edits++;
    }

    /** The technician has to know this before starting or completing. */
    void changeInFlight(List<FieldChange> changes) {
        pendingChanges = FieldChanges.write(FieldChanges.joined(pendingChanges(), changes));
        edits++;
    }

    /** Returns what was acknowledged. */
    List<FieldChange> acknowledge() {
        List<FieldChange> acknowledged = pendingChanges();
        if (acknowledged.isEmpty()) {
            throw Refusal.conflict("wrong-state.acknowledge").with("number", number);
        }
        pendingChanges = null;
        edits++;
        return acknowledged;
    }

    private void requireAcknowledged() {
        if (isAcknowledgementPending()) {
            throw Refusal.conflict("acknowledgement-required")
                    .with("number", number)
                    .showing("changes", FieldChanges.named(pendingChanges()));
        }
    }

    private void become(WorkOrderTaskState next, String action) {
        if (!state.canBecome(next)) {
            throw wrongState(action);
        }
        state = next;
        subState = null;
        edits++;
    }

    private void enter(TaskSubState next, WorkOrderTaskState inside, String action) {
        if (state != inside || !subState().canBecome(state, next)) {
            throw wrongState(action);
        }
        subState = next == TaskSubState.NONE ? null : next;
        edits++;
    }

    private Refusal wrongState(String action) {
        String now = subState == null ? state.name() : state + " (" + subState + ")";
        return Refusal.conflict("wrong-state.task")
                .with("number", number)
                .with("now", now)
                .with("action", action);
    }

    public UUID id() {
        return id;
    }

    public WorkOrder workOrder() {
        return workOrder;
    }

    public long version() {
        return version;
    }

    public String number() {
        return number;
    }

    int ordinal() {
        return ordinal;
    }

    public String shortDescription() {
        return shortDescription;
    }

    public Set<String> skills() {
        return CodesColumn.split(skills);
    }

    public int durationMinutes() {
        return durationMinutes;
    }

    /** Ordinals of the tasks that have to be closed before this one starts. */
    Set<Integer> dependsOn() {
        return TaskDependencies.read(dependsOn);
    }

    public WorkOrderTaskState state() {
        return state;
    }

    TaskSubState subState() {
        return subState == null ? TaskSubState.NONE : subState;
    }

    /** Name of the sub-state, or null for none. */
    @Nullable
    public String subStateName() {
        return subState == null ? null : subState.name();
    }

    @Nullable
    public String technician() {
        return technician;
    }

    @Nullable
    public String technicianName() {
        return technicianName;
    }

    @Nullable
    public Instant scheduledStart() {
        return scheduledStart;
    }

    @Nullable
    public Instant scheduledEnd() {
        return scheduledEnd;
    }

    @Nullable
    Instant actualStart() {
        return actualStart;
    }

    @Nullable
    Instant actualEnd() {
        return actualEnd;
    }

    List<FieldChange> pendingChanges() {
        return FieldChanges.read(pendingChanges);
    }

    public boolean isAcknowledgementPending() {
        return pendingChanges != null;
    }

    @Nullable
    String closeCode() {
        return closeCode;
    }

    @Nullable
    String closeNote() {
        return closeNote;
    }

    List<ChecklistItem> checklist() {
        return List.copyOf(checklist);
    }

    boolean isOf(@Nullable String user) {
        return Objects.equals(technician, user);
    }
}
