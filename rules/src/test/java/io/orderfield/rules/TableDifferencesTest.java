package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.rules.TableDifferences.ChangedCell;
import io.orderfield.rules.TableDifferences.ChangedRow;
import io.orderfield.rules.TableDifferences.MovedRow;
import io.orderfield.rules.TableDifferences.NumberedRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableDifferencesTest {

    @Test
    void knowsRowsByTheirIds() {
        DraftRow changed = new DraftRow("b", Map.of("template", "B", "region", "South", "note", "why"));

        TableDifferences differences = TableDifferences.between(
                List.of(row("a"), new DraftRow("b", Map.of("template", "B", "region", "North")), row("c"), row("d")),
                List.of(row("d"), row("a"), changed, row("e")));

        assertThat(differences.added()).containsExactly(new NumberedRow(4, row("e")));
        assertThat(differences.removed()).containsExactly(new NumberedRow(3, row("c")));
        assertThat(differences.changed())
                .containsExactly(new ChangedRow(
                        "b",
                        3,
                        Map.of("region", new ChangedCell("North", "South"), "note", new ChangedCell("", "why"))));
        assertThat(differences.moved()).containsExactly(new MovedRow("d", 4, 1));
        assertThat(differences.isEmpty()).isFalse();
    }

    @Test
    void findsNothingBetweenATableAndItself() {
        List<DraftRow> rows = List.of(row("a"), row("b"));

        assertThat(TableDifferences.between(rows, rows).isEmpty()).isTrue();
        assertThat(TableDifferences.between(
                                rows, List.of(row("a"), new DraftRow("b", Map.of("template", "T", "region", ""))))
                        .isEmpty())
                .isTrue();
    }

    /** A row that goes elsewhere moves alone, however far, and the others stay. */
    @Test
    void movesAsFewRowsAsPossible() {
        Random random = new Random(7);
        List<DraftRow> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            rows.add(row("r" + i));
        }
        for (int i = 0; i < 20; i++) {
            List<DraftRow> after = new ArrayList<>(rows);
            DraftRow one = after.remove(random.nextInt(1_000));
            after.add(1_200 + random.nextInt(700), one);

            assertThat(TableDifferences.between(rows, after).moved())
                    .extracting(MovedRow::id)
                    .containsExactly(one.id());
        }
        List<DraftRow> backwards = new ArrayList<>(rows);
        Collections.reverse(backwards);
        assertThat(TableDifferences.between(rows, backwards).moved()).hasSize(1_999);
    }

    private static DraftRow row(String id) {
        return new DraftRow(id, Map.of("template", "T"));
    }
}
