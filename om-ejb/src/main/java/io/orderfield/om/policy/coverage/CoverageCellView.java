package io.orderfield.om.policy.coverage;

import java.util.List;

/**
 * Which rows can be met by a specification and an action.
 *
 * @param value of one more column where that was asked for, else empty
 * @param rows the active rows that can be met, in row order; none is a gap
 */
public record CoverageCellView(String specification, String action, String value, List<CoveringRow> rows) {

    /** A row that can be met. */
    public record CoveringRow(String id, int row) {}
}
