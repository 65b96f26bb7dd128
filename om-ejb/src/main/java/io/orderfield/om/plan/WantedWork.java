package io.orderfield.om.plan;

import io.orderfield.rules.PointOfNoReturnTrigger;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.WorkOrderNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the decision table wants of one template.
 *
 * @param template code of the template
 * @param number how many work orders, at least 1
 * @param perUnit whether each stands for one unit of the quantity
 * @param priorityOverride priority of the work orders instead of the item's, or null
 * @param pointOfNoReturn when one of them takes the item past the point of no return
 * @param rows the rows that want it: the first decided all of this, the others are kept as provenance
 */
public record WantedWork(
        String template,
        int number,
        boolean perUnit,
        @Nullable Integer priorityOverride,
        PointOfNoReturnTrigger pointOfNoReturn,
        List<Integer> rows) {
    public WantedWork {
        rows = List.copyOf(rows);
    }

    /**
     * What the matching rows want, in the order of the deciding rows.
     *
     * @param matches all rows that match, in row order
     * @param quantity the domain order's, at least 1
     */
    public static List<WantedWork> of(List<RowMatch> matches, int quantity) {
        Map<String, List<RowMatch>> byTemplate = new LinkedHashMap<>();
        for (RowMatch match : matches) {
            byTemplate.computeIfAbsent(match.template(), t -> new ArrayList<>()).add(match);
        }
        return byTemplate.values().stream()
                .map(rows -> of(rows.get(0), rows, quantity))
                .toList();
    }

    private static WantedWork of(RowMatch deciding, List<RowMatch> all, int quantity) {
        boolean perUnit = deciding.workOrders() == WorkOrderNumber.ONE_PER_UNIT;
        return new WantedWork(
                deciding.template(),
                perUnit ? quantity : 1,
                perUnit,
                deciding.priorityOverride(),
                deciding.pointOfNoReturn(),
                all.stream().map(RowMatch::row).toList());
    }
}
