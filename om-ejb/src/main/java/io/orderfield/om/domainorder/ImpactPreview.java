package io.orderfield.om.domainorder;

import io.orderfield.messaging.refusal.Refusal;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.customerorder.CustomerOrder;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.LineItemPreview;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.customerorder.RevisedLineItem;
import io.orderfield.om.domainorder.PlanStep.Cancel;
import io.orderfield.om.domainorder.PlanStep.Create;
import io.orderfield.om.domainorder.PlanStep.Update;
import io.orderfield.om.user.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a change in flight would do, by the same plan that the change itself uses. */
@ApplicationScoped
class ImpactPreview {
    private static final String WHAT = "order line item";

    @Inject
    private CustomerOrders customerOrders;

    @Inject
    private DomainOrders orders;

    @Inject
    private LineItemPreview preview;

    @Inject
    private Catalog catalog;

    @Inject
    private Policies policies;

    protected ImpactPreview() {
        // for CDI
    }

    ImpactPreview(
            CustomerOrders customerOrders,
            DomainOrders orders,
            LineItemPreview preview,
            Catalog catalog,
            Policies policies) {
        this.customerOrders = customerOrders;
        this.orders = orders;
        this.preview = preview;
        this.catalog = catalog;
        this.policies = policies;
    }

    /** Previews without a lock. */
    ImpactView impact(CurrentUser by, String lineItem, LineItemRevision revision) {
        OrderLineItem item = customerOrders.findItem(lineItem).orElseThrow(() -> Refusal.notFound(WHAT, lineItem));
        CustomerOrder order = visible(by, item);
        return impact(order, item, orders.ofItems(List.of(item.id())), revision);
    }

    /**
     * Locks the item and its domain orders, so that nothing can move until the caller's transaction ends, and previews.
     *
     * @throws Refusal STALE when the preview is no longer the one that the caller saw
     */
    void check(CurrentUser by, String lineItem, LineItemRevision revision, String etag) {
        OrderLineItem item = customerOrders.lockItem(lineItem).orElseThrow(() -> Refusal.notFound(WHAT, lineItem));
        CustomerOrder order = visible(by, item);
        ImpactView now = impact(order, item, orders.lockOfItems(List.of(item.id())), revision);
        if (!now.etag().equals(etag)) {
            throw Refusal.stale("The plan of " + WHAT, lineItem);
        }
    }

    private CustomerOrder visible(CurrentUser by, OrderLineItem item) {
        CustomerOrder order = customerOrders.find(item.orderId()).orElseThrow();
        by.checkSees(order.account(), WHAT, item.number());
        return order;
    }

    private ImpactView impact(
            CustomerOrder order, OrderLineItem item, List<DomainOrder> ofItem, LineItemRevision revision) {
        RevisedLineItem revised = preview.revised(order, item, revision);
        ItemFacts after = ItemFacts.of(order, item).after(revised);
        Map<UUID, List<WorkOrderLink>> links =
                orders.links(ofItem.stream().map(DomainOrder::id).toList());
        Map<UUID, WorkOrderLink> byKey = links.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(WorkOrderLink::key, Function.identity()));
        List<ImpactRow> creates = new ArrayList<>();
        List<ImpactRow> updates = new ArrayList<>();
        List<ImpactRow> cancels = new ArrayList<>();
        if (!revised.differences().isEmpty()) {
            Planner planner = new Planner(CustomerInformation.of(catalog, List.of(after)));
            InflightPlan plan = new InflightPlan(ofItem, links, after, revised.differences(), policies, planner);
            plan.stepsByOrder().forEach((domainOrder, steps) -> {
                for (PlanStep step : steps) {
                    if (step instanceof Create create) {
                        creates.add(created(domainOrder, create));
                    } else if (step instanceof Update update) {
                        updates.add(row(domainOrder, byKey.get(update.existing().key()), update));
                    } else if (step instanceof Cancel cancel) {
                        cancels.add(row(domainOrder, byKey.get(cancel.existing().key()), null));
                    }
                }
            });
        }
        String etag = etag(item, ofItem, links, List.of(creates, updates, cancels, revised.differences()));
        return new ImpactView(creates, updates, cancels, revised.differences(), etag);
    }

    private static ImpactRow created(DomainOrder order, Create create) {
        return new ImpactRow(order.number(), null, create.work().template(), create.occurrence(), null, List.of());
    }

    private static ImpactRow row(DomainOrder order, WorkOrderLink link, @Nullable Update update) {
        return new ImpactRow(
                order.number(),
                link.number(),
                link.template(),
                link.occurrence(),
                link.state().name(),
                update == null ? List.of() : update.changes());
    }

    /** Everything that the preview was made from: the item, its domain orders with their links, and the plan itself. */
    private static String etag(
            OrderLineItem item, List<DomainOrder> ofItem, Map<UUID, List<WorkOrderLink>> links, List<?> plan) {
        StringBuilder text =
                new StringBuilder().append(item.number()).append(' ').append(item.revision());
        for (DomainOrder order : ofItem) {
            text.append('\n').append(order.number()).append(' ').append(order.revision());
            for (WorkOrderLink link : links.get(order.id())) {
                text.append('\n')
                        .append(link.key())
                        .append(' ')
                        .append(link.state())
                        .append(' ')
                        .append(link.requestRevision())
                        .append(' ')
                        .append(link.snapshotRevision());
            }
        }
        text.append('\n').append(plan);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
