package io.orderfield.om.policy;

import org.jspecify.annotations.Nullable;

/**
 * A decision table in a list.
 *
 * @param table the table's code
 * @param name as people call it
 * @param serving the version that decides now
 * @param planned the version that waits for its time, null when none does
 */
public record DecisionTableSummary(
        String table,
        String name,
        @Nullable DecisionTableVersionView serving,
        @Nullable DecisionTableVersionView planned) {}
