package io.orderfield.fsm.worklist;

import io.orderfield.fsm.workorder.Actor;
import io.orderfield.fsm.workorder.Actors;
import io.orderfield.fsm.workorder.WorkOrderTaskView;
import io.orderfield.fsm.workorder.WorkOrderViews;
import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lists of work orders and of visits. Technicians and field systems find those of their own tasks only. */
@Stateless
@May(Right.READ_WORK_ORDERS)
public class WorkOrderListService {
    /** Most lines of a list that one call answers. */
    public static final int MAXIMUM = ListQuery.LARGEST_PAGE;

    @Inject
    private WorkOrderLists lists;

    @Inject
    private Actors actors;

    @Inject
    private Clock clock;

    /**
     * @param first offset, from 0
     * @param max 1 to {@link #MAXIMUM}
     * @throws Refusal invalid for an unknown state or sort, or a page out of range
     */
    public List<WorkOrderSummary> list(WorkOrderFilter filter, int first, int max) {
        ListQuery.checkPage(first, max);
        Instant now = clock.instant();
        return lists.list(filter, actors.current().sees(), now, first, max).stream()
                .map(w -> WorkOrderSummary.of(w, now))
                .toList();
    }

    /** How many a list with the filter has. */
    public long count(WorkOrderFilter filter) {
        return lists.count(filter, actors.current().sees(), clock.instant());
    }

    /** Regions of the locations where work is or was wanted, sorted; at most {@link #MAXIMUM}. */
    public List<String> regions() {
        return actors.current().sees() == null ? lists.regions(MAXIMUM) : List.of();
    }

    /** Number of work orders by state; every state has an entry. */
    public Map<String, Long> countByState() {
        return lists.countByState(actors.current().sees());
    }

    /**
     * Visits in the order of the day.
     *
     * @param first offset, from 0
     * @param max 1 to {@link #MAXIMUM}
     * @throws Refusal invalid for an unknown state or a page out of range
     */
    public List<WorkOrderTaskView> visits(TaskFilter filter, int first, int max) {
        ListQuery.checkPage(first, max);
        Actor actor = actors.current();
        return lists.visits(filter, actor.sees(), first, max).stream()
                .map(t -> WorkOrderViews.visit(actor, t.workOrder(), t))
                .toList();
    }

    /** How many visits a list with the filter has. */
    public long countVisits(TaskFilter filter) {
        return lists.countVisits(filter, actors.current().sees());
    }
}
