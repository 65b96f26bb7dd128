package io.orderfield.om.policy.replay;

import org.jspecify.annotations.Nullable;

/**
 * The differences that one row makes.
 *
 * @param row id of the row: the draft's, or where the draft wants nothing any more the one that did
 * @param number its number in the draft now, null when it is not in it
 * @param decided on the facts that decided, of all domain orders
 * @param today on the facts of today, of the open ones
 */
public record ReplayGroupView(String row, @Nullable Integer number, ReplayFigures decided, ReplayFigures today) {}
