package io.orderfield.om.ordering;

import static io.orderfield.kernel.ListQuery.like;

import io.orderfield.kernel.ListQuery;
import io.orderfield.kernel.Shared;
import io.orderfield.om.OmData;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.number.NumberKind;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The items of one order, page by page from an index; an order may have 2,000. */
@Shared
public class LineItemLists {
    private final EntityManager entityManager;

    @Inject
    public LineItemLists(@OmData EntityManager entityManager) {
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
        ListQuery.checkPage(first, max);
        return query(orderId, filter)
                .query(entityManager, "i", OrderLineItem.class, " order by i.number")
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
    }

    long count(UUID orderId, LineItemFilter filter) {
        return query(orderId, filter).count(entityManager, "i");
    }

    private static ListQuery query(UUID orderId, LineItemFilter filter) {
        ListQuery query = new ListQuery("OrderLineItem i")
                .equal("i.orderId", "order", orderId)
                .among("i.state", "states", ListQuery.states(OrderState.class, filter.states(), "lineItems"));
        String text = filter.text() == null ? "" : filter.text().strip();
        return NumberKind.LINE_ITEM.isNumber(text)
                ? query.equal("i.number", "text", text.toUpperCase(Locale.ROOT))
                : query.containing(
                        text,
                        "i.said.location in (select l.number from Location l where " + like("l.name") + " or "
                                + like("l.city") + ")",
                        "i.said.specification in (select s.code from Specification s where " + like("s.name") + ")");
    }
}
