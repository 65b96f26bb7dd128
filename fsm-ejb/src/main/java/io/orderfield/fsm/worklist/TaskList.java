package io.orderfield.fsm.worklist;

import io.orderfield.fsm.workorder.Reach;
import io.orderfield.fsm.workorder.WorkOrderTask;
import io.orderfield.fsm.workorder.WorkOrderTaskState;
import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Refusal;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query behind the lists of visits. A condition that is not asked for is not in it. */
final class TaskList {
    private final EntityManager entityManager;
    private final ListQuery query = new ListQuery("WorkOrderTask t");
    private final String order;
    private final boolean nothing;

    /** @throws Refusal INVALID for an unknown state */
    TaskList(EntityManager entityManager, TaskFilter filter, @Nullable Reach reach) {
        this.entityManager = entityManager;
        String direction = filter.latestFirst() ? " desc" : "";
        this.order = " order by t.scheduledStart" + direction + " nulls last, t.number" + direction;
        this.nothing = reach != null && reach.isNothing();
        query.equal("t.technician", "technician", filter.technician())
                .among(
                        "t.state",
                        "states",
                        ListQuery.states(WorkOrderTaskState.class, filter.states(), "workOrderTasks"))
                .compare("t.scheduledEnd > :from", "from", filter.from())
                .compare("t.scheduledStart < :until", "until", filter.until());
        if (reach != null) {
            query.where("t.technician in :technicians", "technicians", reach.technicians())
                    .where(Reach.recent("t.workOrder"), "closedSince", reach.closedSince());
        }
    }

    List<WorkOrderTask> page(int first, int max) {
        if (nothing) {
            return List.of();
        }
        // one query each for the page, its work orders and its checklists
        return query.query(entityManager, "t", WorkOrderTask.class, order)
                .setHint("eclipselink.batch", "t.workOrder")
                .setHint("eclipselink.batch", "t.checklist")
                .setHint("eclipselink.batch.type", "IN")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    long count() {
        return nothing ? 0 : query.count(entityManager, "t");
    }
}
