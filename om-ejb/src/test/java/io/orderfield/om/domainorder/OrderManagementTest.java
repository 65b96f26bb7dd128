package io.orderfield.om.domainorder;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.messaging.contract.MessageType;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.contract.WorkOrderRequestRefused;
import io.orderfield.messaging.refusal.Refusal;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.customerorder.CustomerOrderView;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.NewLineItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the tests of domain orders on a database share: transactions, a clock that they move, and the usual steps. */
abstract class OrderManagementTest {
    final SentRequests sent = new SentRequests();
    final TestClock clock = new TestClock();

    /** A clock that stands still until it is moved. */
    static final class TestClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    final <T> T in(TestDatabase database, Function<OrderManagement, T> work) {
        return OrderManagement.in(database, sent, clock, work);
    }

    final void with(TestDatabase database, Consumer<OrderManagement> work) {
        OrderManagement.with(database, sent, clock, work);
    }

    final Refusal refusal(TestDatabase database, Consumer<OrderManagement> work) {
        return catchThrowableOfType(Refusal.class, () -> with(database, work));
    }

    /** An approved order of one fiber internet: PO → SO (site survey, fiber installation), RO (ONT installation). */
    final CustomerOrderView approved(TestDatabase database) {
        return in(database, om -> om.customers.approved(CatalogFixture.LOCATION));
    }

    final DomainOrderView domainOrder(TestDatabase database, CustomerOrderView order, String type) {
        return all(database, order).stream()
                .filter(d -> d.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    final List<DomainOrderView> all(TestDatabase database, CustomerOrderView order) {
        return in(database, om -> om.of(order.number()));
    }

    final DomainOrderView again(TestDatabase database, DomainOrderView order) {
        return in(database, om -> om.find(order.number()));
    }

    final void receive(TestDatabase database, WorkOrderChanged changed) {
        with(database, om -> om.intake.apply(changed, FieldService.context(MessageType.WORK_ORDER_CHANGED)));
    }

    final void receive(TestDatabase database, WorkOrderRequestRefused refused) {
        with(database, om -> om.intake.apply(refused, FieldService.context(MessageType.WORK_ORDER_REQUEST_REFUSED)));
    }

    /** Field Service confirms every work order of the domain order and brings each to the state. */
    final List<FieldService> confirmed(TestDatabase database, DomainOrderView order, String state) {
        List<FieldService> field = again(database, order).workOrders().stream()
                .map(l -> FieldService.of(l, "WO" + order.number().substring(2) + "-" + l.template().substring(0, 4)))
                .toList();
        field.forEach(f -> receive(database, f.answering(1).becomes(state)));
        return field;
    }

    static LineItemRevision quantity(int quantity) {
        return new LineItemRevision(null, null, null, quantity, null, null, null, null, null);
    }

    static LineItemRevision instructions(String text) {
        return new LineItemRevision(null, null, null, null, null, null, null, null, text);
    }

    static NewLineItem item(String location) {
        return new NewLineItem(
                "add", CatalogFixture.PRODUCT, location, List.of(), 1, Map.of(), null, null, null, null);
    }
}
