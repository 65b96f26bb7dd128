package io.orderfield.om.customerorder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a revision of an order in progress makes of its items. The revision and its preview use it alike.
 *
 * @param wanted what each item that follows would say
 * @param leftAlone the items that would follow and can't, by number
 */
public record OrderWideRevision(Map<OrderLineItem, LineItemData> wanted, List<LeftAlone> leftAlone) {
    /** What items would say that say something else now, whether or not they can be changed. */
    public static Map<OrderLineItem, LineItemData> changed(
            List<OrderLineItem> items, CustomerOrderRevision revision, CustomerOrderDefaults after) {
        Map<OrderLineItem, LineItemData> changed = new LinkedHashMap<>();
        for (OrderLineItem item : items) {
            LineItemData next = revised(item.data(), revision, after);
            if (!next.equals(item.data())) {
                changed.put(item, next);
            }
        }
        return changed;
    }

    private static LineItemData revised(
            LineItemData item, CustomerOrderRevision revision, CustomerOrderDefaults after) {
        return new LineItemData(
                item.action(),
                item.specification(),
                item.location(),
                item.quantity(),
                item.characteristics(),
                taken(revision.contact(), after.contact(), item.contact()),
                revision.priority() == null ? item.priority() : after.priority(),
                taken(revision.requestedDate(), after.requestedDate(), item.requestedDate()),
                item.committedDate(),
                taken(revision.specialInstructions(), after.specialInstructions(), item.specialInstructions()));
    }

    /** The order's value where the revision speaks of it, else the item's. */
    private static <T> @Nullable T taken(@Nullable Object asked, @Nullable T ofOrder, @Nullable T ofItem) {
        return asked == null ? ofItem : ofOrder;
    }
}
