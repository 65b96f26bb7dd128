package io.orderfield.om.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Beans;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.right.CurrentCaller;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.ordering.CustomerOrderFilter;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderSummary;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.settings.SettingFixture;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.SentRequests;
import io.orderfield.om.testing.Users;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

@WithDatabase(schemas = "om", unit = "om")
class DemoOrdersJpaTest {
    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    private final SentRequests sent = new SentRequests();

    @DatabaseTest
    void takesEachOrderToItsGoalOnce(TestDatabase database) {
        database.doInTransaction(em -> demo(em).get(DemoSeed.class).ensure("set by the operator"));

        ensure(database);

        List<CustomerOrderSummary> orders = list(database);
        assertThat(orders)
                .extracting(
                        CustomerOrderSummary::externalReference,
                        CustomerOrderSummary::accountName,
                        CustomerOrderSummary::state,
                        CustomerOrderSummary::lineItems,
                        CustomerOrderSummary::pastPointOfNoReturn)
                .containsExactly(
                        tuple("HH-2026-014", DemoCustomers.HARBOR, "IN_PROGRESS", 3, false),
                        tuple("HH-2026-015", DemoCustomers.HARBOR, "NEW", 2, false),
                        tuple("HH-2026-016", DemoCustomers.HARBOR, "DRAFT", 1, false),
                        tuple("ASB-7781", DemoCustomers.ALPINE, "IN_PROGRESS", 3, true),
                        tuple("ASB-7790", DemoCustomers.ALPINE, "ON_HOLD", 1, false),
                        tuple("ASB-7802", DemoCustomers.ALPINE, "REJECTED", 1, false),
                        tuple("NL-0331", DemoCustomers.NORDLYS, "IN_PROGRESS", 2, false),
                        tuple("NL-0332", DemoCustomers.NORDLYS, "NEW", 1, false),
                        tuple("KO-118", DemoCustomers.KIWI, "CANCELED", 1, false),
                        tuple("SC-2040", DemoCustomers.SAKURA, "IN_PROGRESS", 2, false));
        CustomerOrderView alpine =
                database.inTransaction(em -> service(em).find(orders.get(3).number()));
        assertThat(alpine)
                .returns("agent", CustomerOrderView::createdBy)
                .returns("manager", CustomerOrderView::approvedBy)
                .returns(1, CustomerOrderView::priority)
                .returns(LocalDate.parse("2026-03-09"), CustomerOrderView::requestedDate);
        assertThat(alpine.lineItems())
                .extracting(LineItemView::locationName, LineItemView::pastPointOfNoReturn)
                .containsExactly(
                        tuple("Head office Zürich", true),
                        tuple("Branch München", false),
                        tuple("Branch Innsbruck", false));

        List<RequestWorkOrder> requests = sent.of(RequestWorkOrder.class);
        assertThat(requests)
                .as("Field Service moves forward what begins like this")
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.description()).contains("Demonstration order."));
        ensure(database);
        assertThat(list(database)).as("a restart adds nothing").isEqualTo(orders);
        assertThat(sent.of(RequestWorkOrder.class)).isEqualTo(requests);
    }

    private void ensure(TestDatabase database) {
        DemoOrder.all()
                .forEach(order -> database.doInTransaction(
                        em -> demo(em).get(DemoOrders.class).ensure(order)));
    }

    private List<CustomerOrderSummary> list(TestDatabase database) {
        CustomerOrderFilter byNumber = new CustomerOrderFilter(null, Set.of(), null, null, "number");
        return database.inTransaction(em -> service(em).list(byNumber, 0, 200));
    }

    private CustomerOrderService service(EntityManager em) {
        return demo(em).with(Users.AGENT).get(CustomerOrderService.class);
    }

    /** As at the start, where nobody calls. */
    private Beans demo(EntityManager em) {
        return new Beans(
                DemoOrders.class,
                em,
                sent,
                MORNING,
                new OrderManagement.SomePolicies(List.of(OrderManagement.SHIPPED)),
                SettingFixture.approvals(Approval.NONE, Approval.NONE),
                new CurrentCaller());
    }
}
