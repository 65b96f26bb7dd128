package io.orderfield.om.policy.replay;

import io.orderfield.om.plan.WantedWork;
import io.orderfield.rules.PointOfNoReturnTrigger;
import io.orderfield.rules.RowMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The work orders of one template that a table wants of a domain order.
 *
 * @param row id of the row that decides
 * @param template code of the template
 * @param number how many work orders
 * @param priority 1 to 4 where the table says so, null for the item's own
 * @param pointOfNoReturn when one of them takes the item past the point of no return
 */
public record ReplayedWork(
        String row, String template, int number, @Nullable Integer priority, PointOfNoReturnTrigger pointOfNoReturn) {

    /**
     * What rows that count want, by template and in their order: of several with the same template the first decides.
     *
     * @param quantity of the domain order
     */
    static Map<String, ReplayedWork> of(List<RowMatch> rows, int quantity) {
        Map<Integer, String> ids = rows.stream().collect(Collectors.toMap(RowMatch::row, RowMatch::id));
        Map<String, ReplayedWork> byTemplate = new LinkedHashMap<>();
        for (WantedWork work : WantedWork.of(rows, quantity)) {
            String row = Objects.requireNonNull(ids.get(work.rows().get(0)));
            byTemplate.put(
                    work.template(),
                    new ReplayedWork(
                            row, work.template(), work.number(), work.priorityOverride(), work.pointOfNoReturn()));
        }
        return byTemplate;
    }

    /** Whether the work is the same, whichever row wants it. */
    boolean isSameWork(@Nullable ReplayedWork other) {
        return other != null
                && equals(new ReplayedWork(row, other.template, other.number, other.priority, other.pointOfNoReturn));
    }
}
