package io.orderfield.web.policy;

import io.orderfield.om.policy.DraftChangeView;
import io.orderfield.om.policy.TableDifference;
import io.orderfield.rules.TableDifferences.ChangedCell;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody else did to a draft meanwhile.
 *
 * @param by who did it last
 * @param at when, in the reader's words
 * @param hidden how many differences there are that are not among these
 */
record GridConflict(String by, String at, List<Difference> differences, int hidden) {
    /** More lines than this nobody reads before deciding. */
    static final int MOST = 100;

    /**
     * One thing that is not as it was.
     *
     * @param what where in the table, in words
     */
    record Difference(String what, String from, String to) {}

    /**
     * All of it in one: a line for each cell that says something else, and one for each row that is new, gone or elsewhere.
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
        List<Difference> lines = changes.stream()
                .flatMap(change -> change.differences().stream())
                .flatMap(difference -> lines(difference, kind.apply(difference), label))
                .toList();
        String last = changes.isEmpty()
                ? ""
                : by.apply(changes.get(changes.size() - 1).by());
        int shown = Math.min(lines.size(), MOST);
        return new GridConflict(last, at, lines.subList(0, shown), lines.size() - shown);
    }

    private static Stream<Difference> lines(TableDifference difference, String row, UnaryOperator<String> label) {
        return switch (difference.kind()) {
            case MOVED ->
                Stream.of(new Difference(row, String.valueOf(difference.before()), Integer.toString(difference.row())));
            case ADDED -> Stream.of(new Difference(row, "", said(difference, label, ChangedCell::to)));
            case REMOVED -> Stream.of(new Difference(row, said(difference, label, ChangedCell::from), ""));
            case CHANGED, HIT_POLICY ->
                difference.cells().entrySet().stream()
                        .map(cell -> new Difference(
                                row + ", " + label.apply(cell.getKey()),
                                cell.getValue().from(),
                                cell.getValue().to()));
        };
    }

    /** A whole row in one line. */
    private static String said(
            TableDifference difference, UnaryOperator<String> label, Function<ChangedCell, String> text) {
        return difference.cells().entrySet().stream()
                .filter(cell -> !text.apply(cell.getValue()).isBlank())
                .map(cell -> label.apply(cell.getKey()) + ' ' + text.apply(cell.getValue()))
                .collect(Collectors.joining(" · "));
    }
}
