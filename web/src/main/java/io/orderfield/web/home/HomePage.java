package io.orderfield.web.home;

import io.orderfield.fsm.worklist.WorkOrderFilter;
import io.orderfield.fsm.worklist.WorkOrderListService;
import io.orderfield.fsm.worklist.WorkOrderSummary;
import io.orderfield.messaging.right.Right;
import io.orderfield.om.domainorder.DomainOrderFilter;
import io.orderfield.om.domainorder.DomainOrderService;
import io.orderfield.om.fallout.FalloutFilter;
import io.orderfield.om.fallout.FalloutService;
import io.orderfield.om.ordering.CustomerOrderFilter;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderSummary;
import io.orderfield.web.ui.Browser;
import io.orderfield.web.ui.Me;
import io.orderfield.web.ui.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What waits for the reader, counted from the records, and what changed last. */
@Named("homePage")
@RequestScoped
public class HomePage {
    private static final int LATEST = 8;
    private static final int NOON = 12;
    private static final int EVENING = 18;

    /**
     * A number with a way to what it counts.
     *
     * @param path page that lists what is counted
     */
    public record Count(String id, String label, long value, String path) {}

    @Inject
    Me me;

    @Inject
    Browser browser;

    @Inject
    Texts texts;

    @Inject
    CustomerOrderService customerOrders;

    @Inject
    DomainOrderService domainOrders;

    @Inject
    FalloutService fallouts;

    @Inject
    WorkOrderListService workOrders;

    @Inject
    Clock clock;

    private @Nullable List<Count> counts;
    private @Nullable List<CustomerOrderSummary> latestOrders;
    private @Nullable List<WorkOrderSummary> latestWork;

    public String getGreeting() {
        int hour = clock.instant().atZone(browser.getZone()).getHour();
        String part = hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
        return texts.of("home." + part, me.getName());
    }

    public List<Count> getCounts() {
        List<Count> known = counts;
        if (known == null) {
            known = counted();
            counts = known;
        }
        return known;
    }

    public List<CustomerOrderSummary> getLatestOrders() {
        List<CustomerOrderSummary> known = latestOrders;
        if (known == null) {
            known = me.may(Right.READ_ORDERS)
                    ? customerOrders.list(new CustomerOrderFilter(null, Set.of(), null, null, "-updatedAt"), 0, LATEST)
                    : List.of();
            latestOrders = known;
        }
        return known;
    }

    /** Open work: the technician's own, else what changed last. */
    public List<WorkOrderSummary> getLatestWork() {
        List<WorkOrderSummary> known = latestWork;
        if (known == null) {
            String mine = onlyTechnician() ? me.getUsername() : null;
            known = me.may(Right.READ_WORK_ORDERS)
                    ? workOrders.list(
                            new WorkOrderFilter(null, OpenWork.STATES, mine, null, null, null, "-updatedAt"), 0, LATEST)
                    : List.of();
            latestWork = known;
        }
        return known;
    }

    private List<Count> counted() {
        List<Count> found = new ArrayList<>();
        if (me.may(Right.READ_ORDERS)) {
            Map<String, Long> orders = customerOrders.countByState();
            String list = "/customer-order/list.xhtml?tab=";
            if (me.may(Right.DECIDE_ORDERS)) {
                found.add(count("awaitingApproval", of(orders, Set.of("NEW")), "/approvals.xhtml"));
            }
            if (me.may(Right.WRITE_ORDERS)) {
                found.add(count("drafts", of(orders, Set.of("DRAFT", "REJECTED")), list + "draft"));
            }
            found.add(count("ordersInProgress", of(orders, Set.of("IN_PROGRESS")), list + "progress"));
            found.add(count("openDomainOrders", openDomainOrders(), "/domain-order/list.xhtml?tab=open"));
        }
        if (me.may(Right.HANDLE_FALLOUTS)) {
            found.add(count("openFallouts", fallouts.count(FalloutFilter.open()), "/fallout/list.xhtml"));
        }
        if (me.may(Right.DISPATCH)) {
            Map<String, Long> work = workOrders.countByState();
            String list = "/work-order/list.xhtml?tab=";
            found.add(count("toQualify", of(work, Set.of("AWAITING_QUALIFICATION")), list + "qualify"));
            found.add(count("toAssign", of(work, Set.of("QUALIFIED")), list + "assign"));
            found.add(count("underWay", of(work, Set.of("WORK_IN_PROGRESS")), list + "underway"));
            found.add(count("atRisk", open("AT_RISK"), list + "open&sla=AT_RISK"));
            found.add(count("overdue", open("BREACHED"), list + "open&sla=BREACHED"));
        }
        if (me.isTechnician()) {
            found.add(count("myOffers", mine(Set.of("ASSIGNED")), "/my-tasks.xhtml"));
            found.add(count("myTasks", mine(OpenWork.STATES), "/my-tasks.xhtml"));
        }
        return found;
    }

    private long openDomainOrders() {
        return domainOrders.count(
                new DomainOrderFilter(null, Set.of("IN_PROGRESS", "ON_HOLD", "CANCELLATION_IN_PROGRESS"), null, null));
    }

    private long mine(Set<String> states) {
        return workOrders.count(new WorkOrderFilter(null, states, me.getUsername(), null, null, null, null));
    }

    private long open(String sla) {
        return workOrders.count(
                new WorkOrderFilter(null, OpenWork.STATES, null, null, null, null, null, null, Set.of(sla), null));
    }

    private boolean onlyTechnician() {
        return me.isTechnician() && !me.may(Right.DISPATCH);
    }

    private static long of(Map<String, Long> counts, Set<String> states) {
        return states.stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }

    private Count count(String id, long value, String path) {
        return new Count(id, texts.of("count." + id), value, path);
    }
}
