package io.orderfield.web.policy;

import io.orderfield.om.policy.DraftChangeView;
import io.orderfield.om.policy.TableDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What somebody else did to a draft meanwhile.
 *
 * @param by who did it last
 * @param at when, in the reader's words
 */
record GridConflict(String by, String at, List<Difference> differences) {
    /** More lines than this nobody reads before deciding. */
    private static final int MOST = 100;

    /**
     * One thing that is not as it was.
     *
     * @param what where in the table, in words
     */
    record Difference(String what, String from, String to) {}

    /**
     * All of it in one.
     *
     * @param kind says what happened to a row
     * @param label says what a column is called
     */
    static GridConflict of(
            List<DraftChangeView> changes,
            UnaryOperator<String> by,
            String at,
            Function<TableDifference, String> kind,
            UnaryOperator<String> label) {
        List<Difference> lines = new ArrayList<>();
        for (DraftChangeView change : changes) {
            for (TableDifference difference : change.differences()) {
                String row = kind.apply(difference);
                if (difference.cells().isEmpty()) {
                    lines.add(new Difference(row, moved(difference), Integer.toString(difference.row())));
                }
                difference
                        .cells()
                        .forEach((header, cell) ->
                                lines.add(new Difference(row + ", " + label.apply(header), cell.from(), cell.to())));
            }
        }
        String last = changes.isEmpty()
                ? ""
                : by.apply(changes.get(changes.size() - 1).by());
        return new GridConflict(last, at, lines.size() > MOST ? lines.subList(0, MOST) : lines);
    }

    private static String moved(TableDifference difference) {
        return difference.before() == null ? "" : difference.before().toString();
    }
}
