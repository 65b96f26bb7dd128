package io.orderfield.rules.files;

import static java.util.stream.Collectors.toSet;

import io.orderfield.rules.DraftRow;
import io.orderfield.rules.InvalidDecisionTableException;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.ReadRows;
import io.orderfield.rules.RowReader;
import io.orderfield.rules.TableProblem;
import io.orderfield.rules.TableShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a file holds.
 *
 * @param rows the rows as they stand there
 * @param faults what is wrong with the form of the file: it can't be taken at all
 */
public record TableContent(TableShape shape, List<DraftRow> rows, List<TableProblem> faults) {
    public TableContent {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * The rows with whatever stands in their cells, right or wrong.
     *
     * @throws InvalidDecisionTableException when the form of the file is wrong
     */
    public List<DraftRow> drafts() {
        if (!faults.isEmpty()) {
            throw new InvalidDecisionTableException(TableProblem.first(faults));
        }
        return rows;
    }

    /** The rows read cell by cell; faults of the form are told with what else is wrong. */
    public ReadRows read(KnownValues known) {
        ReadRows read = new RowReader(shape, known).read(rows);
        if (faults.isEmpty()) {
            return read;
        }
        // what lacks cells or a column has been told that once
        Set<Integer> torn = faults.stream().map(TableProblem::row).collect(toSet());
        Set<String> missing = faults.stream()
                .filter(fault -> fault.row() == 0)
                .map(TableProblem::column)
                .collect(toSet());
        List<TableProblem> all = new ArrayList<>(faults);
        read.problems().stream()
                .filter(problem -> !torn.contains(problem.row()) && !missing.contains(problem.column()))
                .forEach(all::add);
        all.sort(Comparator.comparingInt(TableProblem::row));
        return new ReadRows(shape, List.of(), TableProblem.first(all));
    }
}
