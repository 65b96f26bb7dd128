package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.om.policy.CoverageCellView.CoveringRow;
import io.orderfield.rules.Column;
import io.orderfield.rules.Coverage;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rows can be met today by what the catalog and the customers have. */
@Shared
class Coverages {
    private final CatalogValues known;
    private final Clock clock;

    @Inject
    Coverages(CatalogValues known, Clock clock) {
        this.known = known;
        this.clock = clock;
    }

    /** @throws Refusal invalid-request for a column of which it isn't known what may stand in it */
    List<CoverageCellView> of(TableShape shape, List<TableRow> rows, @Nullable String header) {
        Set<String> specifications = Objects.requireNonNullElse(known.now().specifications(), Set.of());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Coverage coverage = header == null
                ? Coverage.of(shape, rows, today, specifications)
                : Coverage.of(shape, rows, today, specifications, header, values(shape, header));
        return coverage.cells().stream()
                .map(cell -> new CoverageCellView(
                        cell.specification(),
                        cell.action(),
                        cell.value(),
                        cell.rows().stream()
                                .map(row -> new CoveringRow(row.id(), row.number()))
                                .toList()))
                .toList();
    }

    private List<String> values(TableShape shape, String header) {
        Column column = shape.condition(header);
        List<String> values = column == null ? List.of() : known.valuesOf(column);
        if (values.isEmpty()) {
            throw Refusal.invalid("column", Sentence.of("field.noColumn").with("column", header));
        }
        return values;
    }
}
