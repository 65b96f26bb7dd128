package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    /** The engine often fires in row order by chance, so this can't be seen from outside. */
    @Test
    void sortsTheRowsThatTheEngineFoundInAnyOrder() {
        Evaluation evaluation = new Evaluation(FactsBuilder.facts().build(), FactsBuilder.DAY);

        evaluation.add(row(12));
        evaluation.add(row(3));
        evaluation.add(row(7));

        assertThat(evaluation.rowsInOrder()).extracting(TableRow::number).containsExactly(3, 7, 12);
    }

    private static TableRow row(int number) {
        return TableRow.of(number, Map.of(), Map.of("template", "T"));
    }
}
