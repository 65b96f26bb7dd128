package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.rules.files.DecisionTableCsv;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine, the walk row by row and the meaning of the cells written down independently must always agree. */
class RandomTablesTest {

    @Test
    void decidesLikeTheLinearMatcherOnRandomTables() {
        decidesLikeTheLinearMatcher(400, 25);
    }

    @Test
    @Tag("full")
    void decidesLikeTheLinearMatcherOnAMillionCases() {
        decidesLikeTheLinearMatcher(4_000, 250);
    }

    private static void decidesLikeTheLinearMatcher(int numberOfTables, int factsPerTable) {
        long seed = Long.getLong("seed", new Random().nextLong());
        RandomTables tables = new RandomTables(new Random(seed));
        int matches = 0;
        int decisionsWithSeveral = 0;
        int outOfLife = 0;
        int afterTheFirst = 0;
        for (int t = 0; t < numberOfTables; t++) {
            RandomTables.Table table = tables.table();
            DecisionTable read = withPolicy(DecisionTableCsv.read(table.csv(), KnownValues.UNCHECKED), table);
            CompiledTable compiled = CompiledTable.compile(t, read);
            assertThat(withPolicy(DecisionTableCsv.read(DecisionTableCsv.write(read), KnownValues.UNCHECKED), table))
                    .as("round trip, -Dseed=%d, table %d:%n%s", seed, t, table.csv())
                    .isEqualTo(read);
            for (int f = 0; f < factsPerTable; f++) {
                PolicyFacts facts = tables.facts();
                LocalDate day = tables.day();
                List<Integer> expected = table.matches(facts, day);
                List<Integer> decided = compiled.decide(facts, day).stream()
                        .map(TableRow::number)
                        .toList();
                List<RowExplanation> explained = compiled.explain(facts, day);
                List<Integer> counting = explained.stream()
                        .filter(RowExplanation::matched)
                        .map(row -> row.row().number())
                        .toList();
                if (!decided.equals(expected) || !counting.equals(expected)) {
                    // said only then: a million descriptions would take longer than the decisions
                    assertThat(List.of(decided, counting))
                            .as("engine and explanation, -Dseed=%d, table %d, %s, %s:%n%s", seed, t, day, facts, table)
                            .containsExactly(expected, expected);
                }
                matches += expected.size();
                decisionsWithSeveral += expected.size() > 1 ? 1 : 0;
                outOfLife += explained.stream()
                                .anyMatch(row -> row.whyNot().size() == 1
                                        && row.whyNot().get(0).compareTo(RowExplanation.WhyNot.NO_LONGER_VALID) <= 0)
                        ? 1
                        : 0;
                afterTheFirst +=
                        explained.stream().anyMatch(row -> row.whyNot().contains(RowExplanation.WhyNot.EARLIER_ROW))
                                ? 1
                                : 0;
            }
        }
        // a generator that hardly ever matches would agree with anything
        assertThat(matches).as("-Dseed=%d", seed).isGreaterThan(numberOfTables);
        assertThat(decisionsWithSeveral).as("-Dseed=%d", seed).isGreaterThan(numberOfTables);
        assertThat(outOfLife).as("-Dseed=%d", seed).isGreaterThan(numberOfTables);
        assertThat(afterTheFirst).as("-Dseed=%d", seed).isGreaterThan(numberOfTables / 4);
    }

    private static DecisionTable withPolicy(DecisionTable read, RandomTables.Table table) {
        return new DecisionTable(read.shape(), table.hitPolicy(), read.rows());
    }
}
