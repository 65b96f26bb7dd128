package io.orderfield.om.ordering;

import io.orderfield.om.customerorder.OrderState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which customer orders to list.
 *
 * @param text part of number, account name or external reference, in any case; null or blank matches all
 * @param states names of {@link OrderState}s; empty matches all
 * @param account number of the account
 * @param externalReference the whole reference
 * @param sort one of createdAt, number, priority, requestedDate, updatedAt, state, accountName, each with an optional
 *     leading minus; newest first when null
 */
public record CustomerOrderFilter(
        @Nullable String text,
        Set<String> states,
        @Nullable String account,
        @Nullable String externalReference,
        @Nullable String sort) {
    public CustomerOrderFilter {
        states = Set.copyOf(states);
    }

    /** Those that wait for the manager, the oldest first. */
    public static CustomerOrderFilter waiting() {
        return new CustomerOrderFilter(null, Set.of(OrderState.NEW.name()), null, null, "createdAt");
    }

    /** Every order, newest first. */
    public static CustomerOrderFilter all() {
        return new CustomerOrderFilter(null, Set.of(), null, null, null);
    }
}
