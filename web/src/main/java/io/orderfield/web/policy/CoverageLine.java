package io.orderfield.web.policy;

import java.io.Serializable;
import java.util.List;

/**
 * A line of the matrix: a specification, and the value of one more column where that was chosen.
 *
 * @param cells one for each action
 */
public record CoverageLine(String specification, String value, List<Cell> cells) implements Serializable {

    /**
     * One cell.
     *
     * @param place where it stands among all cells
     * @param rows how many rows can be met; 0 is a gap
     * @param forgotten a gap although the same specification and action are covered for other values of the column
     */
    public record Cell(String action, int place, int rows, boolean forgotten) implements Serializable {}

    /** Whether a value was forgotten. */
    boolean isForgetting() {
        return cells.stream().anyMatch(Cell::forgotten);
    }
}
