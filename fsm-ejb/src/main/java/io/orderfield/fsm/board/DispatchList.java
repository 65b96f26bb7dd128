package io.orderfield.fsm.board;

import io.orderfield.fsm.workorder.Reach;
import io.orderfield.fsm.workorder.WorkOrderTask;
import io.orderfield.fsm.workorder.WorkOrderTaskState;
import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.ListQuery.Sort;
import io.orderfield.kernel.Refusal;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The query behind the lists of tasks. A condition that is not asked for is not in it. */
public final class DispatchList {
    private static final Map<String, String> SORTS = Map.of(
            "due", "w.wanted.due",
            "priority", "w.wanted.priority",
            "scheduledStart", "t.scheduledStart",
            "number", "t.number");

    private final EntityManager entityManager;
    private final ListQuery query = new ListQuery("WorkOrderTask t join fetch t.workOrder w");
    private final String order;
    private boolean nothing;

    /** @throws Refusal INVALID for an unknown state or sort */
    public DispatchList(EntityManager entityManager, DispatchFilter filter, @Nullable Reach reach) {
        this.entityManager = entityManager;
        this.order = orderBy(filter.sort());
        query.among("t.state", "states", ListQuery.states(WorkOrderTaskState.class, filter.states(), "workOrderTasks"));
        Set<String> technicians = new TreeSet<>(filter.technicians());
        if (reach != null) {
            if (technicians.isEmpty()) {
                technicians.addAll(reach.technicians());
            } else {
                technicians.retainAll(reach.technicians());
            }
            nothing = technicians.isEmpty();
            query.where(Reach.recent("w"), "closedSince", reach.closedSince());
        }
        query.among("t.technician", "technicians", technicians)
                .equal("w.wanted.site.region", "region", filter.region())
                .equal("w.madeFrom.template", "template", filter.template())
                .equal("w.wanted.priority", "priority", filter.priority())
                .compare("w.wanted.due <= :due", "due", filter.dueBefore())
                .compare("t.scheduledEnd > :after", "after", filter.visitAfter())
                .compare("t.scheduledStart < :before", "before", filter.visitBefore());
    }

    private static String orderBy(@Nullable String wanted) {
        Sort sort = Sort.of(wanted, "due", SORTS, "workOrderTasks");
        String second = sort.path().equals("w.wanted.due") ? ", w.wanted.priority" : "";
        // the number makes the order total, or pages would overlap
        return " order by " + sort.path() + sort.direction() + " nulls last" + second + ", t.number" + sort.direction();
    }

    public List<WorkOrderTask> page(int first, int max) {
        return nothing
                ? List.of()
                : query.query(entityManager, "t", WorkOrderTask.class, order)
                        .setFirstResult(first)
                        .setMaxResults(max)
                        .getResultList();
    }

    long count() {
        return nothing ? 0 : query.count(entityManager, "t");
    }
}
