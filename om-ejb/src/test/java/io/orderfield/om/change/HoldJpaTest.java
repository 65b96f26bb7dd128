package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.HoldView;
import io.orderfield.om.domainorder.NoteWords;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.worknote.WorkNoteView;

/** A domain order on hold by itself, beside the hold of its customer order. */
@WithDatabase(schemas = "om", unit = "om")
class HoldJpaTest extends OrderManagementTest {
    @DatabaseTest
    void holdsAndResumesOneDomainOrderAlone(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView service = domainOrder(database, order, "service");
        sent.forget();

        with(database, om -> om.changes.hold(service.number(), "no permit", service.version()));

        DomainOrderView held = again(database, service);
        assertThat(held.state()).isEqualTo("ON_HOLD");
        assertThat(held.hold()).isEqualTo(new HoldView(false, "manager", clock.instant(), "no permit"));
        assertThat(domainOrder(database, order, "resource").state()).isEqualTo("IN_PROGRESS");
        assertThat(sent.of(RequestWorkOrder.class)).hasSize(2).allMatch(RequestWorkOrder::hold);

        sent.forget();
        with(database, om -> om.changes.resume(service.number(), held.version()));

        assertThat(again(database, service).state()).isEqualTo("IN_PROGRESS");
        assertThat(again(database, service).hold()).isNull();
        assertThat(sent.of(RequestWorkOrder.class)).hasSize(2).noneMatch(RequestWorkOrder::hold);
        assertThat(notes(database, service))
                .extracting(WorkNoteView::kind, NoteWords::of)
                .containsExactly(tuple("on-hold", "no permit"), tuple("resumed", null));
    }

    @DatabaseTest
    void theOrdersResumptionLeavesADomainOrderThatIsOnHoldByItself(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView service = domainOrder(database, order, "service");
        with(database, om -> om.changes.hold(service.number(), null, null));
        sent.forget();

        with(database, om -> om.customers.hold(order.number(), "strike"));
        assertThat(sent.of(RequestWorkOrder.class))
                .as("the service's work is on hold already")
                .extracting(RequestWorkOrder::template)
                .containsExactly("ONT-INSTALL");
        with(database, om -> om.customers.resume(order.number()));

        assertThat(domainOrder(database, order, "resource").state()).isEqualTo("IN_PROGRESS");
        DomainOrderView still = again(database, service);
        assertThat(still.state()).isEqualTo("ON_HOLD");
        assertThat(still.hold()).isEqualTo(new HoldView(false, "manager", clock.instant(), null));
        assertThat(still.workOrders()).hasSize(2);
    }

    @DatabaseTest
    void itsOwnResumptionLeavesTheHoldOfTheOrder(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView service = domainOrder(database, order, "service");
        with(database, om -> om.customers.hold(order.number(), "strike"));
        with(database, om -> om.changes.hold(service.number(), "no permit", null));
        sent.forget();

        with(database, om -> om.changes.resume(service.number(), null));
        assertThat(again(database, service).state()).isEqualTo("ON_HOLD");
        assertThat(again(database, service).hold()).isEqualTo(new HoldView(true, null, null, null));
        assertThat(sent.of(RequestWorkOrder.class)).isEmpty();

        with(database, om -> om.customers.resume(order.number()));
        assertThat(again(database, service).state()).isEqualTo("IN_PROGRESS");
    }

    @DatabaseTest
    void takesARevisionOfAnItemOnHold(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView service = domainOrder(database, order, "service");
        with(database, om -> om.customers.hold(order.number(), "strike"));
        sent.forget();

        LineItemView revised = in(database, om -> om.customers.changeQuantity(service.lineItem(), 4));

        assertThat(revised.state()).isEqualTo("ON_HOLD");
        assertThat(revised.version()).isEqualTo(2);
        assertThat(again(database, service).quantity()).isEqualTo(4);
        assertThat(sent.of(RequestWorkOrder.class)).hasSize(3).allSatisfy(r -> {
            assertThat(r.origin().itemVersion()).isEqualTo(2);
            assertThat(r.hold()).as("the change does not end the hold").isTrue();
        });
    }

    @DatabaseTest
    void takesARevisionUnderADomainOrderThatIsOnHoldByItself(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView service = domainOrder(database, order, "service");
        with(database, om -> om.changes.hold(service.number(), "no permit", null));
        sent.forget();

        with(database, om -> om.customers.changeQuantity(service.lineItem(), 4));

        assertThat(again(database, service).state()).isEqualTo("ON_HOLD");
        assertThat(sent.of(RequestWorkOrder.class))
                .extracting(RequestWorkOrder::template, RequestWorkOrder::hold)
                .containsExactlyInAnyOrder(
                        tuple("SITE-SURVEY", true), tuple("FIBER-INSTALL", true), tuple("ONT-INSTALL", false));
    }

    @DatabaseTest
    void cancelsAnItemOnHold(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView service = domainOrder(database, order, "service");
        with(database, om -> om.customers.hold(order.number(), "strike"));
        sent.forget();

        LineItemView canceled = in(database, om -> om.customers.cancelItem(service.lineItem(), "moved"));

        assertThat(canceled.state()).isEqualTo("CANCELLATION_IN_PROGRESS");
        assertThat(sent.of(CancelWorkOrder.class)).hasSize(3);
    }

    @DatabaseTest
    void refusesWhatIsNotPossible(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView service = domainOrder(database, order, "service");

        Refusal notHeld = refusal(database, om -> om.changes.resume(service.number(), null));
        assertThat(notHeld.code()).isEqualTo("wrong-state");
        assertThat(notHeld.data()).containsEntry("state", "IN_PROGRESS").containsEntry("transition", "RESUME");

        with(database, om -> om.changes.hold(service.number(), null, null));
        Refusal twice = refusal(database, om -> om.changes.hold(service.number(), null, null));
        assertThat(twice.code()).isEqualTo("wrong-state");
        assertThat(twice.data()).containsEntry("state", "ON_HOLD").containsEntry("transition", "HOLD");
        with(database, om -> om.changes.resume(service.number(), null));

        with(database, om -> om.customers.hold(order.number(), null));
        Refusal withOrder = refusal(database, om -> om.changes.resume(service.number(), null));
        assertThat(withOrder.code()).isEqualTo("held-with-order");
        assertThat(withOrder.data()).containsEntry("customerOrder", order.number());

        assertThat(refusal(database, om -> om.changes.hold(service.number(), null, 0L))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
        assertThat(refusal(database, om -> om.changes.hold("SO0", null, null)).kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(refusal(database, om -> om.changes.hold(service.number(), "x".repeat(4_001), null))
                        .kind())
                .isEqualTo(Refusal.Kind.INVALID);
    }

    @DatabaseTest
    void isPossiblePastThePointOfNoReturn(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        with(database, om -> om.customers.passPointOfNoReturn(service.lineItem()));

        with(database, om -> om.changes.hold(service.number(), null, null));

        assertThat(again(database, service).state()).isEqualTo("ON_HOLD");
    }

    @DatabaseTest
    void workThatIsAddedToAnOrderOnHoldGoesOnWithIt(TestDatabase database) {
        CustomerOrderView order = approved(database);
        with(database, om -> om.customers.hold(order.number(), null));
        with(database, om -> om.customers.addItem(order.number(), item(CatalogFixture.SECOND_LOCATION)));

        with(database, om -> om.customers.resume(order.number()));

        assertThat(all(database, order)).hasSize(6).allMatch(d -> d.state().equals("IN_PROGRESS"));
    }
}
