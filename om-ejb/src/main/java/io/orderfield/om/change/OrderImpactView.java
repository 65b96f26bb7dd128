package io.orderfield.om.change;

import io.orderfield.om.customerorder.LeftAlone;
import java.util.List;

/**
 * What a revision of a customer order as a whole would do. Nothing has happened yet.
 *
 * @param impact what it would do to work orders; its differences are those of the order itself
 * @param lineItems numbers of the line items that would change
 * @param leftAlone the line items that it would change and leaves as they are, each with the reason
 */
public record OrderImpactView(ImpactView impact, List<String> lineItems, List<LeftAlone> leftAlone) {
    public OrderImpactView {
        lineItems = List.copyOf(lineItems);
        leftAlone = List.copyOf(leftAlone);
    }
}
