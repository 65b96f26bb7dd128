package io.orderfield.om.domainorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.customerorder.LineItemClosed;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.testing.ConcurrentTransactionsTest;
import io.orderfield.om.testing.OrderManagement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

/** Two real transactions at the same time. */
@WithDatabase(schemas = "om", unit = "om")
class RacesJpaTest extends ConcurrentTransactionsTest {
    private static final int ROUNDS = 5;

    @DatabaseTest
    void aLateWorkOrderWaitsForTheClosingAndIsRefused(TestDatabase database) throws Exception {
        DomainOrderView resource = readyToClose(database);
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<String> closing = threads.submit(outcome(database, om -> {
            om.closing.close(resource.number(), complete(), null);
            om.orders.flush();
            closed.countDown();
            await(commit);
        }));
        closed.await();
        Future<String> creation = threads.submit(
                outcome(database, om -> om.changes.createWorkOrder(resource.number(), "ONT-INSTALL", null, null)));

        assertThat(database.isHeldUp(creation))
                .as("the creation waits for the lock")
                .isTrue();
        commit.countDown();

        assertThat(closing.get()).isEqualTo("done");
        assertThat(creation.get()).isEqualTo("domain-order-closed");
        assertThat(again(database, resource).workOrders()).hasSize(1);
    }

    @DatabaseTest
    void aClosingWaitsForTheLateWorkOrderAndIsRefused(TestDatabase database) throws Exception {
        DomainOrderView resource = readyToClose(database);
        CountDownLatch created = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<String> creation = threads.submit(outcome(database, om -> {
            om.changes.createWorkOrder(resource.number(), "ONT-INSTALL", null, null);
            om.orders.flush();
            created.countDown();
            await(commit);
        }));
        created.await();
        Future<String> closing =
                threads.submit(outcome(database, om -> om.closing.close(resource.number(), complete(), null)));

        assertThat(database.isHeldUp(closing))
                .as("the closing waits for the lock")
                .isTrue();
        commit.countDown();

        assertThat(creation.get()).isEqualTo("done");
        assertThat(closing.get()).isEqualTo("open-work-orders");
        assertThat(again(database, resource).state()).isEqualTo("IN_PROGRESS");
    }

    @DatabaseTest
    void closingAndALateWorkOrderNeverBothSucceed(TestDatabase database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            DomainOrderView resource = readyToClose(database);

            List<String> outcomes = atOnce(
                    outcome(database, om -> om.closing.close(resource.number(), complete(), null)),
                    outcome(database, om -> om.changes.createWorkOrder(resource.number(), "ONT-INSTALL", null, null)));

            assertThat(outcomes).as("round %d", round).containsOnlyOnce("done");
            DomainOrderView after = again(database, resource);
            assertThat(after.state().equals("CLOSED_COMPLETE"))
                    .isNotEqualTo(after.workOrders().stream().anyMatch(WorkOrderLinkView::open));
        }
    }

    @DatabaseTest
    void closingAndAChangeInFlightNeverLeaveOpenWorkUnderAClosedDomainOrder(TestDatabase database) throws Exception {
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
        LineItemRevision critical = new LineItemRevision(null, null, null, null, null, null, 1, null, null, null);
        for (int round = 0; round < ROUNDS; round++) {
            CustomerOrderView order = approved(database);
            DomainOrderView service = domainOrder(database, order, "service");
            confirmed(database, service, "CLOSED_COMPLETE");

            // the change wants a quality check of the service
            List<String> outcomes = atOnce(
                    outcome(database, om -> om.closing.close(service.number(), complete(), null)),
                    outcome(database, om -> om.customers.revise(service.lineItem(), critical)));

            assertThat(outcomes).as("round %d", round).containsOnlyOnce("done");
            DomainOrderView after = again(database, service);
            assertThat(after.state().equals("CLOSED_COMPLETE"))
                    .isNotEqualTo(after.workOrders().stream().anyMatch(WorkOrderLinkView::open));
            assertThat(outcomes).containsAnyOf("domain-order-closed", "open-work-orders");
        }
    }

    @DatabaseTest
    void twoSiblingsThatCloseAtOnceEndTheItemAndTheOrder(TestDatabase database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            CustomerOrderView order =
                    in(database, om -> om.customers.approved(CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION));
            List<DomainOrderView> all = all(database, order);
            all.forEach(d -> confirmed(database, d, "CLOSED_COMPLETE"));
            all.stream()
                    .filter(d -> !d.type().equals("product"))
                    .forEach(d -> with(database, om -> om.closing.close(d.number(), complete(), null)));
            List<String> products = all.stream()
                    .filter(d -> d.type().equals("product"))
                    .map(DomainOrderView::number)
                    .toList();

            atOnce(
                    closeAndRecount(database, order, products.get(0)),
                    closeAndRecount(database, order, products.get(1)));

            assertThat(in(database, om -> om.customers.find(order.number())).state())
                    .as("round %d", round)
                    .isEqualTo("COMPLETED");
        }
    }

    /** Closes in one transaction and counts the order in another after the commit, as the trigger does. */
    private Callable<String> closeAndRecount(TestDatabase database, CustomerOrderView order, String domainOrder) {
        return () -> {
            with(database, om -> {
                om.closing.close(domainOrder, complete(), null);
                assertThat(om.events.of(LineItemClosed.class)).hasSize(1);
            });
            with(database, om -> om.customers.recount(order.number()));
            return "done";
        };
    }

    private DomainOrderView readyToClose(TestDatabase database) {
        template(database, "ONT-INSTALL");
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        confirmed(database, resource, "CLOSED_COMPLETE");
        return resource;
    }
}
