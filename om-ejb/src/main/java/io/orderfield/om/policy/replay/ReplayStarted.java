package io.orderfield.om.policy.replay;

import io.orderfield.rules.DecisionTable;
import java.util.UUID;

/**
 * A replay is to run, on the node that was asked for it.
 *
 * @param table the draft as it was then, without the rows that can't be read
 */
public record ReplayStarted(UUID replay, DecisionTable table) {}
