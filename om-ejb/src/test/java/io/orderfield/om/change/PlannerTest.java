package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderfield.kernel.Refusal;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderType;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.testing.ApprovedItem;
import io.orderfield.rules.PointOfNoReturnTrigger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limits of what one line item may want and be. */
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

    @Test
    void refusesAQuantityBeyondAllBounds() {
        ItemFacts item = ApprovedItem.ofQuantity(9_999);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> DomainOrder.approved(
                        "RO0001001",
                        DomainOrderType.RESOURCE,
                        null,
                        item,
                        "ONT",
                        Integer.MAX_VALUE / 2,
                        false,
                        1,
                        LocalDate.of(2026, 3, 2),
                        Instant.parse("2026-03-02T09:00:00Z")))
                .satisfies(r -> assertThat(r.code()).isEqualTo("quantity-too-large"))
                .satisfies(r -> assertThat(r.getMessage()).contains("ONT", "ORDL0001001"));
    }

    private static WantedWork wanted(String template, int number) {
        return new WantedWork(template, number, number > 1, null, PointOfNoReturnTrigger.NEVER, List.of(1));
    }
}
