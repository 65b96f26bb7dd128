package io.orderfield.om.policy.testcase;

import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.WorkOrderNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work orders that a table is to want, or wants.
 *
 * @param template code of the work order template
 * @param number how many work orders
 * @param priority 1 to 4 where the table says so, null for the item's own
 */
public record ExpectedWork(
        String template, int number, @Nullable Integer priority) {

    /** What rows that count want: of several with the same template the first decides. */
    public static List<ExpectedWork> of(List<RowMatch> rows, PolicyFacts facts) {
        Map<String, ExpectedWork> byTemplate = new LinkedHashMap<>();
        for (RowMatch row : rows) {
            byTemplate.putIfAbsent(
                    row.template(),
                    new ExpectedWork(
                            row.template(),
                            row.workOrders() == WorkOrderNumber.ONE ? 1 : facts.quantity(),
                            row.priorityOverride()));
        }
        return new ArrayList<>(byTemplate.values());
    }
}
