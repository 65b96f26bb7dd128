package io.orderfield.rules;

import io.orderfield.kernel.Blank;
import io.orderfield.kernel.Sentence;
import io.orderfield.rules.Finding.Kind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a draft has lost most of what a table says: a file that was cut off, whose cells got lost, or a word that got into
 * a whole column, looks so.
 */
public final class TableLoss {
    /** Of fewer rows most are soon another one's. */
    private static final int FEWEST = 4;

    private final TableShape shape;
    private final List<TableRow> before;
    private final Map<String, DraftRow> now = new HashMap<>();
    private final String day;

    private TableLoss(TableShape shape, List<TableRow> before, List<DraftRow> after, LocalDate day) {
        this.shape = shape;
        this.before = before;
        after.forEach(row -> now.put(row.id(), row));
        this.day = day.toString();
    }

    /**
     * @param day from which on the draft is to decide
     * @return what is found when more than half of the rows that count on that day no longer do, or ask less, or more
     */
    public static Optional<Finding> of(DecisionTable before, List<DraftRow> after, LocalDate day) {
        return new TableLoss(
                        before.shape(),
                        before.rows().stream().filter(row -> row.countsOn(day)).toList(),
                        after,
                        day)
                .find();
    }

    private Optional<Finding> find() {
        long gone = count(this::isGone);
        long wider = count(row -> !isGone(row) && asksLess(row));
        long narrower = count(row -> !isGone(row) && !asksLess(row) && asksMore(row));
        if (before.size() < FEWEST || 2 * (gone + wider + narrower) <= before.size()) {
            return Optional.empty();
        }
        Sentence what = Sentence.of("finding.mostRowsLost")
                .with("rows", before.size())
                .with("gone", gone)
                .with("wider", wider)
                .with("narrower", narrower);
        return Optional.of(new Finding(Kind.MOST_ROWS_LOST, "", 0, "", what, Map.of()));
    }

    private long count(Predicate<TableRow> what) {
        return before.stream().filter(what).count();
    }

    private boolean isGone(TableRow row) {
        DraftRow kept = now.get(row.id());
        return kept == null
                || RowReader.isInactive(kept.cell(DraftRow.ACTIVE))
                || isDay(kept, DraftRow.VALID_TO)
                        && said(kept, DraftRow.VALID_TO).compareTo(day) < 0
                || isDay(kept, DraftRow.VALID_FROM)
                        && said(kept, DraftRow.VALID_FROM).compareTo(day) > 0;
    }

    private static boolean isDay(DraftRow row, String header) {
        return ConditionGrammar.isDate(said(row, header));
    }

    /** As it will be read: a blank of any kind says nothing. */
    private static String said(DraftRow row, String header) {
        return Blank.strip(row.cell(header));
    }

    private boolean asksLess(TableRow row) {
        DraftRow kept = now.get(row.id());
        return kept != null
                && row.conditions().keySet().stream().anyMatch(header -> ConditionGrammar.isBlank(said(kept, header)));
    }

    /** In a column in which it asked nothing before. */
    private boolean asksMore(TableRow row) {
        DraftRow kept = now.get(row.id());
        return kept != null
                && kept.cells().keySet().stream()
                        .anyMatch(header -> shape.condition(header) != null
                                && !ConditionGrammar.isBlank(said(kept, header))
                                && !row.conditions().containsKey(header));
    }
}
