package io.orderfield.om.customerorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Injected;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What its items make of an order. That the count is one transaction, and which orders are behind, is the database's. */
class OrderRollUpTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final CustomerOrder order = CustomerOrder.draft(
            "ORD0001001", "ACCT0001001", new CustomerOrderDefaults(null, 3, null, null, null), false, "agent", AT);
    private final OrderLineItem first = item("ORDL0001001");
    private final OrderLineItem second = item("ORDL0001002");
    private final List<OrderLineItem> items = List.of(first, second);
    private final FiredEvents events = new FiredEvents();
    private final OrderRollUp rollUp =
            Injected.into(new OrderRollUp(), stored(), events.event(), Clock.fixed(AT, ZoneOffset.UTC));

    OrderRollUpTest() {
        order.place(items, "agent", "workspace", AT);
        order.approve(items, "manager", AT);
    }

    @Test
    void waitsForTheLastOfThem() {
        first.rollUp(false, false, AT);

        rollUp.recount(order.id(), "manager");

        assertThat(order.state()).isEqualTo(OrderState.IN_PROGRESS);
        assertThat(events.of(CustomerOrderStateChanged.class)).isEmpty();
    }

    @Test
    void completesTheOrderAndTellsOfItOnce() {
        first.rollUp(false, false, AT);
        second.rollUp(false, true, AT);

        rollUp.recount(order.id(), "manager");
        rollUp.recount(order.id(), "manager");

        assertThat(order.state()).isEqualTo(OrderState.COMPLETED);
        assertThat(order.outcome()).isEqualTo(Outcome.INCOMPLETE);
        assertThat(events.of(CustomerOrderStateChanged.class))
                .containsExactly(
                        new CustomerOrderStateChanged("ACCT0001001", "ORD0001001", "COMPLETED", "manager", AT));
    }

    @Test
    void cancelsTheOrderWhereAllOfThemAreCanceled() {
        order.cancel(items, "customer moved", false, AT);
        items.forEach(i -> i.rollUp(true, false, AT));

        rollUp.recount(order.id(), "manager");

        assertThat(order.state()).isEqualTo(OrderState.CANCELED);
    }

    @Test
    void countsWhatACrashLeftBehindInPortions() {
        assertThat(rollUp.behind()).containsExactly(order.id());
    }

    private static OrderLineItem item(String number) {
        return OrderLineItem.draft(
                number,
                UUID.randomUUID(),
                new LineItemData(
                        LineItemAction.ADD, "FIBER-INTERNET", "LOC0001001", 1, Map.of(), null, 3, null, null, null),
                AT);
    }

    /** The three questions that the roll-up asks, and no database. */
    private CustomerOrders stored() {
        return new CustomerOrders(null) {
            @Override
            public Optional<CustomerOrder> lock(UUID id) {
                return Optional.of(order).filter(o -> o.id().equals(id));
            }

            @Override
            public List<OrderLineItem> items(UUID orderId) {
                return order.id().equals(orderId) ? items : List.of();
            }

            @Override
            public List<UUID> behindTheirItems(int most) {
                return most == 500 ? List.of(order.id()) : List.of();
            }
        };
    }
}
