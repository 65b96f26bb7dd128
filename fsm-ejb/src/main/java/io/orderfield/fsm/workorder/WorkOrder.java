package io.orderfield.fsm.workorder;

import io.orderfield.fsm.servicelevel.ServiceLevel;
import io.orderfield.fsm.servicelevel.SlaClock;
import io.orderfield.fsm.template.TemplateTaskView;
import io.orderfield.fsm.template.WorkOrderTemplateView;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.AttachmentDetails;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.KnownHistory;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ShareWorkNote;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
public class WorkOrder {
    public static final String CANCELED_BY_REQUEST = "om";
    static final String CANCELED_HERE = "fsm";

    private static final String RESTORED =
            "Field Service was restored from an older backup. This is the work order as it is known here now.";

    /** The key that Order Management gave it. */
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "number")
    private String number;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private WorkOrderState state;

    @Embedded
    private MadeFrom madeFrom;

    @Embedded
    private RequestedWork wanted;

    @Embedded
    private PlannedVisits visits;

    @Embedded
    private ActivityRecord activity;

    @Column(name = "reschedule_needed")
    private boolean rescheduleNeeded;

    /** Null in the database when nothing of it stands. */
    @Embedded
    private @Nullable Ending ending;

    @Embedded
    private ServiceLevel serviceLevel = new ServiceLevel();

    @OneToMany(mappedBy = "workOrder", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<WorkOrderTask> tasks = new ArrayList<>();

    /** Entries of this transaction, until the journal takes them. */
    @Transient
    private final List<WorkOrderEntry> fresh = new ArrayList<>();

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
        this.id = request.workOrderKey();
        this.number = number;
        this.madeFrom = new MadeFrom(from);
        this.wanted = new RequestedWork(request);
        this.activity = new ActivityRecord(now);
        activity.goOnFrom(request.known());
        for (TemplateTaskView task : from.tasks()) {
            tasks.add(new WorkOrderTask(this, taskNumbers.get(), tasks.size() + 1, task));
        }
        state = WorkOrderState.AWAITING_QUALIFICATION;
        if (!from.needsQualification()) {
            release();
        }
        visits = new PlannedVisits(tasks, false);
        serviceLevel.hold(wanted.isOnHold(), now);
        serviceLevel.count(activity.createdAt(), wanted.promised(), null);
        append(new EntryContent(EntryContent.CREATED, request.requestedBy(), null, List.of(), null), now);
    }

    /**
     * Takes a change in flight. Not started: the data is replaced. ASSIGNED, ACCEPTED: a visit outside the new window is kept,
     * <em>reschedule needed</em>. ACCEPTED, WORK_IN_PROGRESS (paused too): acknowledged before it goes on. Closed: refused by
     * {@code WorkOrderRequestIntake}.
     */
    public void revise(RequestWorkOrder request, Instant now) {
        RequestedWork before = wanted;
        wanted = new RequestedWork(request);
        List<FieldChange> differences = before.differences(wanted);
        List<FieldChange> all = new ArrayList<>(differences);
        all.addAll(new FieldChanges.Collector()
                .compare("hold", before.isOnHold(), wanted.isOnHold())
                .changes());
        if (!Objects.equals(before.promised(), wanted.promised())) {
            serviceLevel.promisedAnew(now);
        }
        serviceLevel.hold(wanted.isOnHold(), now);
        if (before.movesWindow(wanted)) {
            rescheduleNeeded = tasks.stream().anyMatch(wanted::isOutsideWindow);
        }
        if (!differences.isEmpty()) {
            tasks.stream().filter(t -> t.state().isCommitted()).forEach(t -> t.changeInFlight(differences));
        }
        refresh(now);
        if (all.isEmpty()) {
            answered(now);
        } else {
            append(new EntryContent(EntryContent.UPDATED, request.requestedBy(), null, all, null), now);
        }
    }

    void qualify(String author, Instant now) {
        requireOpen();
        if (state != WorkOrderState.AWAITING_QUALIFICATION) {
            throw Refusal.conflict("wrong-state.qualify").with("number", number).with("state", state);
        }
        WorkOrderState before = state;
        release();
        refresh(now);
        append(new EntryContent(EntryContent.STATE_CHANGED, author, null, stateChange(before), null), now);
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
        begunEnding().canceled(reason, by);
        refresh(now);
        append(new EntryContent(EntryContent.CANCELED, author, null, stateChange(before), reason), now);
    }

    /** Does something to a task and says what became different, and what more there is to tell. */
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
        append(
                new EntryContent(state.isClosed() ? EntryContent.CLOSED : kind, author, task.number(), changes, text),
                now);
    }

    /** The technician has read what was changed in flight. */
    void acknowledge(WorkOrderTask task, String author, Instant now) {
        List<FieldChange> acknowledged = task.acknowledge();
        refresh(now);
        append(new EntryContent(EntryContent.ACKNOWLEDGED, author, task.number(), acknowledged, null), now);
    }

    /** After a task was given to somebody: that visit is as wanted, even outside the window; others may still not be. */
    void visitPlanned(WorkOrderTask task) {
        rescheduleNeeded = rescheduleNeeded && tasks.stream().anyMatch(t -> t != task && wanted.isOutsideWindow(t));
    }

    void completed(@Nullable String note) {
        begunEnding().said(note);
    }

    /** Traveling and starting wait for the order's resumption. */
    void requireNotOnHold() {
        if (wanted.isOnHold()) {
            throw Refusal.conflict("work-on-hold").with("number", number);
        }
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
        append(new EntryContent(EntryContent.FOLLOW_UP_WANTED, author, null, changes, reason), now);
        return new FollowUp(id, wantedTemplate, reason, author, now);
    }

    public void attached(WorkOrderTask task, AttachmentDetails what, String author, Instant now) {
        List<FieldChange> changes = List.of(new FieldChange("attachment", null, what.name()));
        append(new EntryContent(EntryContent.ATTACHMENT_ADDED, author, task.number(), changes, null, what), now);
    }

    /** Takes part in a repair: Order Management gets a newer snapshot. What was lost here, the activity says. */
    public void repair(KnownHistory known, Instant now) {
        if (activity.goOnFrom(known)) {
            append(new EntryContent(EntryContent.NOTE, EntryContent.FIELD_SERVICE, null, List.of(), RESTORED), now);
        } else if (known.snapshotRevision() == activity.snapshotRevision()) {
            answered(now);
        }
    }

    /** Adds what happened; Order Management will be told. */
    private void append(EntryContent content, Instant now) {
        fresh.add(activity.reported(this, content, now));
    }

    /** A note of a person here. */
    void addNote(String author, String text, Instant now) {
        append(new EntryContent(EntryContent.NOTE, author, null, List.of(), text), now);
    }

    /** A note that came from Order Management: shown here, and never sent back. */
    public void addSharedNote(ShareWorkNote note, Instant now) {
        EntryContent said = new EntryContent(EntryContent.NOTE, note.author(), null, List.of(), note.text());
        fresh.add(activity.shared(this, said, note.noteId(), now));
    }

    /** Hands over the entries of this transaction. */
    List<WorkOrderEntry> takeFresh() {
        List<WorkOrderEntry> taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }

    /** Makes a new snapshot where there is nothing to tell but that a request was seen. */
    public void answered(Instant now) {
        activity.answered(now);
    }

    /** Counts a request as seen that can't change anything any more. */
    public void seen(long requestRevision) {
        wanted.seen(requestRevision);
    }

    /** Counts on from what Order Management knows, where that is more: the next snapshot is newer than any that it has. */
    public void goOnFrom(@Nullable KnownHistory known) {
        activity.goOnFrom(known);
    }

    /** The last entries have numbers that are so much higher. */
    public void entriesMoved(long by) {
        activity.entriesMoved(by);
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
        visits = new PlannedVisits(tasks, state.isClosed());
        rescheduleNeeded = rescheduleNeeded && tasks.stream().anyMatch(wanted::isOutsideWindow);
        if (!state.isClosed()) {
            serviceLevel.count(activity.createdAt(), wanted.promised(), visits.scheduledEnd());
        } else if (begunEnding().closed(now)) {
            serviceLevel.stop(wanted.promised(), state == WorkOrderState.CANCELED, now);
        }
    }

    /** How it stands to its due date at that moment. */
    public SlaClock slaClock(Instant now) {
        Instant promised = wanted.promised();
        return promised == null || state == WorkOrderState.CANCELED
                ? SlaClock.NONE
                : serviceLevel.clock(activity.createdAt(), promised, ending().closedAt(), now);
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

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    public String number() {
        return number;
    }

    public WorkOrderState state() {
        return state;
    }

    public MadeFrom madeFrom() {
        return madeFrom;
    }

    public RequestedWork wanted() {
        return wanted;
    }

    public PlannedVisits visits() {
        return visits;
    }

    public ActivityRecord activity() {
        return activity;
    }

    boolean isRescheduleNeeded() {
        return rescheduleNeeded;
    }

    Ending ending() {
        return ending == null ? new Ending() : ending;
    }

    /** To be written to; whoever only looks changes nothing, or the row would be written. */
    private Ending begunEnding() {
        ending = ending();
        return ending;
    }
}
