package io.orderfield.om.domainorder;

import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.LineItemData;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.ordering.RevisedLineItem;
import io.orderfield.rules.PolicyFacts;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a line item says, for deciding and describing its work; as it is, or as a change would make it.
 *
 * @param customerOrder number of the order
 * @param version the item's business version
 */
public record ItemFacts(
        UUID id,
        String number,
        UUID orderId,
        String customerOrder,
        String account,
        String action,
        String specification,
        String location,
        int quantity,
        Map<String, String> characteristics,
        @Nullable String contact,
        int priority,
        @Nullable LocalDate requestedDate,
        @Nullable LocalDate committedDate,
        @Nullable String specialInstructions,
        int version) {
    public ItemFacts {
        characteristics = Map.copyOf(characteristics);
    }

    /** The last day on which the work is wanted: what was promised to the customer, else what the customer asked for. */
    @Nullable
    public LocalDate due() {
        return committedDate == null ? requestedDate : committedDate;
    }

    public static ItemFacts of(CustomerOrder order, OrderLineItem item) {
        LineItemData said = item.data();
        return new ItemFacts(
                item.id(),
                item.number(),
                order.id(),
                order.number(),
                order.account(),
                said.action().name(),
                said.specification(),
                said.location(),
                said.quantity(),
                said.characteristics(),
                said.contact(),
                said.priority(),
                said.requestedDate(),
                said.committedDate(),
                said.specialInstructions(),
                item.version());
    }

    /**
     * What the decision table is asked for a domain order of the item. Lead days count from the date of its decision.
     *
     * @param region of the location, as it is to count
     * @param country of the location, likewise
     * @param segment of the account, likewise
     */
    public PolicyFacts asked(
            DomainOrder of, @Nullable String region, @Nullable String country, @Nullable String segment) {
        return new PolicyFacts(
                of.specification(),
                action,
                region,
                country,
                segment,
                of.quantityFor(quantity),
                priority,
                requestedDate == null
                        ? null
                        : Integer.valueOf(PolicyFacts.leadDays(of.decision().date(), requestedDate)),
                requestedDate,
                characteristics);
    }

    /** The facts after a change that has not happened. */
    public ItemFacts after(RevisedLineItem revised) {
        return new ItemFacts(
                id,
                number,
                orderId,
                customerOrder,
                account,
                action,
                specification,
                location,
                revised.quantity(),
                revised.characteristics(),
                revised.contact(),
                revised.priority(),
                revised.requestedDate(),
                revised.committedDate(),
                revised.specialInstructions(),
                version + 1);
    }
}
