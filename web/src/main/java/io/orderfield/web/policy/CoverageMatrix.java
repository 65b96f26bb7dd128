package io.orderfield.web.policy;

import io.orderfield.om.policy.coverage.CoverageCellView;
import io.orderfield.web.policy.CoverageLine.Cell;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Coverage as a page shows it.
 *
 * @param lines those that forget a value first, then in the order of the cells; no more than anybody looks through
 * @param hidden how many lines are not among them
 * @param gaps how many cells no row covers
 * @param forgotten how many of these are covered for other values
 */
record CoverageMatrix(List<CoverageLine> lines, int hidden, long gaps, long forgotten) implements Serializable {
    static final CoverageMatrix NOTHING = new CoverageMatrix(List.of(), 0, 0, 0);
    private static final int MOST_SHOWN = 500;

    static CoverageMatrix of(List<CoverageCellView> cells) {
        Set<List<String>> covered = new HashSet<>();
        for (CoverageCellView cell : cells) {
            if (!cell.rows().isEmpty()) {
                covered.add(List.of(cell.specification(), cell.action()));
            }
        }
        Map<List<String>, CoverageLine> lines = new LinkedHashMap<>();
        for (int place = 0; place < cells.size(); place++) {
            CoverageCellView cell = cells.get(place);
            boolean forgotten = cell.rows().isEmpty() && covered.contains(List.of(cell.specification(), cell.action()));
            lines.computeIfAbsent(
                            List.of(cell.specification(), cell.value()),
                            key -> new CoverageLine(cell.specification(), cell.value(), new ArrayList<>()))
                    .cells()
                    .add(new Cell(cell.action(), place, cell.rows().size(), forgotten));
        }
        return new CoverageMatrix(
                new ArrayList<>(lines.values().stream()
                        .sorted(Comparator.comparing(CoverageLine::isForgetting).reversed())
                        .limit(MOST_SHOWN)
                        .toList()),
                Math.max(0, lines.size() - MOST_SHOWN),
                cells.stream().filter(cell -> cell.rows().isEmpty()).count(),
                lines.values().stream()
                        .flatMap(line -> line.cells().stream())
                        .filter(Cell::forgotten)
                        .count());
    }
}
