package io.orderfield.om.customerorder;

import io.orderfield.kernel.Sentence;

/**
 * An item that a revision of its order would have changed, and that it left as it is.
 *
 * @param code stable: {@code past-point-of-no-return}, {@code change-pending}, or {@code wrong-state} of what has ended, is
 *     being canceled, or was not let in
 * @param reason the same, to be said
 */
public record LeftAlone(String lineItem, String code, Sentence reason) {
    public static final String PENDING = "change-pending";

    public static LeftAlone pastPointOfNoReturn(OrderLineItem item) {
        return new LeftAlone(item.number(), PastPointOfNoReturn.CODE, Sentence.of("past-point-of-no-return.item"));
    }

    public static LeftAlone pending(OrderLineItem item, String change) {
        return new LeftAlone(
                item.number(), PENDING, Sentence.of("change-pending.item").with("change", change));
    }

    public static LeftAlone wrongState(OrderLineItem item) {
        return new LeftAlone(
                item.number(), "wrong-state", Sentence.of("wrong-state.item").with("state", item.state()));
    }
}
