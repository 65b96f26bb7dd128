package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.rules.Finding.Kind;
import java.time.LocalDate;
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

    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
    private static final DecisionTable TABLE = table(BEFORE);

    @Test
    void tellsWhenMostRowsAreGone() {
        assertThat(TableLoss.of(TABLE, BEFORE, DAY)).isEmpty();
        assertThat(TableLoss.of(TABLE, BEFORE.subList(0, 5), DAY)).isEmpty();
        assertThat(TableLoss.of(TABLE, BEFORE.subList(0, 4), DAY)).hasValueSatisfying(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.MOST_ROWS_LOST);
            assertThat(RulesSentences.english(finding.what()))
                    .contains("10 rows")
                    .contains("6 no longer count")
                    .contains("0 ask less");
        });
    }

    @Test
    void countsRowsThatWereSwitchedOffOrAskLess() {
        List<DraftRow> after = new ArrayList<>(BEFORE);
        for (int i = 0; i < 3; i++) {
            after.set(i, with(BEFORE.get(i), DraftRow.ACTIVE, "No"));
            after.set(i + 3, with(BEFORE.get(i + 3), "specification", i == 0 ? "\u00A0" : " - "));
        }
        assertThat(TableLoss.of(TABLE, after, DAY))
                .hasValueSatisfying(finding -> assertThat(RulesSentences.english(finding.what()))
                        .contains("3 no longer count")
                        .contains("3 ask less"));
        after.set(0, BEFORE.get(0));
        assertThat(TableLoss.of(TABLE, after, DAY)).isEmpty();
    }

    @Test
    void countsRowsThatHaveEndedOrNotBegunAndRowsThatAskForMore() {
        List<DraftRow> after = new ArrayList<>(BEFORE);
        for (int i = 0; i < 2; i++) {
            after.set(i, with(BEFORE.get(i), DraftRow.VALID_TO, "2026-01-31"));
            after.set(i + 2, with(BEFORE.get(i + 2), DraftRow.VALID_FROM, " 2026-02-02"));
            after.set(i + 4, with(BEFORE.get(i + 4), "region", "Highlands"));
        }
        assertThat(TableLoss.of(TABLE, after, DAY))
                .hasValueSatisfying(finding -> assertThat(RulesSentences.english(finding.what()))
                        .contains("4 no longer count")
                        .contains("0 ask less")
                        .contains("2 ask for more"));
        after.set(0, with(BEFORE.get(0), DraftRow.VALID_TO, "2026-02-01"));
        assertThat(TableLoss.of(TABLE, after, DAY)).isEmpty();
    }

    @Test
    void doesNotMindOtherRows() {
        List<DraftRow> after = new ArrayList<>();
        BEFORE.forEach(row -> after.add(with(row, "specification", "Other")));
        assertThat(TableLoss.of(TABLE, after, DAY)).isEmpty();
        assertThat(TableLoss.of(table(BEFORE.subList(0, 3)), List.of(), DAY)).isEmpty();
    }

    private static DecisionTable table(List<DraftRow> rows) {
        return new RowReader(TableShape.WORK_ORDER_POLICY, KnownValues.UNCHECKED)
                .read(rows)
                .table(HitPolicy.COLLECT);
    }

    private static DraftRow with(DraftRow row, String header, String text) {
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.put(header, text);
        return new DraftRow(row.id(), cells);
    }
}
