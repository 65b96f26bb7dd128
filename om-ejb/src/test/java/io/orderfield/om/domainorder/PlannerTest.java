package io.orderfield.om.domainorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderfield.messaging.refusal.Refusal;
import io.orderfield.rules.PointOfNoReturnTrigger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limits of what one line item may want. */
class PlannerTest {
    @Test
    void takesAsManyWorkOrdersAsAnItemMayHave() {
        assertThatCode(() -> Planner.checkNumber("ORDL0001001", List.of(wanted("SURVEY", 1), wanted("INSTALL", 199))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesOneMore() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> Planner.checkNumber("ORDL0001001", List.of(wanted("SURVEY", 1), wanted("INSTALL", 200))))
                .satisfies(r -> assertThat(r.code()).isEqualTo("too-many-work-orders"))
                .satisfies(r -> assertThat(r.getMessage()).contains("ORDL0001001", "201", "200"));
    }

    private static WantedWork wanted(String template, int number) {
        return new WantedWork(template, number, number > 1, null, PointOfNoReturnTrigger.NEVER, List.of(1));
    }
}
