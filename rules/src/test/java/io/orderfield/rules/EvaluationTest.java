package io.orderfield.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    /** The engine often fires in row order by chance, so this can't be seen from outside. */
    @Test
    void sortsTheRowsThatTheEngineFoundInAnyOrder() {
        Evaluation evaluation = new Evaluation(FactsBuilder.facts().build());

        evaluation.add(row(12));
        evaluation.add(row(3));
        evaluation.add(row(7));

        assertThat(evaluation.rowsInOrder()).extracting(PolicyRow::number).containsExactly(3, 7, 12);
    }

    private static PolicyRow row(int number) {
        return new PolicyRow(number, Map.of(), "T", null, WorkOrderNumber.ONE, PointOfNoReturnTrigger.NEVER);
    }
}
