package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {
    private final RowReader reader = new RowReader(TableShape.WORK_ORDER_POLICY, KnownValues.UNCHECKED);

    @Test
    void makesTypedRowsOfWhatWasTyped() {
        ReadRows read = reader.read(List.of(row(
                "a1",
                Map.of(
                        "specification", " ONT,FIBER-ACCESS ",
                        "template", " ONT-INSTALL ",
                        "workOrders", "ONE_PER_UNIT",
                        "note", " after the storm ",
                        "active", "No",
                        "validFrom", "2026-03-01",
                        "validTo", " 2026-03-31 "))));

        assertThat(read.problems()).isEmpty();
        assertThat(read.rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo("a1");
            assertThat(row.number()).isEqualTo(1);
            assertThat(row.conditions().get("specification").text()).isEqualTo("FIBER-ACCESS, ONT");
            assertThat(row.results())
                    .containsExactly(
                            Map.entry("template", "ONT-INSTALL"),
                            Map.entry("workOrders", "one per unit"),
                            Map.entry("pointOfNoReturn", "never"));
            assertThat(row.note()).isEqualTo("after the storm");
            assertThat(row.active()).isFalse();
            assertThat(row.validFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(row.validTo()).isEqualTo(LocalDate.of(2026, 3, 31));
        });
    }

    @Test
    void tellsEveryProblemWithItsRowAndColumn() {
        ReadRows read = reader.read(List.of(
                row("r1", Map.of("template", "A")),
                row("r1", Map.of("template", "A")),
                row("not an id", Map.of("template", "A")),
                row("r4", Map.of("quantity", ">=x")),
                row("r5", Map.of("template", "A", "color", "red")),
                row("r6", Map.of("template", "A", "active", "perhaps")),
                row("r7", Map.of("template", "A", "validTo", "tomorrow")),
                row("r8", Map.of("template", "A", "validFrom", "2026-03-02", "validTo", "2026-03-01")),
                row("r9", Map.of("template", "A", "note", "x".repeat(1_001))),
                row("r10", Map.of("template", "A", "note", "a\u0007b")),
                row("r11", Map.of("template", "A", "note", "a\u202Eb"))));

        assertThat(read.rows()).extracting(TableRow::id).containsExactly("r1");
        assertThat(read.problems())
                .extracting(problem -> problem.id() + " " + problem)
                .containsExactly(
                        "r1 row 2, id: another row has the id r1 as well: clear the id of a row that is a copy",
                        "not an id row 3, id: 'not an id' is not an id"
                                + " (up to 36 letters, digits, dots, hyphens and underscores)",
                        "r4 row 4, quantity: '>=x' is not a range (examples: >=5, <10, [1..5], (1..5])",
                        "r4 row 4, template: a row needs a work order template",
                        "r5 row 5, color: there is no such column",
                        "r6 row 6, active: 'perhaps' is neither yes nor no",
                        "r7 row 7, validTo: 'tomorrow' is not a day (example: 2026-01-31)",
                        "r8 row 8, validTo: the row ends before it begins",
                        "r9 row 9, note: the cell is longer than 1000 characters",
                        "r10 row 10, note: a note holds text, and no control characters",
                        "r11 row 11, note: a note holds text, and no control characters");
        assertThatThrownBy(() -> read.table(HitPolicy.COLLECT)).isInstanceOf(InvalidDecisionTableException.class);
    }

    /** As they come out of a web page or a spreadsheet. */
    @Test
    void takesBlanksThatBreakNoLineForBlanks() {
        ReadRows read = reader.read(List.of(row(
                "r1",
                Map.of(
                        "template", "\u00A0A\u202F",
                        "region", "North\u00A0Sea,\u00A0B\u2007",
                        "quantity", "\u202F>=\u00A05",
                        "active", "\u00A0no",
                        "validTo", "2026-03-01\u00A0",
                        "country", "\u00A0",
                        "note", "\u00A0a\u00A0b\u202F"))));

        assertThat(read.problems()).isEmpty();
        assertThat(DraftRow.of(read.rows().get(0)).cells())
                .isEqualTo(Map.of(
                        "template", "A",
                        "region", "B, North Sea",
                        "quantity", ">=5",
                        "active", "no",
                        "validTo", "2026-03-01",
                        "workOrders", "one",
                        "pointOfNoReturn", "never",
                        "note", "a\u00A0b"));
    }

    @Test
    void checksWhatIsKnown() {
        RowReader strict =
                new RowReader(TableShape.WORK_ORDER_POLICY, new KnownValues(Set.of("ONT"), Set.of("ONT-INSTALL")));

        assertThat(strict.read(List.of(row("r1", Map.of("specification", "TOASTER", "template", "BREAKFAST"))))
                        .problems())
                .extracting(TableProblem::reason)
                .containsExactlyInAnyOrder("unknown value 'TOASTER'", "unknown template 'BREAKFAST'");
    }

    @ParameterizedTest
    @CsvSource({"'',true", "-,true", "yes,true", "TRUE,true", "1,true", "x,true", "no,false", "False,false", "0,false"})
    void readsWhetherARowIsActive(String cell, boolean active) {
        assertThat(reader.read(List.of(row("r1", Map.of("template", "A", "active", cell))))
                        .rows())
                .extracting(TableRow::active)
                .containsExactly(active);
    }

    @Test
    void writesWhatItReadAndKeepsWhatItCannotRead() {
        DraftRow typed = row("r1", Map.of("template", "A", "region", "B,A", "quantity", "many", "active", "TRUE"));

        assertThat(reader.canonical(List.of(typed)))
                .containsExactly(row(
                        "r1",
                        Map.of(
                                "template", "A",
                                "region", "A, B",
                                "quantity", "many",
                                "workOrders", "one",
                                "pointOfNoReturn", "never")));
    }

    @Test
    void readsWhatARowWritesOfItself() {
        TableRow row = reader.read(List.of(row(
                        "x",
                        Map.of(
                                "template",
                                "A",
                                "priority",
                                ">=2",
                                "note",
                                "n",
                                "active",
                                "no",
                                "validTo",
                                "2026-01-01"))))
                .rows()
                .get(0);

        assertThat(reader.read(List.of(DraftRow.of(row))).rows()).containsExactly(row);
        assertThat(reader.canonical(List.of(DraftRow.of(row)))).containsExactly(DraftRow.of(row));
    }

    @Test
    void readsNoMoreRowsThanATableMayHave() {
        List<DraftRow> many = IntStream.rangeClosed(0, TableLimits.MAX_ROWS)
                .mapToObj(i -> row("r" + i, Map.of("template", "A")))
                .toList();

        assertThat(reader.read(many).problems()).containsExactly(TableLimits.tooManyRows());
    }

    private static DraftRow row(String id, Map<String, String> cells) {
        return new DraftRow(id, cells);
    }
}
