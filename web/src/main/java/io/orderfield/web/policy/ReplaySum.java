package io.orderfield.web.policy;

import io.orderfield.om.policy.replay.ReplayFigures;
import org.jspecify.annotations.Nullable;

/**
 * A line of the tables of a replay.
 *
 * @param row id of the row that makes the differences; null for all rows
 * @param number of the row in the draft; null when it is not in it, and for all rows
 * @param facts {@code DECIDED} or {@code TODAY}
 */
public record ReplaySum(@Nullable String row, @Nullable Integer number, String facts, ReplayFigures figures) {}
