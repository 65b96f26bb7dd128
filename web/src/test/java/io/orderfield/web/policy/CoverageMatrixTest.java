package io.orderfield.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.om.policy.coverage.CoverageCellView;
import io.orderfield.om.policy.coverage.CoverageCellView.CoveringRow;
import io.orderfield.rules.Column;
import io.orderfield.web.policy.CoverageLine.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The cells of a coverage, which come specification by specification and action by action, as lines of a matrix. */
class CoverageMatrixTest {

    @Test
    void aSpecificationIsOneLineOfItsActions() {
        CoverageMatrix matrix = CoverageMatrix.of(
                List.of(cell("ONT", "ADD", "", 2), cell("ONT", "CHANGE", "", 0), cell("ONT", "DISCONNECT", "", 1)));
        assertThat(texts(matrix)).containsExactly("ONT : 2 0 1");
        assertThat(matrix.gaps()).isEqualTo(1);
        assertThat(matrix.forgotten()).isZero();
        assertThat(matrix.lines().get(0).cells()).extracting(Cell::place).containsExactly(0, 1, 2);
    }

    @Test
    void byOneMoreColumnEachOfItsValuesIsALineOfAllActionsAndWhatIsForgottenComesFirst() {
        CoverageMatrix matrix = CoverageMatrix.of(cells(
                List.of("ONT", "VOICE"),
                List.of("Norte", "Tokyo"),
                // ONT: covered in both regions for ADD alone; VOICE: Tokyo is forgotten
                1,
                1,
                0,
                0,
                0,
                0,
                3,
                0,
                3,
                0,
                0,
                0));
        assertThat(texts(matrix))
                .containsExactly("VOICE Tokyo: 0! 0! 0", "ONT Norte: 1 0 0", "ONT Tokyo: 1 0 0", "VOICE Norte: 3 3 0");
        assertThat(matrix.gaps()).isEqualTo(8);
        assertThat(matrix.forgotten()).isEqualTo(2);
    }

    @Test
    void aCellKnowsItsPlaceAmongAllCells() {
        List<CoverageCellView> cells = cells(List.of("ONT"), List.of("Norte", "Tokyo"), 1, 0, 1, 1, 1, 1);
        CoverageMatrix.of(cells).lines().forEach(line -> line.cells().forEach(cell -> {
            CoverageCellView meant = cells.get(cell.place());
            assertThat(meant.specification()).isEqualTo(line.specification());
            assertThat(meant.value()).isEqualTo(line.value());
            assertThat(meant.action()).isEqualTo(cell.action());
        }));
    }

    @Test
    void moreLinesThanAnybodyLooksThroughAreCounted() {
        List<String> regions =
                IntStream.range(0, 600).mapToObj(number -> "Region " + number).toList();
        int[] rows = new int[600 * Column.ACTIONS.size()];
        Arrays.fill(rows, 1);
        rows[599] = 0;
        CoverageMatrix matrix = CoverageMatrix.of(cells(List.of("ONT"), regions, rows));
        assertThat(matrix.lines()).hasSize(500);
        assertThat(matrix.hidden()).isEqualTo(100);
        assertThat(matrix.lines().get(0).value()).as("the one with a gap").isEqualTo("Region 599");
    }

    /** In the order in which they are made: specification, action, value. */
    private static List<CoverageCellView> cells(List<String> specifications, List<String> values, int... rows) {
        List<CoverageCellView> cells = new ArrayList<>();
        for (String specification : specifications) {
            for (String action : Column.ACTIONS) {
                for (String value : values) {
                    cells.add(cell(specification, action, value, rows[cells.size()]));
                }
            }
        }
        return cells;
    }

    private static CoverageCellView cell(String specification, String action, String value, int rows) {
        return new CoverageCellView(
                specification,
                action,
                value,
                IntStream.range(0, rows)
                        .mapToObj(number -> new CoveringRow("r" + number, number + 1))
                        .toList());
    }

    private static List<String> texts(CoverageMatrix matrix) {
        return matrix.lines().stream()
                .map(line -> line.specification() + " " + line.value() + ": "
                        + line.cells().stream()
                                .map(cell -> cell.rows() + (cell.forgotten() ? "!" : ""))
                                .collect(Collectors.joining(" ")))
                .toList();
    }
}
