package io.orderfield.fsm.demo;

import io.orderfield.fsm.dispatch.Conflict;
import io.orderfield.fsm.dispatch.ConflictRules;
import io.orderfield.fsm.dispatch.Technician;
import io.orderfield.fsm.dispatch.Technicians;
import io.orderfield.fsm.worklist.WorkOrderFilter;
import io.orderfield.fsm.worklist.WorkOrderLists;
import io.orderfield.fsm.workorder.WorkOrder;
import io.orderfield.fsm.workorder.WorkOrderService;
import io.orderfield.fsm.workorder.WorkOrderState;
import io.orderfield.fsm.workorder.WorkOrderTask;
import io.orderfield.fsm.workorder.WorkOrderTaskService;
import io.orderfield.fsm.workorder.WorkOrderTaskState;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.fsm.workorder.WorkOrderView;
import io.orderfield.fsm.workorder.WorkOrders;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.Caller;
import io.orderfield.messaging.right.CurrentCaller;
import io.orderfield.messaging.right.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Does single steps on the work orders of the demonstration, each in one transaction and by the rules that people are
 * under. Only {@link DemoProgress} calls it. A work order is of the demonstration when its description says so.
 */
@Stateless
@PermitAll
public class DemoSteps {
    /** What marks a work order as one that may be moved by itself. */
    static final String MARK = "Demonstration order.";

    private static final Caller DISPATCHER = new DemoCaller("dispatcher", Role.DISPATCHER);
    private static final List<WorkOrderState> GOALS = List.of(
            WorkOrderState.ACCEPTED,
            WorkOrderState.WORK_IN_PROGRESS,
            WorkOrderState.QUALIFIED,
            WorkOrderState.CLOSED_COMPLETE,
            WorkOrderState.ASSIGNED,
            WorkOrderState.AWAITING_QUALIFICATION,
            WorkOrderState.CANCELED,
            WorkOrderState.ACCEPTED);
    private static final int MOST = 16;
    private static final int DAYS = 14;
    private static final int MOST_CANDIDATES = 20;

    @Inject
    private WorkOrders workOrders;

    @Inject
    private WorkOrderLists lists;

    @Inject
    private Technicians technicians;

    @EJB
    private WorkOrderService service;

    @EJB
    private WorkOrderTaskService tasks;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    /** True when there are work orders already: this is not the first start. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean hasBegun() {
        return lists.count(WorkOrderFilter.all(), null, clock.instant()) > 0;
    }

    /** The next work order that is not where it shall be. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<String> next(Set<String> leftAlone) {
        List<String> numbers = workOrders.numbersDescribed(MARK, MOST);
        return IntStream.range(0, numbers.size())
                .filter(i -> !leftAlone.contains(numbers.get(i)))
                .filter(i -> !isThere(find(numbers.get(i)), goal(i)))
                .mapToObj(numbers::get)
                .findFirst();
    }

    private WorkOrderView find(String number) {
        AtomicReference<WorkOrderView> found = new AtomicReference<>();
        caller.as(DISPATCHER, () -> found.set(service.find(number)));
        return Objects.requireNonNull(found.get());
    }

    private static WorkOrderState goal(int index) {
        return GOALS.get(index % GOALS.size());
    }

    private static boolean isThere(WorkOrderView workOrder, WorkOrderState goal) {
        WorkOrderState state = WorkOrderState.valueOf(workOrder.state());
        return workOrder.onHold() || state.isClosed() || state.compareTo(goal) >= 0 && goal != WorkOrderState.CANCELED;
    }

    /** @throws Refusal when it can't be taken any further */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void advance(String number) {
        workOrders.lock(number);
        WorkOrderState goal = goal(workOrders.numbersDescribed(MARK, MOST).indexOf(number));
        WorkOrderView workOrder = find(number);
        if (goal == WorkOrderState.CANCELED) {
            caller.as(
                    DISPATCHER,
                    () -> service.cancel(number, "The customer has the equipment already", workOrder.version()));
        } else if (workOrder.state().equals(WorkOrderState.AWAITING_QUALIFICATION.name())) {
            caller.as(DISPATCHER, () -> service.qualify(number, workOrder.version()));
        } else {
            workOrder.tasks().stream()
                    .filter(t -> !WorkOrderTaskState.valueOf(t.state()).isClosed())
                    .findFirst()
                    .ifPresent(t -> advance(workOrder, t, goal));
        }
    }

    private void advance(WorkOrderView workOrder, WorkOrderTaskView task, WorkOrderState goal) {
        String number = task.number();
        switch (WorkOrderTaskState.valueOf(task.state())) {
            case PENDING_DISPATCH -> assign(workOrder, task, goal.compareTo(WorkOrderState.ACCEPTED) > 0);
            case ASSIGNED -> caller.as(technician(task), () -> tasks.accept(number, task.version()));
            case ACCEPTED -> caller.as(technician(task), () -> tasks.start(number, task.version()));
            case WORK_IN_PROGRESS ->
                caller.as(technician(task), () -> {
                    task.checklist().forEach(i -> tasks.tick(number, i.id(), true, null));
                    tasks.complete(number, "complete", "Everything works", null);
                });
            default -> throw new IllegalStateException(number + " is " + task.state());
        }
    }

    /** Somebody of the demonstration, whom nobody signs in as. */
    private record DemoCaller(String name, Role role) implements Caller {
        @Override
        public boolean has(String word) {
            return role.word().equals(word);
        }
    }

    private static Caller technician(WorkOrderTaskView task) {
        return new DemoCaller(String.valueOf(task.technician()), Role.TECHNICIAN);
    }

    private void assign(WorkOrderView view, WorkOrderTaskView task, boolean today) {
        WorkOrder workOrder = workOrders.lock(view.key()).orElseThrow();
        WorkOrderTask part = workOrder.task(task.number());
        List<Technician> candidates =
                technicians.candidates(part.skills(), workOrder.wanted().site().region(), MOST_CANDIDATES);
        for (Instant start : starts(ZoneId.of(view.timeZone()), today)) {
            Instant end = start.plus(Duration.ofMinutes(task.durationMinutes()));
            for (Technician technician : candidates) {
                List<Conflict> conflicts = ConflictRules.check(
                        workOrder.wanted().visit(part, start, end),
                        technician,
                        workOrders.bookings(technician.username(), start, end, part.id()));
                // the server may be started at night, and work shall be under way all the same
                boolean atNight =
                        today && conflicts.stream().allMatch(c -> c.kind().equals("outside-working-hours"));
                if (conflicts.isEmpty() || atNight) {
                    String reason = conflicts.isEmpty() ? null : "Agreed with the customer";
                    String username = technician.username();
                    boolean override = reason != null;
                    caller.as(
                            DISPATCHER,
                            () -> tasks.assign(task.number(), username, start, end, override, reason, task.version()));
                    return;
                }
            }
        }
        throw Refusal.conflict("nobody-fits").with("number", task.number());
    }

    /** Now, for work that begins at once, and then the mornings and afternoons to come, at the location. */
    private List<Instant> starts(ZoneId zone, boolean today) {
        ZonedDateTime now = clock.instant().atZone(zone).truncatedTo(ChronoUnit.HOURS);
        List<Instant> starts = new ArrayList<>();
        if (today) {
            starts.add(now.toInstant());
        }
        for (int day = 1; day <= DAYS; day++) {
            for (int hour : new int[] {9, 13, 15}) {
                starts.add(now.plusDays(day).withHour(hour).toInstant());
            }
        }
        return starts;
    }
}
