package io.orderfield.om.fallout;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fallouts to list; null and empty match all.
 *
 * @param states names out of OPEN, IN_PROGRESS and RESOLVED
 * @param cause stable code of the cause
 * @param owner user name of who takes care
 * @param customerOrder number of the customer order
 * @param domainOrder number of the domain order
 */
public record FalloutFilter(
        Set<String> states,
        @Nullable String cause,
        @Nullable String owner,
        @Nullable String customerOrder,
        @Nullable String domainOrder) {
    public FalloutFilter {
        states = Set.copyOf(states);
    }

    /** What nobody has resolved. */
    public static FalloutFilter open() {
        return new FalloutFilter(UNRESOLVED, null, null, null, null);
    }

    /** What nobody has resolved about a domain order. */
    public static FalloutFilter openOf(String domainOrder) {
        return new FalloutFilter(UNRESOLVED, null, null, null, domainOrder);
    }

    private static final Set<String> UNRESOLVED = Set.of("OPEN", "IN_PROGRESS");
}
