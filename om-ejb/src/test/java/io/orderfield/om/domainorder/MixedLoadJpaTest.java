package io.orderfield.om.domainorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.MessageType;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.customerorder.CustomerOrderRevision;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.testing.ConcurrentTransactionsTest;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.SentRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Every kind of command on the items of one order at the same time. All of them take their locks in one order, so nobody
 * ever waits in a circle: each ends as done or as a rule's no, never as a deadlock or a lock timeout.
 */
@WithDatabase(schemas = "om", unit = "om")
class MixedLoadJpaTest extends ConcurrentTransactionsTest {
    private static final int COMMANDS_OF_EACH = 25;
    private static final long DEADLINE_SECONDS = 180;
    private static final long EVERY_REQUEST = 10_000;

    @DatabaseTest
    void neverDeadlocks(TestDatabase database) throws Exception {
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
        CustomerOrderView order =
                in(database, om -> om.customers.approved(CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION));
        template(database, "ONT-INSTALL");
        approval = Approval.MANAGER;

        List<Future<Map<String, Integer>>> workers = new ArrayList<>();
        for (int worker = 0; worker < AT_ONCE; worker++) {
            Random random = new Random(worker);
            workers.add(threads.submit(() -> work(database, order, random)));
        }
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Future<Map<String, Integer>> worker : workers) {
            worker.get(DEADLINE_SECONDS, TimeUnit.SECONDS).forEach((o, n) -> outcomes.merge(o, n, Integer::sum));
        }

        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(AT_ONCE * COMMANDS_OF_EACH);
        assertThat(outcomes.get("done"))
                .as("commands that did something, of %s", outcomes)
                .isGreaterThan(AT_ONCE * COMMANDS_OF_EACH / 4);
        assertThat(all(database, order)).allSatisfy(MixedLoadJpaTest::hasOneOpenWorkOrderPerSlot);
    }

    /** Anything but a refusal, a deadlock above all, ends the test. */
    private Map<String, Integer> work(TestDatabase database, CustomerOrderView order, Random random) {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < COMMANDS_OF_EACH; i++) {
            List<DomainOrderView> all = all(database, order);
            DomainOrderView one = all.get(random.nextInt(all.size()));
            Consumer<OrderManagement> command = command(database, order, one, random);
            String outcome;
            try {
                outcome = in(database, new SentRequests(), om -> {
                    command.accept(om);
                    return "done";
                });
            } catch (Refusal refusal) {
                outcome = refusal.code();
            }
            outcomes.merge(outcome, 1, Integer::sum);
        }
        return outcomes;
    }

    private Consumer<OrderManagement> command(
            TestDatabase database, CustomerOrderView order, DomainOrderView one, Random random) {
        int priority = 1 + random.nextInt(4);
        return switch (random.nextInt(13)) {
            case 0 -> om -> om.customers.changeQuantity(one.lineItem(), 1 + priority);
            case 1 -> om -> om.customers.approveChange(newestChange(database, one));
            case 2 -> om -> om.customers.withdrawChange(newestChange(database, one));
            case 3 ->
                om -> om.customers.reviseOrder(
                        order.number(), new CustomerOrderRevision(null, priority, null, null, null));
            case 4 -> om -> om.customers.hold(order.number(), null);
            case 5 -> om -> om.customers.resume(order.number());
            case 6 -> om -> om.changes.hold(one.number(), null, null);
            case 7 -> om -> om.changes.resume(one.number(), null);
            case 8 -> om -> om.changes.replan(one.number(), null, null, null);
            case 9 -> om -> om.closing.close(one.number(), acknowledged(), null);
            case 10 -> om -> om.changes.createWorkOrder(one.number(), "ONT-INSTALL", null, null);
            case 11 -> om -> om.customers.recount(order.number());
            default -> reportedByFieldService(one, random);
        };
    }

    private static Consumer<OrderManagement> reportedByFieldService(DomainOrderView one, Random random) {
        if (one.workOrders().isEmpty()) {
            return om -> om.find(one.number());
        }
        WorkOrderLinkView link =
                one.workOrders().get(random.nextInt(one.workOrders().size()));
        FieldService field = FieldService.of(link, "WO" + link.key().toString().substring(24));
        WorkOrderChanged news = "CANCEL".equals(link.pending())
                ? field.answering(EVERY_REQUEST).isCanceled(null)
                : field.answering(1).becomes("ASSIGNED");
        return om -> om.intake.apply(news, FieldService.context(MessageType.WORK_ORDER_CHANGED));
    }

    private String newestChange(TestDatabase database, DomainOrderView one) {
        LineItemView item = in(database, om -> om.customers.findItem(one.lineItem()));
        return item.inflightChange() == null ? "CHG0" : item.inflightChange().number();
    }

    private static void hasOneOpenWorkOrderPerSlot(DomainOrderView order) {
        Map<String, Long> openBySlot = new TreeMap<>();
        order.workOrders().stream()
                .filter(l -> l.origin().equals("PLAN") && l.open() && !"CANCEL".equals(l.pending()))
                .forEach(l -> openBySlot.merge(l.template() + " " + l.occurrence(), 1L, Long::sum));
        assertThat(openBySlot.values()).allMatch(n -> n == 1);
    }
}
