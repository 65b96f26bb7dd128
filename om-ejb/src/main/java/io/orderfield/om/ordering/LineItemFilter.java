package io.orderfield.om.ordering;

import io.orderfield.om.customerorder.OrderState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items of an order to list.
 *
 * @param states names of {@link OrderState}s; empty matches all
 * @param text the number of an item, or part of the name or city of its location or of its specification's name; null for
 *     all
 */
public record LineItemFilter(Set<String> states, @Nullable String text) {
    /** Every item. */
    public static final LineItemFilter ALL = new LineItemFilter(Set.of(), null);

    public LineItemFilter {
        states = Set.copyOf(states);
    }
}
