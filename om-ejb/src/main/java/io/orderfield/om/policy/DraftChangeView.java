package io.orderfield.om.policy;

import java.time.Instant;
import java.util.List;

/**
 * What made one revision of a draft out of the one before.
 *
 * @param by user name of who changed it
 */
public record DraftChangeView(long revision, String by, Instant at, List<TableDifference> differences) {}
