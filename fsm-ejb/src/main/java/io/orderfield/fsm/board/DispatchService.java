package io.orderfield.fsm.board;

import io.orderfield.fsm.dispatch.Booking;
import io.orderfield.fsm.dispatch.Need;
import io.orderfield.fsm.dispatch.Suggestion;
import io.orderfield.fsm.dispatch.Suggestions;
import io.orderfield.fsm.dispatch.Technician;
import io.orderfield.fsm.dispatch.Technicians;
import io.orderfield.fsm.workorder.Actors;
import io.orderfield.fsm.workorder.WorkOrder;
import io.orderfield.fsm.workorder.WorkOrderTask;
import io.orderfield.fsm.workorder.WorkOrders;
import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What a dispatcher looks at before deciding: which tasks wait, who does what when, and who would be right for a task. */
@Stateless
@May(Right.READ_WORK_ORDERS)
public class DispatchService {
    /** Most lines of a list that one call answers. */
    public static final int MAXIMUM = ListQuery.LARGEST_PAGE;

    /** So many technicians are looked at for a suggestion, those with the most skills first. */
    private static final int CANDIDATES = 200;

    @Inject
    private DispatchTasks tasks;

    @Inject
    private WorkOrders workOrders;

    @Inject
    private Technicians technicians;

    @Inject
    private Actors actors;

    @Inject
    private Clock clock;

    /**
     * Tasks; technicians and field systems find their own only.
     *
     * @param first offset, from 0
     * @param max 1 to {@link #MAXIMUM}
     * @throws Refusal invalid for an unknown state or sort, or a page out of range
     */
    public List<DispatchTaskView> tasks(DispatchFilter filter, int first, int max) {
        ListQuery.checkPage(first, max);
        Instant now = clock.instant();
        return tasks.page(filter, actors.current().sees(), first, max).stream()
                .map(task -> DispatchTaskView.of(task, now))
                .toList();
    }

    /** How many a list with the filter has. */
    public long countDispatch(DispatchFilter filter) {
        return tasks.count(filter, actors.current().sees());
    }

    /**
     * Technicians for a task, the best first, with the reasons; see {@link Suggestions} for the order. A technician who
     * has the task already is among them, as if it were not planned.
     *
     * @param max 1 to {@link #MAXIMUM}
     * @throws Refusal not found; conflict {@code work-order-closed}, {@code work-order-canceled} or {@code wrong-state} when
     *     nobody can be given the task
     */
    @May(Right.DISPATCH)
    public List<Suggestion> suggestions(String number, int max) {
        ListQuery.checkPage(0, max);
        WorkOrder workOrder =
                workOrders.findByTask(number).orElseThrow(() -> Refusal.notFound("workOrderTask", number));
        WorkOrderTask task = workOrder.task(number);
        workOrder.requireOpen();
        task.requireAssignable();
        Need need = Need.in(
                task.skills(),
                workOrder.wanted().site().region(),
                workOrder.wanted().site().point(),
                Duration.ofMinutes(task.durationMinutes()),
                workOrder.wanted().requestedStart(),
                workOrder.wanted().due(),
                ZoneId.of(workOrder.wanted().site().timeZone()),
                clock.instant());
        List<Technician> candidates = technicians.candidates(need.skills(), need.region(), CANDIDATES);
        Map<String, List<Booking>> bookings = workOrders.bookings(
                candidates.stream().map(Technician::username).toList(), need.from(), need.to(), task.id());
        return Suggestions.rank(need, candidates, bookings).stream().limit(max).toList();
    }
}
