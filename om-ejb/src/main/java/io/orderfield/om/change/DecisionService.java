package io.orderfield.om.change;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.right.May;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.catalog.Catalog;
import io.orderfield.om.customerorder.CustomerOrders;
import io.orderfield.om.customerorder.OrderLineItem;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderViews;
import io.orderfield.om.domainorder.DomainOrders;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.plan.LinkOrigin;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.policy.Policies;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.RowExplanation;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.WorkOrderPolicy;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Explains the work orders of a domain order, and why there are none: with the version of the table and the facts that were
 * decided on, which are kept, so that a later correction of the customer's data does not change the answer.
 */
@Stateless
@May(Right.READ_ORDERS)
public class DecisionService {
    private static final String SPECIFICATION = "specification";

    @Inject
    private CustomerOrders customerOrders;

    @Inject
    private DomainOrders orders;

    @Inject
    private Catalog catalog;

    @Inject
    private Policies policies;

    @Inject
    private DomainOrderViews views;

    @Inject
    private CurrentUser user;

    /** Why a domain order has its work orders: the table's version, the facts that were decided on, and the rows. */
    public DecisionView decision(String number) {
        DomainOrder order = orders.seenBy(user, number);
        List<WorkOrderLinkView> links = views.view(user, order).workOrders();
        WorkOrderPolicy policy = policies.version(order.decision().tableVersion());
        PolicyFacts facts = facts(order);
        List<WantedWork> wanted = Planner.wanted(order, facts, policy);
        RowIds ids = new RowIds(policies, policy);
        return new DecisionView(
                order.number(),
                TableShape.WORK_ORDER_POLICY.code(),
                order.decision().tableVersion(),
                order.decision().date(),
                shown(facts),
                wanted.stream()
                        .map(w -> view(w, ids.of(policy.version(), w.rows()), links))
                        .toList(),
                policy.table().rows().size(),
                wanted.stream().flatMap(w -> w.rows().stream()).sorted().toList(),
                links.stream().flatMap(l -> decided(l, ids).stream()).toList());
    }

    /** The ids of rows, each version read once. */
    private record RowIds(Policies policies, Map<Integer, List<String>> known) {
        RowIds(Policies policies, WorkOrderPolicy read) {
            this(policies, new HashMap<>());
            known.put(
                    read.version(),
                    read.table().rows().stream().map(TableRow::id).toList());
        }

        List<String> of(int version, List<Integer> rows) {
            List<String> ids = known.computeIfAbsent(version, policies::rowIds);
            return rows.stream().map(row -> ids.get(row - 1)).toList();
        }
    }

    private static Optional<DecisionView.Decided> decided(WorkOrderLinkView link, RowIds ids) {
        return Optional.ofNullable(link.tableVersion())
                .map(version -> new DecisionView.Decided(
                        link.key(),
                        link.number(),
                        link.template(),
                        link.state(),
                        version,
                        link.tableRows(),
                        ids.of(version, link.tableRows())));
    }

    /**
     * Every row of the table against the facts that were decided on: why a row matched, or on which condition it did not.
     * First those that match, then those that come closest, which are the rows of this specification and those with the
     * fewest unmet conditions.
     *
     * @param template only rows that want this template; null for all
     */
    public List<DecisionView.Row> rows(String number, @Nullable String template) {
        DomainOrder order = orders.seenBy(user, number);
        return policies
                .version(order.decision().tableVersion())
                .explain(facts(order), order.decision().date())
                .stream()
                .filter(r ->
                        template == null || r.row().result(RowMatch.TEMPLATE).equals(template))
                .sorted(Comparator.comparing(RowExplanation::matched, Comparator.reverseOrder())
                        .thenComparing(DecisionService::isOfAnotherSpecification)
                        .thenComparing(DecisionService::unmet)
                        .thenComparing(r -> r.row().number()))
                .map(DecisionService::view)
                .toList();
    }

    private PolicyFacts facts(DomainOrder order) {
        PolicyFacts kept = order.decision().facts();
        if (kept != null) {
            return kept;
        }
        // a decision from before the facts were kept: what the table would be asked now is the best that is known
        OrderLineItem item = customerOrders.items(List.of(order.itemId())).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("lineItem", order.lineItem()));
        ItemFacts facts = ItemFacts.of(customerOrders.find(item.orderId()).orElseThrow(), item);
        return new Planner(CustomerInformation.of(catalog, List.of(facts))).factsOfToday(order, facts);
    }

    private static Map<String, @Nullable String> shown(PolicyFacts facts) {
        Map<String, @Nullable String> shown = new LinkedHashMap<>();
        shown.put(SPECIFICATION, facts.specification());
        shown.put("action", facts.action());
        shown.put("region", facts.region());
        shown.put("country", facts.country());
        shown.put("segment", facts.segment());
        shown.put("quantity", String.valueOf(facts.quantity()));
        shown.put("priority", String.valueOf(facts.priority()));
        shown.put("leadDays", Objects.toString(facts.leadDays(), null));
        shown.put("requestedDate", Objects.toString(facts.requestedDate(), null));
        new TreeMap<>(facts.characteristics()).forEach((name, value) -> shown.put("characteristics." + name, value));
        return shown;
    }

    private static DecisionView.Wanted view(WantedWork work, List<String> rowIds, List<WorkOrderLinkView> links) {
        return new DecisionView.Wanted(
                work.template(),
                work.number(),
                work.perUnit(),
                work.priorityOverride(),
                work.pointOfNoReturn().name(),
                work.rows(),
                rowIds,
                links.stream()
                        .filter(l -> l.origin().equals(LinkOrigin.PLAN.name())
                                && l.template().equals(work.template()))
                        .toList());
    }

    private static DecisionView.Row view(RowExplanation row) {
        return new DecisionView.Row(
                row.row().id(),
                row.row().number(),
                row.row().result(RowMatch.TEMPLATE),
                row.matched(),
                row.whyNot(),
                row.conditions().stream()
                        .map(c -> new DecisionView.Check(c.column(), c.condition(), c.value(), c.met()))
                        .toList());
    }

    private static boolean isOfAnotherSpecification(RowExplanation row) {
        return row.conditions().stream().anyMatch(c -> c.column().equals(SPECIFICATION) && !c.met());
    }

    private static long unmet(RowExplanation row) {
        return row.conditions().stream().filter(c -> !c.met()).count();
    }
}
