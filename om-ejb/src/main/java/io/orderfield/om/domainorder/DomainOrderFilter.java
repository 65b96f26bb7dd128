package io.orderfield.om.domainorder;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which domain orders to list.
 *
 * @param customerOrder number of the customer order, null matches all
 * @param states names of states; empty matches all
 * @param text part of a number (of the domain order, customer order or line item), of the account's or of the
 *     specification's name, in any case; null or blank matches all
 * @param pending true for those that wait for an answer of Field Service about one of their work orders, false for the
 *     others, null for all
 * @param sort number, state, updatedAt, accountName or specification, with a leading {@code -} for falling order; null
 *     sorts by number
 */
public record DomainOrderFilter(
        @Nullable String customerOrder,
        Set<String> states,
        @Nullable String text,
        @Nullable Boolean pending,
        @Nullable String sort) {
    public DomainOrderFilter {
        states = Set.copyOf(states);
    }

    /** Whether something is pending does not matter. */
    public DomainOrderFilter(
            @Nullable String customerOrder, Set<String> states, @Nullable String text, @Nullable String sort) {
        this(customerOrder, states, text, null, sort);
    }
}
