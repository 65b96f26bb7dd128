package io.orderfield.om.change;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.kernel.Shared;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.catalog.TemplateView;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.Activity;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.OrderLocks;
import io.orderfield.om.domainorder.OrderLocks.LockedOrder;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderRequester;
import io.orderfield.om.plan.WorkOrderData;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates work orders that a manager wants and the table does not. Possible past the point of no return as well. */
@Shared
public class ByHand {
    private static final int LONGEST_REASON = 4_000;

    private final CustomerOrders customerOrders;
    private final OrderLocks locks;
    private final Catalog catalog;
    private final WorkOrderRequester requester;
    private final Activity activity;
    private final Clock clock;

    @Inject
    public ByHand(
            CustomerOrders customerOrders,
            OrderLocks locks,
            Catalog catalog,
            WorkOrderRequester requester,
            Activity activity,
            Clock clock) {
        this.customerOrders = customerOrders;
        this.locks = locks;
        this.catalog = catalog;
        this.requester = requester;
        this.activity = activity;
        this.clock = clock;
    }

    public DomainOrder create(
            String number, String template, @Nullable String reason, @Nullable Long expectedVersion, String by) {
        check(template, reason);
        LockedOrder locked = locks.lock(number, expectedVersion);
        DomainOrder order = locked.order();
        OrderLineItem item = locked.item();
        order.checkTakesWork();
        ItemFacts facts = ItemFacts.of(customerOrders.find(item.orderId()).orElseThrow(), item);
        CustomerInformation information = CustomerInformation.of(catalog, List.of(facts));
        WorkOrderData data = WorkOrderDescription.of(order, facts, order.quantity(), template, null, information);
        Instant at = clock.instant();
        WorkOrderLink link = WorkOrderLink.byHand(UuidCreator.getTimeOrderedEpoch(), order, data, reason, at);
        requester.create(link, order, item.version(), by, at);
        String text = reason == null ? template : template + ": " + reason;
        activity.byPerson(order, "work-order-requested", by, List.of(), text, at);
        activity.announce(order);
        return order;
    }

    private void check(String template, @Nullable String reason) {
        TemplateView known = catalog.workOrderTemplates().get(template);
        if (known == null) {
            throw invalid("template", Sentence.of("field.noTemplate").with("template", template));
        }
        if (!known.active()) {
            throw invalid("template", Sentence.of("field.inactiveTemplate").with("template", template));
        }
        if (reason != null && reason.length() > LONGEST_REASON - template.length() - 2) {
            throw invalid("reason", Sentence.of("field.reasonWithTemplate"));
        }
    }

    private static Refusal invalid(String field, Sentence message) {
        return Refusal.invalid(field, message);
    }
}
