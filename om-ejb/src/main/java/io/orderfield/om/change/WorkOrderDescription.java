package io.orderfield.om.change;

import io.orderfield.om.catalog.LocationView;
import io.orderfield.om.catalog.SpecificationView;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderState;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.plan.WorkOrderData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The words and data of a work order, made from what the item says. */
final class WorkOrderDescription {
    private static final int LONGEST_LINE = 200;

    private WorkOrderDescription() {}

    /**
     * The whole wanted work order.
     *
     * @param quantity the domain order's: as it is, or as a change would make it
     * @param work what the decision table wants of the template; null for work beside the plan
     */
    static WorkOrderData of(
            DomainOrder order,
            ItemFacts item,
            int quantity,
            String template,
            @Nullable WantedWork work,
            CustomerInformation information) {
        Integer priority = work == null ? null : work.priorityOverride();
        return new WorkOrderData(
                template,
                priority == null ? item.priority() : priority,
                line(
                        item.action(),
                        information.specification(order.specification()),
                        information.location(item.location())),
                text(item, work != null && work.perUnit() ? 1 : quantity),
                null,
                item.due(),
                information.accountReference(item.account()),
                information.contactDetails(item.contact()),
                information.serviceLocation(item.location()),
                order.state() == DomainOrderState.ON_HOLD);
    }

    /** {@code <action> <specification> at <location>}. */
    static String line(String action, SpecificationView specification, LocationView location) {
        String verb = action.charAt(0) + action.substring(1).toLowerCase(Locale.ROOT);
        String line = verb + " " + specification.name() + " at " + location.name();
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
    }

    private static String text(ItemFacts item, int quantity) {
        List<String> lines = new ArrayList<>();
        lines.add("Quantity: " + quantity);
        new TreeMap<>(item.characteristics()).forEach((name, value) -> lines.add(name + ": " + value));
        if (item.specialInstructions() != null) {
            lines.add("Instructions: " + item.specialInstructions());
        }
        return String.join("\n", lines);
    }
}
