package io.orderfield.web.customerorder;

import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A domain order as a line under its customer order.
 *
 * @param depth 0 for the product order, one more for each part below
 * @param closed how many of its work orders no longer stand against closing
 */
public record DomainOrderProgress(DomainOrderView order, int depth, int closed) {
    /** All of them, each followed by its parts. */
    static List<DomainOrderProgress> tree(List<DomainOrderView> orders) {
        List<DomainOrderProgress> lines = new ArrayList<>();
        List<DomainOrderView> byNumber = orders.stream()
                .sorted(Comparator.comparing(DomainOrderView::number))
                .toList();
        byNumber.stream()
                .filter(o -> byNumber.stream().noneMatch(p -> p.number().equals(o.parent())))
                .sorted(Comparator.comparing(DomainOrderView::lineItem))
                .forEach(top -> add(lines, byNumber, top, 0));
        return lines;
    }

    private static void add(
            List<DomainOrderProgress> lines, List<DomainOrderView> all, DomainOrderView order, int depth) {
        int open = (int)
                order.workOrders().stream().filter(WorkOrderLinkView::open).count();
        lines.add(new DomainOrderProgress(order, depth, order.workOrders().size() - open));
        all.stream().filter(o -> order.number().equals(o.parent())).forEach(part -> add(lines, all, part, depth + 1));
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
