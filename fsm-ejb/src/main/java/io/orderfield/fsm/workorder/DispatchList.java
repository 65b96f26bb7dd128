package io.orderfield.fsm.workorder;

import io.orderfield.kernel.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The query behind the lists of tasks. A condition that is not asked for is not in it. */
final class DispatchList {
    private static final Map<String, String> SORTS = Map.of(
            "due", "w.due",
            "priority", "w.priority",
            "scheduledStart", "t.scheduledStart",
            "number", "t.number");

    private final EntityManager entityManager;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String order;
    private boolean nothing;

    DispatchList(EntityManager entityManager, DispatchFilter filter, @Nullable Reach reach) {
        this.entityManager = entityManager;
        this.order = orderBy(filter.sort());
        if (!filter.states().isEmpty()) {
            where(
                    "t.state in :states",
                    "states",
                    filter.states().stream().map(DispatchList::state).toList());
        }
        Set<String> technicians = new TreeSet<>(filter.technicians());
        if (reach != null) {
            if (technicians.isEmpty()) {
                technicians.addAll(reach.technicians());
            } else {
                technicians.retainAll(reach.technicians());
            }
            nothing = technicians.isEmpty();
            where(Reach.recent("w"), "closedSince", reach.closedSince());
        }
        if (!technicians.isEmpty()) {
            where("t.technician in :technicians", "technicians", technicians);
        }
        equal("w.site.region", "region", filter.region());
        equal("w.template", "template", filter.template());
        if (filter.priority() != null) {
            where("w.priority = :priority", "priority", filter.priority());
        }
        if (filter.dueBefore() != null) {
            where("w.due <= :due", "due", filter.dueBefore());
        }
        if (filter.visitAfter() != null) {
            where("t.scheduledEnd > :after", "after", filter.visitAfter());
        }
        if (filter.visitBefore() != null) {
            where("t.scheduledStart < :before", "before", filter.visitBefore());
        }
    }

    private static String orderBy(@Nullable String sort) {
        String wanted = sort == null || sort.isBlank() ? "due" : sort.strip();
        boolean down = wanted.startsWith("-");
        String field = SORTS.get(down ? wanted.substring(1) : wanted);
        if (field == null) {
            throw Refusal.invalid(List.of(new Refusal.FieldProblem(
                    "sort", "must be one of " + String.join(", ", new TreeSet<>(SORTS.keySet())))));
        }
        String direction = down ? " desc" : "";
        String second = field.equals("w.due") ? ", w.priority" : "";
        // the number makes the order total, or pages would overlap
        return " order by " + field + direction + " nulls last" + second + ", t.number" + direction;
    }

    private static TaskState state(String name) {
        try {
            return TaskState.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    List.of(new Refusal.FieldProblem("state", "is not a state of a work order task: " + name)));
        }
    }

    private void equal(String field, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            where(field + " = :" + name, name, value.strip());
        }
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    List<WorkOrderTask> page(int first, int max) {
        return nothing
                ? List.of()
                : query("select t from WorkOrderTask t join fetch t.workOrder w", order, WorkOrderTask.class)
                        .setFirstResult(first)
                        .setMaxResults(max)
                        .getResultList();
    }

    long count() {
        return nothing
                ? 0
                : query("select count(t) from WorkOrderTask t join t.workOrder w", "", Long.class)
                        .getSingleResult();
    }

    private <T> TypedQuery<T> query(String select, String end, Class<T> type) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> query = entityManager.createQuery(select + where + end, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}
