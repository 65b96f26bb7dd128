package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The engine, the walk row by row and the meaning of the cells written down independently must always agree. */
class RandomTablesTest {
    private static final int TABLES = 400;
    private static final int FACTS_PER_TABLE = 25;

    @Test
    void decidesLikeTheLinearMatcherOnRandomTables() {
        long seed = Long.getLong("seed", new Random().nextLong());
        RandomTables tables = new RandomTables(new Random(seed));
        int matches = 0;
        int decisionsWithSeveral = 0;
        for (int t = 0; t < TABLES; t++) {
            RandomTables.Table table = tables.table();
            DecisionTable read = DecisionTableCsv.read(table.csv(), KnownValues.UNCHECKED);
            WorkOrderPolicy policy = WorkOrderPolicy.compile(t, read);
            assertThat(DecisionTableCsv.read(DecisionTableCsv.write(read), KnownValues.UNCHECKED))
                    .as("round trip, -Dseed=%d, table %d:%n%s", seed, t, table.csv())
                    .isEqualTo(read);
            for (int f = 0; f < FACTS_PER_TABLE; f++) {
                PolicyFacts facts = tables.facts();
                List<Integer> expected = table.matches(facts);
                assertThat(policy.decide(facts).stream().map(RowMatch::row))
                        .as("engine, -Dseed=%d, table %d, %s:%n%s", seed, t, facts, table.csv())
                        .containsExactlyElementsOf(expected);
                assertThat(policy.explain(facts).stream()
                                .filter(RowExplanation::matched)
                                .map(RowExplanation::row))
                        .as("explanation, -Dseed=%d, table %d, %s:%n%s", seed, t, facts, table.csv())
                        .containsExactlyElementsOf(expected);
                matches += expected.size();
                decisionsWithSeveral += expected.size() > 1 ? 1 : 0;
            }
        }
        // a generator that hardly ever matches would agree with anything
        assertThat(matches).as("-Dseed=%d", seed).isGreaterThan(TABLES);
        assertThat(decisionsWithSeveral).as("-Dseed=%d", seed).isGreaterThan(TABLES);
    }
}
