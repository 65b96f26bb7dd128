package io.orderfield.fsm.workorder;

import io.orderfield.fsm.dispatch.Conflict;
import io.orderfield.fsm.dispatch.ConflictRules;
import io.orderfield.fsm.dispatch.Technician;
import io.orderfield.fsm.dispatch.Technicians;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.messaging.contract.FieldChange;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What dispatchers and technicians do with a task, for an actor who has been let in. */
@Shared
public class TaskDesk {
    private static final String WHAT = "workOrderTask";

    private final WorkOrders workOrders;
    private final Technicians technicians;
    private final Journal journal;
    private final Clock clock;

    @Inject
    public TaskDesk(WorkOrders workOrders, Technicians technicians, Journal journal, Clock clock) {
        this.workOrders = workOrders;
        this.technicians = technicians;
        this.journal = journal;
        this.clock = clock;
    }

    public WorkOrderTaskView find(Actor actor, String number) {
        WorkOrder workOrder =
                workOrders.findByTask(number).filter(actor::sees).orElseThrow(() -> Refusal.notFound(WHAT, number));
        return WorkOrderViews.view(actor, workOrder, workOrder.task(number));
    }

    public WorkOrderTaskView assign(Actor actor, String number, Assignment wanted, @Nullable Long expectedVersion) {
        WorkOrder workOrder = lock(number, expectedVersion);
        WorkOrderTask task = workOrder.task(number);
        task.requireAssignable();
        Technician technician = technician(wanted, task);
        if (!technician.isActive()) {
            throw Refusal.conflict("technician-inactive").with("technician", technician.name());
        }
        List<FieldChange> overridden = requireNoConflict(workOrder, task, technician, wanted);
        String reason = overridden.isEmpty() ? null : wanted.overrideReason();
        String kind = task.isOf(technician.username()) ? Happening.SCHEDULED : Happening.ASSIGNED;
        workOrder.change(task, kind, actor.name(), reason, overridden, clock.instant(), () -> {
            task.assign(technician.username(), technician.name(), wanted.start(), wanted.end());
            workOrder.visitPlanned(task);
        });
        return told(actor, workOrder, task);
    }

    /** The one that is wanted; whoever has the task already, where only the time shall be another one. */
    private Technician technician(Assignment wanted, WorkOrderTask task) {
        String username = wanted.technician() == null ? task.technician() : wanted.technician();
        if (username == null) {
            throw Refusal.invalid("technician", Sentence.of("field.required"));
        }
        return technicians.lock(username).orElseThrow(() -> Refusal.invalid("unknown-technician")
                .with("username", username));
    }

    /** Returns what was overridden, for the entry; empty when nothing speaks against the visit. */
    private List<FieldChange> requireNoConflict(
            WorkOrder workOrder, WorkOrderTask task, Technician technician, Assignment wanted) {
        List<Conflict> conflicts = ConflictRules.check(
                workOrder.visit(task, wanted.start(), wanted.end()),
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
        Texts.required("overrideReason", wanted.overrideReason());
        return List.of(new FieldChange(
                "overridden",
                null,
                conflicts.stream()
                        .map(c -> c.task() == null ? c.kind() : c.kind() + " " + c.task())
                        .collect(Collectors.joining(", "))));
    }

    WorkOrderTaskView unassign(Actor actor, String number, @Nullable Long expectedVersion) {
        WorkOrder workOrder = lock(number, expectedVersion);
        WorkOrderTask task = workOrder.task(number);
        workOrder.change(task, Happening.UNASSIGNED, actor.name(), null, clock.instant(), task::unassign);
        return told(actor, workOrder, task);
    }

    public WorkOrderTaskView accept(Actor actor, String number, @Nullable Long expectedVersion) {
        return own(actor, number, expectedVersion, (w, t, now) -> step(w, t, actor, now, t::accept));
    }

    public WorkOrderTaskView refuse(Actor actor, String number, String reason, @Nullable Long expectedVersion) {
        RefusalReason why = RefusalReason.of(Texts.required("reason", reason));
        return own(
                actor,
                number,
                expectedVersion,
                (w, t, now) -> w.change(t, Happening.REFUSED, actor.name(), why.words(), now, t::refuse));
    }

    public WorkOrderTaskView acknowledge(Actor actor, String number, @Nullable Long expectedVersion) {
        return own(actor, number, expectedVersion, (w, t, now) -> w.acknowledge(t, actor.name(), now));
    }

    public WorkOrderTaskView travel(Actor actor, String number, @Nullable Long expectedVersion) {
        return own(actor, number, expectedVersion, (w, t, now) -> {
            w.requireNotOnHold();
            step(w, t, actor, now, t::travel);
        });
    }

    public WorkOrderTaskView arrive(Actor actor, String number, @Nullable Long expectedVersion) {
        return own(actor, number, expectedVersion, (w, t, now) -> {
            if (t.subState() != TaskSubState.EN_ROUTE) {
                w.requireNotOnHold(); // who is on the way may arrive; nobody sets out any more
            }
            step(w, t, actor, now, t::arrive);
        });
    }

    public WorkOrderTaskView start(Actor actor, String number, @Nullable Long expectedVersion) {
        return own(actor, number, expectedVersion, (w, t, now) -> {
            w.requireNotOnHold();
            w.requireEarlierTasksClosed(t);
            step(w, t, actor, now, () -> t.start(now));
        });
    }

    public WorkOrderTaskView pause(Actor actor, String number, @Nullable Long expectedVersion) {
        return own(actor, number, expectedVersion, (w, t, now) -> step(w, t, actor, now, t::pause));
    }

    public WorkOrderTaskView resume(Actor actor, String number, @Nullable Long expectedVersion) {
        return own(actor, number, expectedVersion, (w, t, now) -> step(w, t, actor, now, t::resume));
    }

    public WorkOrderTaskView complete(
            Actor actor, String number, String closeCode, @Nullable String note, @Nullable Long expectedVersion) {
        CloseCode code = CloseCode.of(Texts.required("closeCode", closeCode));
        String words = Texts.optional("note", note);
        return own(
                actor,
                number,
                expectedVersion,
                (w, t, now) -> w.change(t, Happening.STATE_CHANGED, actor.name(), words, now, () -> {
                    t.complete(code, words, now);
                    w.completed(words);
                }));
    }

    /** Order Management is not told: its notes would drown in ticks, and its snapshot has no checklist. */
    public WorkOrderTaskView tick(Actor actor, String number, UUID item, boolean done, @Nullable Long expectedVersion) {
        WorkOrder workOrder = lockOwn(actor, number, expectedVersion);
        WorkOrderTask task = workOrder.task(number);
        task.tick(item, done);
        journal.keep(workOrder);
        return WorkOrderViews.view(actor, workOrder, task);
    }

    private static void step(WorkOrder workOrder, WorkOrderTask task, Actor actor, Instant now, Runnable verb) {
        workOrder.change(task, Happening.STATE_CHANGED, actor.name(), null, now, verb);
    }

    private WorkOrderTaskView own(Actor actor, String number, @Nullable Long expectedVersion, Work work) {
        WorkOrder workOrder = lockOwn(actor, number, expectedVersion);
        WorkOrderTask task = workOrder.task(number);
        work.on(workOrder, task, clock.instant());
        return told(actor, workOrder, task);
    }

    /** What a technician does. */
    @FunctionalInterface
    private interface Work {
        void on(WorkOrder workOrder, WorkOrderTask task, Instant now);
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
