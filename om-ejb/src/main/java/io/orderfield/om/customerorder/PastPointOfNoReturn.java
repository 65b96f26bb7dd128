package io.orderfield.om.customerorder;

import io.orderfield.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** The refusal of every change past the point of no return, with the numbers of the items that stand against it. */
final class PastPointOfNoReturn {
    static final String CODE = "past-point-of-no-return";

    private PastPointOfNoReturn() {}

    static Refusal refusal(List<String> lineItems) {
        String message = lineItems.size() == 1
                ? "The order line item " + lineItems.get(0) + " is past the point of no return."
                : lineItems.size() + " order line items are past the point of no return: "
                        + String.join(", ", lineItems.subList(0, Math.min(10, lineItems.size())))
                        + (lineItems.size() > 10 ? " …" : "") + ".";
        return new Refusal(
                Refusal.Kind.CONFLICT, CODE, message, List.of(), Map.of("lineItems", List.copyOf(lineItems)));
    }
}
