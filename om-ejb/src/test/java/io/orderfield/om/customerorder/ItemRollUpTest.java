package io.orderfield.om.customerorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.messaging.contract.OrderEvent;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderType;
import io.orderfield.om.domainorder.ItemFacts;
import io.orderfield.om.domainorder.ItemRollUp;
import io.orderfield.om.domainorder.OutsideEvents;
import io.orderfield.om.testing.SentRequests;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What its domain orders make of an item; here, because only an order makes items. */
class ItemRollUpTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final CustomerOrder order = CustomerOrder.draft(
            "ORD0001001", "ACCT0001001", new CustomerOrderDefaults(null, 3, null, null, null), false, "agent", AT);
    private final OrderLineItem item = OrderLineItem.draft(
            "ORDL0001001",
            order.id(),
            new LineItemData(
                    LineItemAction.ADD, "FIBER-INTERNET", "LOC0001001", 1, Map.of(), null, 3, null, null, null),
            AT);
    private final SentRequests sent = new SentRequests();
    private final FiredEvents events = new FiredEvents();
    private final ItemRollUp rollUp = new ItemRollUp(new OutsideEvents(sent), events.event());

    ItemRollUpTest() {
        order.place(List.of(item), "agent", "workspace", AT);
        order.approve(List.of(item), "manager", AT);
    }

    @Test
    void waitsForTheLastOfThem() {
        rollUp.recount(item, List.of(closed(false), open()), "manager", AT);

        assertThat(item.state()).isEqualTo(OrderState.IN_PROGRESS);
        assertThat(sent.of(OrderEvent.class)).isEmpty();
        assertThat(events.of(LineItemClosed.class)).isEmpty();
    }

    @Test
    void completesTheItemAndTellsOfItOnce() {
        List<DomainOrder> all = List.of(closed(false), canceled());

        rollUp.recount(item, all, "manager", AT);
        rollUp.recount(item, all, "manager", AT);

        assertThat(item.state()).isEqualTo(OrderState.COMPLETED);
        assertThat(item.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(sent.of(OrderEvent.class))
                .extracting(OrderEvent::event, OrderEvent::lineItem, OrderEvent::state)
                .containsExactly(tuple("line-item.changed", "ORDL0001001", "COMPLETED"));
        assertThat(events.of(LineItemClosed.class))
                .containsExactly(new LineItemClosed(order.id(), item.id(), "manager"));
    }

    @Test
    void isIncompleteWhereOneOfThemIs() {
        rollUp.recount(item, List.of(closed(false), closed(true)), "manager", AT);

        assertThat(item.state()).isEqualTo(OrderState.COMPLETED);
        assertThat(item.outcome()).isEqualTo(Outcome.INCOMPLETE);
    }

    @Test
    void cancelsTheItemWhereAllOfThemAreCanceled() {
        order.cancel(List.of(item), "customer moved", false, AT);

        rollUp.recount(item, List.of(canceled(), canceled()), "manager", AT);

        assertThat(item.state()).isEqualTo(OrderState.CANCELED);
        assertThat(item.outcome()).isNull();
    }

    private DomainOrder closed(boolean incomplete) {
        DomainOrder closed = open();
        closed.close(incomplete, "manager", null, AT);
        return closed;
    }

    private DomainOrder canceled() {
        DomainOrder canceled = open();
        canceled.cancel(AT);
        canceled.finishCancellation(AT);
        return canceled;
    }

    private DomainOrder open() {
        return DomainOrder.approved(
                "SO0001001",
                DomainOrderType.SERVICE,
                null,
                ItemFacts.of(order, item),
                "FIBER-INTERNET",
                1,
                false,
                1,
                LocalDate.of(2026, 11, 23),
                AT);
    }
}
