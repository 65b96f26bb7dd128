package io.orderfield.rules;

import static io.orderfield.rules.FactsBuilder.DAY;
import static io.orderfield.rules.FactsBuilder.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.rules.RowExplanation.WhyNot;
import io.orderfield.rules.files.DecisionTableCsv;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompiledTableTest {
    private static final String LIVES = """
            id,action,template,active,validFrom,validTo
            always,ADD,A,,,
            off,ADD,A,no,,
            from,ADD,A,,2026-03-02,
            until,ADD,A,,,2026-03-02
            day,ADD,A,yes,2026-03-02,2026-03-02
            over,CHANGE,A,no,2026-03-03,2026-03-04
            """;

    @Test
    void countsARowOnTheDaysOnWhichItIsActiveAndValid() {
        CompiledTable table = table(LIVES, HitPolicy.COLLECT);

        assertThat(ids(table, LocalDate.of(2026, 3, 1))).containsExactly("always", "until");
        assertThat(ids(table, LocalDate.of(2026, 3, 2))).containsExactly("always", "from", "until", "day");
        assertThat(ids(table, LocalDate.of(2026, 3, 3))).containsExactly("always", "from");
    }

    @Test
    void tellsWhatKeepsARowFromCounting() {
        CompiledTable table = table(LIVES, HitPolicy.COLLECT);

        assertThat(whyNot(table, LocalDate.of(2026, 3, 1)))
                .containsExactly(
                        List.of(),
                        List.of(WhyNot.INACTIVE),
                        List.of(WhyNot.NOT_YET_VALID),
                        List.of(),
                        List.of(WhyNot.NOT_YET_VALID),
                        List.of(WhyNot.INACTIVE, WhyNot.NOT_YET_VALID, WhyNot.CONDITION_NOT_MET));
        assertThat(whyNot(table, LocalDate.of(2026, 3, 5)))
                .containsExactly(
                        List.of(),
                        List.of(WhyNot.INACTIVE),
                        List.of(),
                        List.of(WhyNot.NO_LONGER_VALID),
                        List.of(WhyNot.NO_LONGER_VALID),
                        List.of(WhyNot.INACTIVE, WhyNot.NO_LONGER_VALID, WhyNot.CONDITION_NOT_MET));
    }

    @Test
    void takesTheFirstRowAlone() {
        CompiledTable table = table(LIVES, HitPolicy.FIRST);

        assertThat(ids(table, LocalDate.of(2026, 3, 2))).containsExactly("always");
        assertThat(whyNot(table, LocalDate.of(2026, 3, 2)))
                .containsExactly(
                        List.of(),
                        List.of(WhyNot.INACTIVE),
                        List.of(WhyNot.EARLIER_ROW),
                        List.of(WhyNot.EARLIER_ROW),
                        List.of(WhyNot.EARLIER_ROW),
                        List.of(WhyNot.INACTIVE, WhyNot.NOT_YET_VALID, WhyNot.CONDITION_NOT_MET));
    }

    /** Another table is another description of columns: neither the engine nor the reader knows this one. */
    @Test
    void decidesATableOfAnotherShape() {
        TableShape shape = new TableShape(
                "who-calls",
                "Who calls the customer",
                List.of(
                        new Column("weekday", Column.Kind.TEXT),
                        new Column("calls", Column.Kind.WHOLE_NUMBER),
                        new Column("since", Column.Kind.DATE)),
                false,
                List.of(new ResultColumn("who", ResultColumn.Kind.CHOICE, List.of("agent", "nobody"), "nobody")),
                HitPolicy.FIRST);
        DecisionTable rows = new RowReader(shape, KnownValues.UNCHECKED)
                .read(List.of(
                        new DraftRow("a", Map.of("weekday", "Sunday")),
                        new DraftRow("b", Map.of("calls", "<3", "since", ">=2026-01-01", "who", "Agent"))))
                .table(shape.hitPolicy());
        CompiledTable table = CompiledTable.compile(1, rows);

        assertThat(table.decide(of(Map.of("weekday", "Monday", "calls", 2, "since", DAY)), DAY))
                .extracting(row -> row.result("who"))
                .containsExactly("agent");
        assertThat(table.decide(of(Map.of("weekday", "Sunday", "calls", 2, "since", DAY)), DAY))
                .extracting(row -> row.result("who"))
                .containsExactly("nobody");
        assertThat(table.decide(of(Map.of("weekday", "Monday", "calls", 3, "since", DAY)), DAY))
                .isEmpty();
        assertThat(new RowReader(shape, KnownValues.UNCHECKED)
                        .read(List.of(new DraftRow("a", Map.of("characteristics.speed", "1"))))
                        .problems())
                .extracting(TableProblem::reason)
                .containsExactly("there is no such column");
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        for (String header : List.of("region", "id", "note", "validTo", "decisionDate")) {
            assertThatThrownBy(() -> new TableShape(
                            "t",
                            "T",
                            List.of(new Column("region", Column.Kind.TEXT), new Column(header, Column.Kind.TEXT)),
                            false,
                            List.of(),
                            HitPolicy.COLLECT))
                    .hasMessageContaining(header);
        }
    }

    @Test
    void factsKnowTheirColumnsOnly() {
        PolicyFacts facts = facts().characteristic("speed", "5").build();

        assertThat(TableShape.WORK_ORDER_POLICY.conditions()).allSatisfy(column -> facts.fact(column.header()));
        assertThat(facts.fact("characteristics.speed")).isEqualTo("5");
        assertThat(facts.fact("characteristics.color")).isNull();
        assertThatThrownBy(() -> facts.fact("color")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Facts of(Map<String, Object> facts) {
        return new Facts() {
            @Override
            public @Nullable Object fact(String header) {
                return facts.get(header);
            }
        };
    }

    private static CompiledTable table(String csv, HitPolicy hitPolicy) {
        DecisionTable read = DecisionTableCsv.read(csv, KnownValues.UNCHECKED);
        return CompiledTable.compile(1, new DecisionTable(read.shape(), hitPolicy, read.rows()));
    }

    private static List<String> ids(CompiledTable table, LocalDate day) {
        return table.decide(facts().build(), day).stream().map(TableRow::id).toList();
    }

    private static List<List<WhyNot>> whyNot(CompiledTable table, LocalDate day) {
        return table.explain(facts().build(), day).stream()
                .map(RowExplanation::whyNot)
                .toList();
    }
}
