package io.orderfield.om.customerorder;

/**
 * An item that a revision of its order would have changed, and that it left as it is.
 *
 * @param code stable: {@code past-point-of-no-return}, {@code change-pending}, or {@code wrong-state} of what has ended, is
 *     being canceled, or was not let in
 * @param reason the same in words
 */
public record LeftAlone(String lineItem, String code, String reason) {
    static final String PENDING = "change-pending";

    static LeftAlone pastPointOfNoReturn(OrderLineItem item) {
        return new LeftAlone(item.number(), PastPointOfNoReturn.CODE, OrderLineItem.PAST_POINT_OF_NO_RETURN);
    }

    static LeftAlone pending(OrderLineItem item, String change) {
        return new LeftAlone(item.number(), PENDING, "The change " + change + " waits for the manager.");
    }

    static LeftAlone wrongState(OrderLineItem item) {
        return new LeftAlone(item.number(), "wrong-state", "The item is " + item.state() + " and can't be changed.");
    }
}
