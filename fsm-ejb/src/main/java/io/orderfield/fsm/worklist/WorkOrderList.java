package io.orderfield.fsm.worklist;

import static io.orderfield.kernel.ListQuery.like;

import io.orderfield.fsm.workorder.Reach;
import io.orderfield.fsm.workorder.WorkOrder;
import io.orderfield.fsm.workorder.WorkOrderState;
import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.ListQuery.Sort;
import io.orderfield.kernel.Refusal;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query behind the lists of work orders. A condition that is not asked for is not in it. */
public final class WorkOrderList {
    private static final Map<String, String> SORTS = Map.ofEntries(
            Map.entry("createdAt", "w.activity.createdAt"),
            Map.entry("updatedAt", "w.activity.updatedAt"),
            Map.entry("number", "w.number"),
            Map.entry("priority", "w.wanted.priority"),
            Map.entry("due", "w.wanted.due"),
            Map.entry("sla", "w.serviceLevel.breachAt"),
            Map.entry("state", "w.state"),
            Map.entry("accountName", "w.wanted.customer.accountName"),
            Map.entry("scheduledStart", "w.visits.scheduledStart"),
            Map.entry("assigneeName", "w.visits.assigneeName"));

    private static final List<NumberOf> NUMBERS = List.of(
            new NumberOf("wo\\d{7,}", "w.number = :text"),
            new NumberOf("ord\\d{7,}", "w.wanted.origin.customerOrder = :text"),
            new NumberOf("[psr]o\\d{7,}", "w.wanted.origin.domainOrder = :text"),
            new NumberOf("wot\\d{7,}", "w.id in (select t.workOrder.id from WorkOrderTask t where t.number = :text)"));

    /** Which records have such a number. */
    private record NumberOf(Pattern pattern, String condition) {
        NumberOf(String pattern, String condition) {
            this(Pattern.compile(pattern), condition);
        }
    }

    private final EntityManager entityManager;
    private final ListQuery query = new ListQuery("WorkOrder w");
    private final String order;
    private final boolean nothing;

    /** @throws Refusal INVALID for an unknown state or sort */
    public WorkOrderList(EntityManager entityManager, WorkOrderFilter filter, @Nullable Reach reach, Instant now) {
        this.entityManager = entityManager;
        this.order = orderBy(filter.sort());
        this.nothing = reach != null && reach.isNothing();
        text(filter.text());
        query.among("w.state", "states", ListQuery.states(WorkOrderState.class, filter.states(), "workOrders"))
                .equal("w.wanted.origin.domainOrder", "domainOrder", filter.domainOrder())
                .equal("w.wanted.site.region", "region", filter.region())
                .equal("w.madeFrom.template", "template", filter.template())
                .equal("w.wanted.priority", "priority", filter.priority())
                .compare("w.wanted.due <= :due", "due", filter.dueBefore());
        if (filter.assignee() != null && !filter.assignee().isBlank()) {
            // whoever has one of its tasks, not only the leading one
            query.where(
                    "exists (select a.id from WorkOrderTask a where a.workOrder = w and a.technician = :assignee)",
                    "assignee",
                    filter.assignee().strip());
        }
        if (!filter.sla().isEmpty()) {
            String condition = ServiceLevelCondition.of(filter.sla());
            if (condition.contains(":now")) {
                query.where(condition, "now", now);
            } else {
                query.where(condition);
            }
        }
        if (reach != null) {
            query.where(
                            "exists (select t.id from WorkOrderTask t where t.workOrder = w and t.technician in :technicians)",
                            "technicians",
                            reach.technicians())
                    .where(Reach.recent("w"), "closedSince", reach.closedSince());
        }
    }

    private static String orderBy(@Nullable String wanted) {
        Sort sort = Sort.of(wanted, "-createdAt", SORTS, "workOrders");
        String direction = sort.direction();
        String nulls = sort.path().equals(SORTS.get("sla")) ? sort.descending() ? " nulls first" : " nulls last" : "";
        // the number makes the order total, or pages would overlap
        return " order by " + sort.path() + direction + nulls
                + (sort.path().equals("w.number") ? "" : ", w.number" + direction);
    }

    /** A whole number of a record is looked up; any other text is looked for in what people read. */
    private void text(@Nullable String text) {
        String wanted = text == null ? "" : text.strip();
        for (NumberOf number : NUMBERS) {
            if (number.pattern.matcher(wanted.toLowerCase(Locale.ROOT)).matches()) {
                query.where(number.condition, "text", wanted.toUpperCase(Locale.ROOT));
                return;
            }
        }
        query.containing(
                wanted,
                like("w.number"),
                like("w.wanted.shortDescription"),
                like("w.wanted.origin.customerOrder"),
                like("w.wanted.origin.domainOrder"),
                like("w.wanted.customer.accountName"),
                like("w.wanted.site.locationName"),
                like("w.wanted.site.city"));
    }

    public List<WorkOrder> page(int first, int max) {
        if (nothing) {
            return List.of();
        }
        return query.query(entityManager, "w", WorkOrder.class, order)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    public long count() {
        return nothing ? 0 : query.count(entityManager, "w");
    }

    /** Every state has an entry. */
    public Map<String, Long> countByState() {
        Map<String, Long> counts = new TreeMap<>();
        for (WorkOrderState state : WorkOrderState.values()) {
            counts.put(state.name(), 0L);
        }
        if (!nothing) {
            query.query(entityManager, "w.state, count(w)", Object[].class, " group by w.state")
                    .getResultList()
                    .forEach(row -> counts.put(((WorkOrderState) row[0]).name(), (Long) row[1]));
        }
        return counts;
    }
}
