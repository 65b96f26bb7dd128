package io.orderfield.web.customerorder;

import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A domain order as a line under its customer order.
 *
 * @param depth 0 for the product order, one more for each part below
 * @param closed how many of its work orders no longer stand against closing
 */
public record DomainOrderProgress(DomainOrderView order, int depth, int closed) {
    /** All of them, each followed by its parts. */
    static List<DomainOrderProgress> tree(List<DomainOrderView> orders) {
        List<DomainOrderView> sorted = orders.stream()
                .sorted(Comparator.comparing(DomainOrderView::lineItem).thenComparing(DomainOrderView::number))
                .toList();
        Set<String> numbers = orders.stream().map(DomainOrderView::number).collect(Collectors.toSet());
        Map<String, List<DomainOrderView>> parts = sorted.stream()
                .filter(o -> o.parent() != null)
                .collect(Collectors.groupingBy(o -> String.valueOf(o.parent())));
        List<DomainOrderProgress> lines = new ArrayList<>();
        sorted.stream()
                .filter(o -> o.parent() == null || !numbers.contains(o.parent()))
                .forEach(top -> add(lines, parts, top, 0));
        return lines;
    }

    private static void add(
            List<DomainOrderProgress> lines,
            Map<String, List<DomainOrderView>> parts,
            DomainOrderView order,
            int depth) {
        int open = (int)
                order.workOrders().stream().filter(WorkOrderLinkView::open).count();
        lines.add(new DomainOrderProgress(order, depth, order.workOrders().size() - open));
        parts.getOrDefault(order.number(), List.of()).forEach(part -> add(lines, parts, part, depth + 1));
    }

    /** How many work orders it has. */
    public int total() {
        return order.workOrders().size();
    }

    /** Share of the closed ones, 0 to 100. */
    public int percent() {
        return total() == 0 ? 0 : closed * 100 / total();
    }
}
