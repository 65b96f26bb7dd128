package io.orderfield.om.ordering;

import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.customerorder.LeftAlone;
import io.orderfield.om.customerorder.OrderLineItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an order in progress would be after a revision of it as a whole.
 *
 * @param differences what the order itself would say otherwise, old and new
 * @param items the items that would change, each with what it would be
 * @param leftAlone the items that it would change and leaves as they are, each with the reason
 */
public record RevisedOrder(
        List<FieldChange> differences, Map<OrderLineItem, RevisedLineItem> items, List<LeftAlone> leftAlone) {
    public RevisedOrder {
        differences = List.copyOf(differences);
        items = new LinkedHashMap<>(items);
        leftAlone = List.copyOf(leftAlone);
    }
}
