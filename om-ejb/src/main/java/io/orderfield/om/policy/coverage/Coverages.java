package io.orderfield.om.policy.coverage;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.om.policy.coverage.CoverageCellView.CoveringRow;
import io.orderfield.rules.Column;
import io.orderfield.rules.Coverage;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rows can be met by what the catalog and the customers have. */
@Shared
public class Coverages {
    /** More than this nobody looks through. */
    private static final int MOST_CELLS = 30_000;

    /** Each row may be met in each cell; more than this no answer has room for. */
    private static final int MOST_ROWS_IN_CELLS = 3_000_000;

    private final CatalogValues known;
    private final Clock clock;

    @Inject
    Coverages(CatalogValues known, Clock clock) {
        this.known = known;
        this.clock = clock;
    }

    /** Headers of the columns by which the cells can be made finer. */
    public List<String> columns(TableShape shape) {
        return List.copyOf(known.byColumn(shape).keySet());
    }

    /**
     * As of today.
     *
     * @param header of one more column, null for specification and action alone
     * @throws Refusal invalid-request for a column of which it isn't known what may stand in it, or that has too many values
     */
    public List<CoverageCellView> of(TableShape shape, List<TableRow> rows, @Nullable String header) {
        return of(shape, rows, header, clock.instant());
    }

    /**
     * As of the day on which a version begins to decide, of today where it has begun.
     *
     * @throws Refusal invalid-request, as above
     */
    public List<CoverageCellView> of(
            TableShape shape, List<TableRow> rows, @Nullable String header, Instant effectiveAt) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(effectiveAt.isAfter(now) ? effectiveAt : now, ZoneOffset.UTC);
        Set<String> specifications = Objects.requireNonNullElse(known.now().specifications(), Set.of());
        Coverage coverage = header == null
                ? Coverage.of(shape, rows, day, specifications)
                : Coverage.of(
                        shape, rows, day, specifications, header, values(shape, header, specifications, rows.size()));
        Map<TableRow, CoveringRow> covering = new IdentityHashMap<>();
        rows.forEach(row -> covering.put(row, new CoveringRow(row.id(), row.number())));
        return coverage.cells().stream()
                .map(cell -> new CoverageCellView(
                        cell.specification(),
                        cell.action(),
                        cell.value(),
                        cell.rows().stream().map(covering::get).toList()))
                .toList();
    }

    private List<String> values(TableShape shape, String header, Set<String> specifications, int rows) {
        List<String> values = known.byColumn(shape).get(header);
        if (values == null) {
            throw Refusal.invalid("column", Sentence.of("field.noColumn").with("column", header));
        }
        int most = Math.min(MOST_CELLS, MOST_ROWS_IN_CELLS / Math.max(1, rows));
        int cells = specifications.size() * Column.ACTIONS.size() * values.size();
        if (cells > most) {
            throw Refusal.invalid(
                    "column", Sentence.of("field.tooMany").with("count", cells).with("most", most));
        }
        return values;
    }
}
