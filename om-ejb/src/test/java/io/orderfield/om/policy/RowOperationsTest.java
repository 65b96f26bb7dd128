package io.orderfield.om.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Refusal;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.TableShape;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowOperationsTest {
    private final RowOperations operations = new RowOperations(
            TableShape.WORK_ORDER_POLICY,
            List.of("specification", "region"),
            List.of(row("a", "North"), row("b", "South"), row("c", "West")));

    @Test
    void writesTheCellsAndPropertiesThatAreGivenAndLeavesTheOthers() {
        operations.apply(List.of(new RowOperation(
                "set",
                "b",
                "why",
                false,
                "2027-01-01",
                null,
                Map.of("region", "", "template", "B"),
                null,
                null,
                null,
                null)));
        assertThat(operations.rows().get(1).cells())
                .isEqualTo(Map.of("note", "why", "active", "no", "validFrom", "2027-01-01", "template", "B"));
    }

    @Test
    void putsRowsBehindTheOneThatIsNamedOrAtTheBeginning() {
        operations.apply(List.of(insert("b", "x", "y"), insert(null, "z")));
        assertThat(ids()).isEqualTo("z a b x y c");
    }

    @Test
    void movesRowsInTheOrderGiven() {
        operations.apply(List.of(move("c", "b", "a")));
        assertThat(ids()).isEqualTo("c b a");
        operations.apply(List.of(move(null, "a")));
        assertThat(ids()).isEqualTo("a c b");
    }

    @Test
    void takesRowsOutAndForgetsTheirIds() {
        operations.apply(List.of(delete("a", "c"), insert("b", "a")));
        assertThat(ids()).isEqualTo("b a");
    }

    @Test
    void clearsTheCellsOfColumnsThatAreTakenAway() {
        operations.apply(List.of(columns("specification", "characteristics.bandwidth", "template")));
        assertThat(operations.columns()).containsExactly("specification", "characteristics.bandwidth");
        assertThat(operations.rows().get(0).cells()).isEqualTo(Map.of("template", "T"));
    }

    @ParameterizedTest
    @CsvSource({
        "set, operations[0].id, no-row",
        "delete, operations[0].ids, no-row",
        "move, operations[0].ids, no-row",
        "insert, operations[0].after, no-row",
        "columns, operations[0].columns, no-column",
        "turn, operations[0].op, one-of"
    })
    void refusesWhatIsNotThere(String op, String field, String code) {
        RowOperation wrong =
                new RowOperation(op, "q", null, null, null, null, null, "q", List.of(), List.of("q"), List.of("color"));
        assertThat(Policy.refused("invalid-request", () -> operations.apply(List.of(wrong)))
                        .errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo(field);
                    assertThat(error.code()).isEqualTo(code);
                });
    }

    @Test
    void refusesARowThatIsThereAlreadyOneWithoutAnIdAndAColumnThatNobodyKnows() {
        assertThat(problem(insert(null, "a"))).isEqualTo("row-twice");
        assertThat(problem(insert(null, "no id"))).isEqualTo("no-row-id");
        assertThat(problem(new RowOperation(
                        "set", "a", null, null, null, null, Map.of("color", "red"), null, null, null, null)))
                .isEqualTo("no-column");
        assertThat(problem(new RowOperation(
                        "set", "a", "x".repeat(5_001), null, null, null, null, null, null, null, null)))
                .isEqualTo("too-long");
        assertThat(problem(move("a", "a"))).isEqualTo("no-row");
    }

    /** An operation whose list got lost would otherwise take every column away. */
    @ParameterizedTest
    @CsvSource({"delete, ids", "move, ids", "insert, rows", "columns, columns"})
    void refusesAnOperationWithoutItsList(String op, String field) {
        RowOperation lost = new RowOperation(op, null, null, null, null, null, null, null, null, null, null);
        Refusal refusal = Policy.refused("invalid-request", () -> operations.apply(List.of(lost)));
        assertThat(refusal.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("operations[0]." + field);
            assertThat(error.code()).isEqualTo("required");
        });
        assertThat(ids()).isEqualTo("a b c");
    }

    @Test
    void refusesMoreRowsThanATableMayHave() {
        RowOperation many = new RowOperation(
                "insert",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                IntStream.range(0, 4_998).mapToObj(i -> view("n" + i)).toList(),
                null,
                null);
        assertThat(problem(many)).isEqualTo("too-many-rows");
    }

    private String problem(RowOperation operation) {
        return Policy.refused("invalid-request", () -> operations.apply(List.of(operation)))
                .errors()
                .get(0)
                .code();
    }

    private String ids() {
        return String.join(" ", operations.rows().stream().map(DraftRow::id).toList());
    }

    private static DraftRow row(String id, String region) {
        return new DraftRow(id, Map.of("region", region, "template", "T"));
    }

    private static DraftRowView view(String id) {
        return new DraftRowView(id, null, null, null, null, null);
    }

    private static RowOperation insert(@Nullable String after, String... ids) {
        return new RowOperation(
                "insert",
                null,
                null,
                null,
                null,
                null,
                null,
                after,
                List.of(ids).stream().map(RowOperationsTest::view).toList(),
                null,
                null);
    }

    private static RowOperation delete(String... ids) {
        return new RowOperation("delete", null, null, null, null, null, null, null, null, List.of(ids), null);
    }

    private static RowOperation move(@Nullable String after, String... ids) {
        return new RowOperation("move", null, null, null, null, null, null, after, null, List.of(ids), null);
    }

    private static RowOperation columns(String... headers) {
        return new RowOperation("columns", null, null, null, null, null, null, null, null, null, List.of(headers));
    }
}
