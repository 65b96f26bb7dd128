package io.orderfield.fsm.workorder;

import io.orderfield.fsm.dispatch.Conflict;
import io.orderfield.fsm.dispatch.ConflictRules;
import io.orderfield.fsm.dispatch.Technician;
import io.orderfield.fsm.dispatch.Technicians;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Work order tasks for dispatchers and technicians.
 *
 * <p>Every change is refused, in this order: {@code not-found} for a field system on whose technicians the work order does not
 * depend; {@code not-your-task} (forbidden) for a technician's step on somebody else's
 * task; {@code work-order-canceled} or {@code work-order-closed} once the work order is over; {@code stale} where the
 * caller's version is not the current one; {@code wrong-state} where the state has no such transition. A field system acts
 * for its own technicians.
 */
@Stateless
@May(Right.PERFORM_TASKS)
public class WorkOrderTaskService {
    private static final String WHAT = "workOrderTask";

    @Inject
    private WorkOrders workOrders;

    @Inject
    private Technicians technicians;

    @Inject
    private Journal journal;

    @Inject
    private Actors actors;

    @Inject
    private Clock clock;

    /** @throws Refusal not found */
    @May(value = Right.READ_WORK_ORDERS, hidden = true)
    public WorkOrderTaskView find(String number) {
        Actor actor = actors.current();
        WorkOrder workOrder =
                workOrders.findByTask(number).filter(actor::sees).orElseThrow(() -> Refusal.notFound(WHAT, number));
        return WorkOrderViews.view(actor, workOrder, workOrder.task(number));
    }

    /**
     * Gives the task to a technician, or to another one, or plans the visit anew.
     *
     * @param technician user name; null keeps the task's technician, for another time
     * @param override plan it although something speaks against it; then with a reason
     * @throws Refusal conflict {@code scheduling-conflict} with the data {@code conflicts}; invalid
     *     {@code unknown-technician}; conflict {@code technician-inactive}
     */
    @May(Right.DISPATCH)
    public WorkOrderTaskView assign(
            String number,
            @Nullable String technician,
            Instant start,
            Instant end,
            boolean override,
            @Nullable String overrideReason,
            @Nullable Long expectedVersion) {
        WantedVisit wanted = WantedVisit.of(technician, start, end, override, overrideReason);
        Actor actor = actors.current();
        WorkOrder workOrder = lock(number, expectedVersion);
        WorkOrderTask task = workOrder.task(number);
        task.requireAssignable();
        Technician chosen = technician(wanted, task);
        if (!chosen.isActive()) {
            throw Refusal.conflict("technician-inactive").with("technician", chosen.name());
        }
        List<FieldChange> overridden = requireNoConflict(workOrder, task, chosen, wanted);
        String why = overridden.isEmpty() ? null : wanted.overrideReason();
        String kind = task.isOf(chosen.username()) ? EntryContent.SCHEDULED : EntryContent.ASSIGNED;
        workOrder.change(task, kind, actor.name(), why, overridden, clock.instant(), () -> {
            task.assign(chosen.username(), chosen.name(), wanted.start(), wanted.end());
            workOrder.visitPlanned(task);
        });
        return told(actor, workOrder, task);
    }

    /** The one that is wanted; whoever has the task already, where only the time shall be another one. */
    private Technician technician(WantedVisit wanted, WorkOrderTask task) {
        String username = wanted.technician() == null ? task.technician() : wanted.technician();
        if (username == null) {
            throw Refusal.invalid("technician", Sentence.of("field.required"));
        }
        return technicians.lock(username).orElseThrow(() -> Refusal.invalid("unknown-technician")
                .with("username", username));
    }

    /** Returns what was overridden, for the entry; empty when nothing speaks against the visit. */
    private List<FieldChange> requireNoConflict(
            WorkOrder workOrder, WorkOrderTask task, Technician technician, WantedVisit wanted) {
        List<Conflict> conflicts = ConflictRules.check(
                workOrder.wanted().visit(task, wanted.start(), wanted.end()),
                technician,
                workOrders.bookings(technician.username(), wanted.start(), wanted.end(), task.id()));
        if (conflicts.isEmpty()) {
            return List.of();
        }
        if (!wanted.override()) {
            throw Refusal.conflict("scheduling-conflict")
                    .with("details", conflicts.stream().map(Conflict::detail).toList())
                    .showing("conflicts", conflicts);
        }
        WrittenText.required("overrideReason", wanted.overrideReason());
        return List.of(new FieldChange(
                "overridden",
                null,
                conflicts.stream()
                        .map(c -> c.task() == null ? c.kind() : c.kind() + " " + c.task())
                        .collect(Collectors.joining(", "))));
    }

    /** Takes the task back; it waits for a technician again. */
    @May(Right.DISPATCH)
    public WorkOrderTaskView unassign(String number, @Nullable Long expectedVersion) {
        Actor actor = actors.current();
        WorkOrder workOrder = lock(number, expectedVersion);
        WorkOrderTask task = workOrder.task(number);
        workOrder.change(task, EntryContent.UNASSIGNED, actor.name(), null, List.of(), clock.instant(), task::unassign);
        return told(actor, workOrder, task);
    }

    public WorkOrderTaskView accept(String number, @Nullable Long expectedVersion) {
        return own(number, expectedVersion, (actor, w, t, now) -> step(w, t, actor, now, t::accept));
    }

