package io.orderfield.om.customerorder;

import io.orderfield.kernel.Refusal;
import io.orderfield.om.number.NumberKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The items of one order, page by page from an index; an order may have 2,000. */
@ApplicationScoped
class LineItemLists {
    private static final int LARGEST_PAGE = 200;

    @PersistenceContext(unitName = "om")
    private EntityManager entityManager;

    protected LineItemLists() {
        // for CDI
    }

    LineItemLists(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * What is known of an order's items without reading them.
     *
     * @param states how many are in each state
     * @param revisions the sum of their revisions
     */
    record Figures(Map<OrderState, Long> states, long revisions, boolean pastPointOfNoReturn) {}

    Figures figures(UUID orderId) {
        Map<OrderState, Long> states = new EnumMap<>(OrderState.class);
        long revisions = 0;
        long past = 0;
        for (Object[] row : entityManager
                .createQuery(
                        "select i.state, count(i.id), sum(i.revision), count(i.pointOfNoReturnAt)"
                                + " from OrderLineItem i where i.orderId = :order group by i.state",
                        Object[].class)
                .setParameter("order", orderId)
                .getResultList()) {
            states.put((OrderState) row[0], (Long) row[1]);
            revisions += ((Number) row[2]).longValue();
            past += (Long) row[3];
        }
        return new Figures(states, revisions, past > 0);
    }

    List<OrderLineItem> list(UUID orderId, LineItemFilter filter, int first, int max) {
        if (first < 0 || max < 1 || max > LARGEST_PAGE) {
            throw Refusal.invalid("invalid-page", "A page starts at 0 or later and has 1 to 200 entries.");
        }
        return query("select i", OrderLineItem.class, orderId, filter, " order by i.number")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    long count(UUID orderId, LineItemFilter filter) {
        return query("select count(i)", Long.class, orderId, filter, "").getSingleResult();
    }

    private <T> TypedQuery<T> query(String select, Class<T> result, UUID orderId, LineItemFilter filter, String order) {
        List<String> conditions = new ArrayList<>(List.of("i.orderId = :order"));
        Map<String, Object> parameters = new HashMap<>(Map.of("order", orderId));
        Set<OrderState> states = OrderState.named(filter.states(), "order line items");
        if (!states.isEmpty()) {
            conditions.add("i.state in :states");
            parameters.put("states", states);
        }
        String text = filter.text() == null ? "" : filter.text().strip();
        if (NumberKind.LINE_ITEM.isNumber(text)) {
            conditions.add("i.number = :text");
            parameters.put("text", text.toUpperCase(Locale.ROOT));
        } else if (!text.isEmpty()) {
            conditions.add("(i.location in (select l.number from Location l where lower(l.name) like :text escape '!'"
                    + " or lower(l.city) like :text escape '!')"
                    + " or i.specification in (select s.code from Specification s where lower(s.name) like :text escape"
                    + " '!'))");
            parameters.put("text", CustomerOrderQuery.pattern(text));
        }
        TypedQuery<T> query = entityManager.createQuery(
                select + " from OrderLineItem i where " + String.join(" and ", conditions) + order, result);
        parameters.forEach(query::setParameter);
        return query;
    }
}
