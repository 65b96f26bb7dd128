package io.orderfield.om.customerorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.AllowedAction;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.ordering.CustomerOrderService;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.testing.Commands;
import io.orderfield.om.testing.OrderFixture;
import io.orderfield.om.testing.Users;
import io.orderfield.om.user.CurrentUser;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What an order and an item say of themselves is what the commands answer: for every role that sees them, in every state. */
@WithDatabase(schemas = "om", unit = "om")
class OrderActionsJpaTest {
    private static final String[] TWO = {CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION};
    private static final LineItemRevision FIVE =
            new LineItemRevision(null, null, null, 5, null, null, null, null, null, null);

    /** An order in each state, and one whose items are past the point of no return. */
    private static Map<String, Function<OrderFixture, CustomerOrderView>> situations() {
        Map<String, Function<OrderFixture, CustomerOrderView>> situations = new LinkedHashMap<>();
        situations.put("DRAFT", f -> f.draft(TWO));
        situations.put("NEW", f -> f.placed(TWO));
        situations.put(
                "REJECTED", f -> f.orders(Users.MANAGER).reject(f.placed(TWO).number(), "no", null));
        situations.put("IN_PROGRESS", f -> f.approved(TWO));
        situations.put("IN_PROGRESS past", f -> {
            CustomerOrderView order = f.approved(TWO);
            f.passPointOfNoReturn(order.lineItems().get(0).number());
            return order;
        });
        situations.put("ON_HOLD", f -> f.hold(f.approved(TWO).number(), "wait"));
        situations.put(
                "CANCELLATION_IN_PROGRESS", f -> f.cancelOrder(f.approved(TWO).number(), "no"));
        situations.put("COMPLETED", f -> {
            CustomerOrderView order = f.approved(TWO);
            order.lineItems().forEach(i -> f.repository
                    .lockItem(i.number())
                    .orElseThrow()
                    .rollUp(false, false, Instant.parse("2027-01-01T00:00:00Z")));
            f.recount(order.number());
            return order;
        });
        situations.put("CANCELED", f -> f.cancelOrder(f.draft(TWO).number(), "no"));
        return situations;
    }

    @DatabaseTest
    void whatAnOrderAllowsIsWhatItsCommandsAnswer(TestDatabase database) {
        situations().forEach((situation, make) -> {
            CustomerOrderView order = made(database, make);
            assertThat(order.state()).isEqualTo(situation.split(" ")[0]);
            for (CurrentUser by : Users.ofEveryRole(CatalogFixture.ACCOUNT)) {
                List<AllowedAction> said = Commands.said(database, em -> new OrderFixture(em)
                        .orders(by)
                        .find(order.number())
                        .allowedActions());
                List<AllowedAction> answered = said.stream()
                        .map(a -> Commands.tried(
                                database, a.name(), em -> act(new OrderFixture(em), by, a.name(), order.number())))
                        .toList();
                assertThat(said).as(situation + " for " + by.name()).isEqualTo(answered);
            }
        });
    }

    private static CustomerOrderView act(OrderFixture fixture, CurrentUser by, String action, String number) {
        CustomerOrderService orders = fixture.orders(by);
        return switch (action) {
            case "place" -> orders.place(number, null);
            case "withdraw" -> orders.withdraw(number, null);
            case "rework" -> orders.rework(number, null);
            case "approve" -> orders.approve(number, null);
            case "reject" -> orders.reject(number, "test", null);
            case "hold" -> orders.hold(number, null, null);
            case "resume" -> orders.resume(number, null);
            // an order whose items are partly past the point of no return cancels the others
            case "cancel" -> orders.cancel(number, "test", true, null);
            case "revise" ->
                orders.revise(number, new CustomerOrderRevision(null, null, null, null, "Ring twice"), null);
            case "addLineItems" ->
                orders.addLineItems(number, List.of(OrderFixture.item(CatalogFixture.THIRD_LOCATION, 1)), null);
            default -> throw new IllegalArgumentException(action);
        };
    }

    @DatabaseTest
    void whatAnItemAllowsIsWhatItsCommandsAnswer(TestDatabase database) {
        situations()
                .forEach((situation, make) -> {
                    String item = made(database, make).lineItems().get(0).number();
                    for (CurrentUser by : Users.ofEveryRole(CatalogFixture.ACCOUNT)) {
                        List<AllowedAction> said = Commands.said(database, em -> new OrderFixture(em)
                                        .items(by)
                                        .find(item)
                                        .allowedActions())
                                .stream()
                                .filter(a -> !a.name().equals("decideCancellation")) // tried where it is decided
                                .toList();
                        List<AllowedAction> answered = said.stream()
                                .map(a -> Commands.tried(
                                        database, a.name(), em -> actOnItem(new OrderFixture(em), by, a.name(), item)))
                                .toList();
                        assertThat(said).as(situation + " for " + by.name()).isEqualTo(answered);
                    }
                });
    }

    private static void actOnItem(OrderFixture fixture, CurrentUser by, String action, String item) {
        switch (action) {
            case "revise" -> fixture.items(by).revise(item, FIVE, null);
            case "cancel" -> fixture.items(by).cancel(item, "test", null);
            case "remove" -> fixture.items(by).remove(item, null, null);
            case "copy" -> fixture.orders(by).copyLineItem(item, List.of(CatalogFixture.THIRD_LOCATION), null);
            case "passPointOfNoReturn" -> fixture.items(by).passPointOfNoReturn(item, null, null);
            default -> throw new IllegalArgumentException(action);
        }
    }

    private static CustomerOrderView made(TestDatabase database, Function<OrderFixture, CustomerOrderView> make) {
        String number =
                database.inTransaction(em -> make.apply(new OrderFixture(em)).number());
        return database.inTransaction(em -> new OrderFixture(em).find(number));
    }
}