    /** @param reason code or words of a {@link RefusalReason} */
    public WorkOrderTaskView refuse(String number, String reason, @Nullable Long expectedVersion) {
        RefusalReason why = RefusalReason.of(WrittenText.required("reason", reason));
        return own(
                number,
                expectedVersion,
                (actor, w, t, now) ->
                        w.change(t, EntryContent.REFUSED, actor.name(), why.words(), List.of(), now, t::refuse));
    }

    /** The technician has read what was changed in flight. */
    public WorkOrderTaskView acknowledge(String number, @Nullable Long expectedVersion) {
        return own(number, expectedVersion, (actor, w, t, now) -> w.acknowledge(t, actor.name(), now));
    }

    /** @throws Refusal conflict {@code work-on-hold} */
    public WorkOrderTaskView travel(String number, @Nullable Long expectedVersion) {
        return own(number, expectedVersion, (actor, w, t, now) -> {
            w.requireNotOnHold();
            step(w, t, actor, now, t::travel);
        });
    }

    public WorkOrderTaskView arrive(String number, @Nullable Long expectedVersion) {
        return own(number, expectedVersion, (actor, w, t, now) -> {
            if (t.subState() != TaskSubState.EN_ROUTE) {
                w.requireNotOnHold(); // who is on the way may arrive; nobody sets out any more
            }
            step(w, t, actor, now, t::arrive);
        });
    }

    /** @throws Refusal conflict {@code work-on-hold}, {@code acknowledgement-required} or {@code earlier-task-open} */
    public WorkOrderTaskView start(String number, @Nullable Long expectedVersion) {
        return own(number, expectedVersion, (actor, w, t, now) -> {
            w.requireNotOnHold();
            TaskOrder.requireMayStart(t, w.tasks());
            step(w, t, actor, now, () -> t.start(now));
        });
    }

    public WorkOrderTaskView pause(String number, @Nullable Long expectedVersion) {
        return own(number, expectedVersion, (actor, w, t, now) -> step(w, t, actor, now, t::pause));
    }

    public WorkOrderTaskView resume(String number, @Nullable Long expectedVersion) {
        return own(number, expectedVersion, (actor, w, t, now) -> step(w, t, actor, now, t::resume));
    }

    /**
     * Ends the task; what its work order becomes is the roll-up's business.
     *
     * @param closeCode {@code complete} or {@code incomplete}
     * @param note at most 4,000 characters
     * @throws Refusal conflict {@code checklist-incomplete} with the data {@code items} (for {@code complete}), or
     *     {@code acknowledgement-required}
     */
    public WorkOrderTaskView complete(
            String number, String closeCode, @Nullable String note, @Nullable Long expectedVersion) {
        CloseCode code = CloseCode.of(WrittenText.required("closeCode", closeCode));
        String words = WrittenText.optional("note", note);
        return own(
                number,
                expectedVersion,
                (actor, w, t, now) ->
                        w.change(t, EntryContent.STATE_CHANGED, actor.name(), words, List.of(), now, () -> {
                            t.complete(code, words, now);
                            w.completed(words);
                        }));
    }

    /**
     * Ticks an item of the checklist off, or on again. Order Management is not told: its notes would drown in ticks, and its
     * snapshot has no checklist.
     */
    public WorkOrderTaskView tick(String number, UUID item, boolean done, @Nullable Long expectedVersion) {
        Actor actor = actors.current();
        WorkOrder workOrder = lockOwn(actor, number, expectedVersion);
        WorkOrderTask task = workOrder.task(number);
        task.tick(item, done);
        journal.keep(workOrder);
        return WorkOrderViews.view(actor, workOrder, task);
    }

    private static void step(WorkOrder workOrder, WorkOrderTask task, Actor actor, Instant now, Runnable verb) {
        workOrder.change(task, EntryContent.STATE_CHANGED, actor.name(), null, List.of(), now, verb);
    }

    private WorkOrderTaskView own(String number, @Nullable Long expectedVersion, Work work) {
        Actor actor = actors.current();
        WorkOrder workOrder = lockOwn(actor, number, expectedVersion);
        WorkOrderTask task = workOrder.task(number);
        work.on(actor, workOrder, task, clock.instant());
        return told(actor, workOrder, task);
    }

    /** What a technician does. */
    @FunctionalInterface
    private interface Work {
        void on(Actor actor, WorkOrder workOrder, WorkOrderTask task, Instant now);
    }

    /** Whose task it is comes first, then whether there is still something to do, then whether the caller is up to date. */
    private WorkOrder lockOwn(Actor actor, String number, @Nullable Long expectedVersion) {
        WorkOrder workOrder = lock(number);
        if (!actor.sees(workOrder)) {
            throw Refusal.notFound(WHAT, number);
        }
        if (!actor.actsFor(workOrder.task(number).technician())) {
            throw Refusal.forbidden("not-your-task").with("number", number);
        }
        return checked(workOrder, number, expectedVersion);
    }

    private WorkOrder lock(String number, @Nullable Long expectedVersion) {
        return checked(lock(number), number, expectedVersion);
    }

    private static WorkOrder checked(WorkOrder workOrder, String number, @Nullable Long expectedVersion) {
        workOrder.requireOpen();
        Refusal.checkVersion(expectedVersion, workOrder.task(number).version(), WHAT, number);
        return workOrder;
    }

    private WorkOrder lock(String number) {
        return workOrders.lockByTask(number).orElseThrow(() -> Refusal.notFound(WHAT, number));
    }

    private WorkOrderTaskView told(Actor actor, WorkOrder workOrder, WorkOrderTask task) {
        journal.tell(workOrder);
        return WorkOrderViews.view(actor, workOrder, task);
    }
}
