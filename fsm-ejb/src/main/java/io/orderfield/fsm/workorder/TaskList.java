package io.orderfield.fsm.workorder;

import io.orderfield.kernel.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query behind the lists of visits. A condition that is not asked for is not in it. */
final class TaskList {
    private final EntityManager entityManager;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String order;
    private boolean nothing;

    TaskList(EntityManager entityManager, TaskFilter filter, @Nullable Reach reach) {
        this.entityManager = entityManager;
        String direction = filter.latestFirst() ? " desc" : "";
        this.order = " order by t.scheduledStart" + direction + " nulls last, t.number" + direction;
        if (filter.technician() != null && !filter.technician().isBlank()) {
            where(
                    "t.technician = :technician",
                    "technician",
                    filter.technician().strip());
        }
        if (!filter.states().isEmpty()) {
            where(
                    "t.state in :states",
                    "states",
                    filter.states().stream().map(TaskList::state).toList());
        }
        if (filter.from() != null) {
            where("t.scheduledEnd > :from", "from", filter.from());
        }
        if (filter.until() != null) {
            where("t.scheduledStart < :until", "until", filter.until());
        }
        if (reach != null) {
            nothing = reach.isNothing();
            where("t.technician in :technicians", "technicians", reach.technicians());
            where(Reach.recent("t.workOrder"), "closedSince", reach.closedSince());
        }
    }

    private static TaskState state(String name) {
        try {
            return TaskState.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    List.of(new Refusal.FieldProblem("state", "is not a state of a work order task: " + name)));
        }
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    List<WorkOrderTaskView> page(int first, int max) {
        if (nothing) {
            return List.of();
        }
        // one query each for the page, its work orders and its checklists
        return query("select t", order, WorkOrderTask.class)
                .setHint("eclipselink.batch", "t.workOrder")
                .setHint("eclipselink.batch", "t.checklist")
                .setHint("eclipselink.batch.type", "IN")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultStream()
                .map(t -> WorkOrderViews.visit(t.workOrder(), t))
                .toList();
    }

    long count() {
        return nothing ? 0 : query("select count(t)", "", Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> query(String select, String end, Class<T> type) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> query = entityManager.createQuery(select + " from WorkOrderTask t" + where + end, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}
