package io.orderfield.om.change;

import io.orderfield.kernel.Tagged;
import java.util.List;

/**
 * What the cancellation of a whole order would do. Nothing has happened yet.
 *
 * @param lineItems the items that have not ended, and whose cancellation is not in progress already, by number
 * @param etag stands for everything that the preview was made from; another one later means that this preview is past
 */
public record OrderCancellationView(String customerOrder, List<ItemCancellation> lineItems, String etag)
        implements Tagged {
    public OrderCancellationView {
        lineItems = List.copyOf(lineItems);
    }

    /** Numbers of the items that keep the order from being canceled as a whole. */
    public List<String> kept() {
        return lineItems.stream()
                .filter(ItemCancellation::pastPointOfNoReturn)
                .map(ItemCancellation::lineItem)
                .toList();
    }

    /**
     * One item of the order.
     *
     * @param state name of its state now
     * @param pastPointOfNoReturn whether it keeps its work: nothing cancels it
     * @param cancels work orders that would be canceled
     * @param leaves work orders that would stay as they are: their work has ended, or the item is past the point of no
     *     return
     */
    public record ItemCancellation(
            String lineItem,
            String state,
            boolean pastPointOfNoReturn,
            List<ImpactRow> cancels,
            List<ImpactRow> leaves) {
        public ItemCancellation {
            cancels = List.copyOf(cancels);
            leaves = List.copyOf(leaves);
        }
    }
}
