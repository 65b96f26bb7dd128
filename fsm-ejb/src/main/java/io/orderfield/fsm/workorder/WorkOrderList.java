package io.orderfield.fsm.workorder;

import io.orderfield.kernel.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query behind the lists of work orders. A condition that is not asked for is not in it. */
final class WorkOrderList {
    private static final Map<String, String> SORTS = Map.ofEntries(
            Map.entry("createdAt", "w.createdAt"),
            Map.entry("updatedAt", "w.updatedAt"),
            Map.entry("number", "w.number"),
            Map.entry("priority", "w.priority"),
            Map.entry("due", "w.due"),
            Map.entry("sla", "w.serviceLevel.breachAt"),
            Map.entry("state", "w.state"),
            Map.entry("accountName", "w.customer.accountName"),
            Map.entry("scheduledStart", "w.scheduledStart"),
            Map.entry("assigneeName", "w.assigneeName"));

    private static final List<NumberOf> NUMBERS = List.of(
            new NumberOf("wo\\d{7,}", "w.number = :text"),
            new NumberOf("ord\\d{7,}", "w.origin.customerOrder = :text"),
            new NumberOf("[psr]o\\d{7,}", "w.origin.domainOrder = :text"),
            new NumberOf("wot\\d{7,}", "w.id in (select t.workOrder.id from WorkOrderTask t where t.number = :text)"));

    /** Which records have such a number. */
    private record NumberOf(Pattern pattern, String condition) {
        NumberOf(String pattern, String condition) {
            this(Pattern.compile(pattern), condition);
        }
    }

    private final EntityManager entityManager;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String order;
    private boolean nothing;

    WorkOrderList(EntityManager entityManager, WorkOrderFilter filter, @Nullable Reach reach, Instant now) {
        this.entityManager = entityManager;
        this.order = orderBy(filter.sort());
        if (filter.text() != null && !filter.text().isBlank()) {
            text(filter.text().strip().toLowerCase(Locale.ROOT));
        }
        if (!filter.states().isEmpty()) {
            where(
                    "w.state in :states",
                    "states",
                    filter.states().stream().map(WorkOrderList::state).toList());
        }
        if (filter.assignee() != null && !filter.assignee().isBlank()) {
            // whoever has one of its tasks, not only the leading one
            where(
                    "exists (select a.id from WorkOrderTask a where a.workOrder = w and a.technician = :assignee)",
                    "assignee",
                    filter.assignee().strip());
        }
        equal("w.origin.domainOrder", "domainOrder", filter.domainOrder());
        equal("w.site.region", "region", filter.region());
        equal("w.template", "template", filter.template());
        if (filter.priority() != null) {
            where("w.priority = :priority", "priority", filter.priority());
        }
        if (filter.dueBefore() != null) {
            where("w.due <= :due", "due", filter.dueBefore());
        }
        if (!filter.sla().isEmpty()) {
            String condition = ServiceLevelCondition.of(filter.sla());
            conditions.add(condition);
            if (condition.contains(":now")) {
                parameters.put("now", now);
            }
        }
        if (reach != null) {
            nothing = reach.isNothing();
            where(
                    "exists (select t.id from WorkOrderTask t where t.workOrder = w and t.technician in :technicians)",
                    "technicians",
                    reach.technicians());
            where(Reach.recent("w"), "closedSince", reach.closedSince());
        }
    }

    private static String orderBy(@Nullable String sort) {
        String wanted = sort == null || sort.isBlank() ? "-createdAt" : sort.strip();
        boolean down = wanted.startsWith("-");
        String field = SORTS.get(down ? wanted.substring(1) : wanted);
        if (field == null) {
            throw Refusal.invalid(List.of(new Refusal.FieldProblem(
                    "sort",
                    "must be one of "
                            + String.join(", ", SORTS.keySet().stream().sorted().toList()))));
        }
        String direction = down ? " desc" : "";
        String nulls = field.equals(SORTS.get("sla")) ? down ? " nulls first" : " nulls last" : "";
        // the number makes the order total, or pages would overlap
        return " order by " + field + direction + nulls + (field.equals("w.number") ? "" : ", w.number" + direction);
    }

    private static WorkOrderState state(String name) {
        try {
            return WorkOrderState.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    List.of(new Refusal.FieldProblem("state", "is not a state of a work order: " + name)));
        }
    }

    /** A whole number of a record is looked up; any other text is looked for in what people read. */
    private void text(String text) {
        for (NumberOf number : NUMBERS) {
            if (number.pattern.matcher(text).matches()) {
                where(number.condition, "text", text.toUpperCase(Locale.ROOT));
                return;
            }
        }
        String pattern = "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        List<String> fields = List.of(
                "w.number",
                "w.shortDescription",
                "w.origin.customerOrder",
                "w.origin.domainOrder",
                "w.customer.accountName",
                "w.site.locationName",
                "w.site.city");
        String any = String.join(
                " or ",
                fields.stream()
                        .map(f -> "lower(" + f + ") like :text escape '!'")
                        .toList());
        where("(" + any + ")", "text", pattern);
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

    List<WorkOrder> page(int first, int max) {
        if (nothing) {
            return List.of();
        }
        return query("select w", order, WorkOrder.class)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    long count() {
        return nothing ? 0 : query("select count(w)", "", Long.class).getSingleResult();
    }

    /** Every state has an entry. */
    Map<String, Long> countByState() {
        Map<String, Long> counts = new TreeMap<>();
        for (WorkOrderState state : WorkOrderState.values()) {
            counts.put(state.name(), 0L);
        }
        if (!nothing) {
            query("select w.state, count(w)", " group by w.state", Object[].class)
                    .getResultList()
                    .forEach(row -> counts.put(((WorkOrderState) row[0]).name(), (Long) row[1]));
        }
        return counts;
    }

    private <T> TypedQuery<T> query(String select, String end, Class<T> type) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> query = entityManager.createQuery(select + " from WorkOrder w" + where + end, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}
