package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.rules.Finding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableLossTest {
    private static final List<DraftRow> BEFORE = IntStream.rangeClosed(1, 10)
            .mapToObj(i -> new DraftRow("r" + i, Map.of("specification", "S" + i, "template", "T")))
            .toList();

    private static final List<TableRow> TABLE = new RowReader(TableShape.WORK_ORDER_POLICY, KnownValues.UNCHECKED)
            .read(BEFORE)
            .rows();

    @Test
    void tellsWhenMostRowsAreGone() {
        assertThat(TableLoss.of(TABLE, BEFORE)).isEmpty();
        assertThat(TableLoss.of(TABLE, BEFORE.subList(0, 5))).isEmpty();
        assertThat(TableLoss.of(TABLE, BEFORE.subList(0, 4))).hasValueSatisfying(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.MOST_ROWS_LOST);
            assertThat(RulesSentences.english(finding.what()))
                    .contains("10 rows")
                    .contains("6 are gone")
                    .contains("0 ask less");
        });
    }

    @Test
    void countsRowsThatWereSwitchedOffOrAskLess() {
        List<DraftRow> after = new ArrayList<>(BEFORE);
        for (int i = 0; i < 3; i++) {
            after.set(i, with(BEFORE.get(i), DraftRow.ACTIVE, "No"));
            after.set(i + 3, with(BEFORE.get(i + 3), "specification", " - "));
        }
        assertThat(TableLoss.of(TABLE, after))
                .hasValueSatisfying(finding -> assertThat(RulesSentences.english(finding.what()))
                        .contains("3 are gone or no longer active")
                        .contains("3 ask less"));
        after.set(0, BEFORE.get(0));
        assertThat(TableLoss.of(TABLE, after)).isEmpty();
    }

    @Test
    void doesNotMindOtherRows() {
        List<DraftRow> after = new ArrayList<>();
        BEFORE.forEach(row -> after.add(with(row, "specification", "Other")));
        assertThat(TableLoss.of(TABLE, after)).isEmpty();
        assertThat(TableLoss.of(TABLE.subList(0, 3), List.of())).isEmpty();
    }

    private static DraftRow with(DraftRow row, String header, String text) {
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.put(header, text);
        return new DraftRow(row.id(), cells);
    }
}
