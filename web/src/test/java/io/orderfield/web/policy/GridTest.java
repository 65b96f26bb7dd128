package io.orderfield.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.om.policy.DraftChangeView;
import io.orderfield.om.policy.TableColumnView;
import io.orderfield.om.policy.TableDifference;
import io.orderfield.om.policy.TableDifference.Difference;
import io.orderfield.rules.TableDifferences.ChangedCell;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the editor's grid is told of columns, and of what somebody else did meanwhile. */
class GridTest {
    @ParameterizedTest
    @CsvSource({
        "SPECIFICATION, false, list",
        "ACTION, false, list",
        "TEXT, false, list",
        "CHARACTERISTIC, false, list",
        "WHOLE_NUMBER, false, range",
        "DATE, false, range",
        "TEMPLATE, true, choice",
        "CHOICE, true, choice"
    })
    void aColumnIsWrittenAsItsKindWants(String kind, boolean result, String expected) {
        GridColumn column = GridColumn.of(new TableColumnView("any", kind, result, List.of("A")), String::toString);
        assertThat(column.kind()).isEqualTo(expected);
        assertThat(column.values()).containsExactly("A");
    }

    @Test
    void prioritiesAreSuggestedInConditionsAndResults() {
        for (boolean result : List.of(true, false)) {
            TableColumnView priority = new TableColumnView("priority", "PRIORITY", result, List.of());
            assertThat(GridColumn.of(priority, String::toString).values()).containsExactly("1", "2", "3", "4");
        }
    }

    @Test
    void aConflictNamesWhoDidItLastAndEachCell() {
        GridConflict conflict = conflict(
                change(
                        "petra",
                        difference(Difference.CHANGED, null, Map.of("region", new ChangedCell("Norte", "Sul")))),
                change("aino", difference(Difference.MOVED, 7, Map.of())));
        assertThat(conflict.by()).isEqualTo("AINO");
        assertThat(conflict.at()).isEqualTo("noon");
        assertThat(conflict.differences())
                .containsExactly(
                        new GridConflict.Difference("CHANGED 3, REGION", "Norte", "Sul"),
                        new GridConflict.Difference("MOVED 3", "7", "3"));
    }

    @Test
    void aRowThatIsNewOrGoneIsOneLine() {
        Map<String, ChangedCell> gone = new LinkedHashMap<>();
        gone.put("region", new ChangedCell("Norte", ""));
        gone.put("country", new ChangedCell("", ""));
        gone.put("template", new ChangedCell("INSTALL", ""));
        GridConflict conflict = conflict(change(
                "petra",
                difference(Difference.REMOVED, null, gone),
                difference(Difference.ADDED, null, Map.of("region", new ChangedCell("", "Sul")))));
        assertThat(conflict.differences())
                .containsExactly(
                        new GridConflict.Difference("REMOVED 3", "REGION Norte · TEMPLATE INSTALL", ""),
                        new GridConflict.Difference("ADDED 3", "", "REGION Sul"));
        assertThat(conflict.hidden()).isZero();
    }

    @Test
    void aConflictOfAThousandRowsStaysReadable() {
        TableDifference moved = difference(Difference.MOVED, 7, Map.of());
        GridConflict conflict =
                conflict(change("petra", Collections.nCopies(1000, moved).toArray(new TableDifference[0])));
        assertThat(conflict.differences()).hasSize(100);
        assertThat(conflict.hidden()).isEqualTo(900);
    }

    private static GridConflict conflict(DraftChangeView... changes) {
        return GridConflict.of(
                List.of(changes),
                GridTest::loud,
                "noon",
                difference -> difference.kind() + " " + difference.row(),
                GridTest::loud);
    }

    private static String loud(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static DraftChangeView change(String by, TableDifference... differences) {
        return new DraftChangeView(2, by, Instant.EPOCH, List.of(differences));
    }

    private static TableDifference difference(
            Difference kind, @Nullable Integer before, Map<String, ChangedCell> cells) {
        return new TableDifference(kind, "r3", 3, before, cells);
    }
}
