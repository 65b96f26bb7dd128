package io.orderfield.om.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.worknote.WorkNoteView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Closing and canceling, up to the customer order. */
@WithDatabase(schemas = "om", unit = "om")
class ClosingJpaTest extends OrderManagementTest {
    @DatabaseTest
    void refusesToCloseWhileAWorkOrderIsOpen(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");

        Refusal unconfirmed = refusal(database, om -> om.closing.close(resource.number(), acknowledged(), null));
        assertThat(unconfirmed.code()).isEqualTo("open-work-orders");
        assertThat(blockers(unconfirmed))
                .containsExactly(new Blocker(
                        "work-order", null, "ONT-INSTALL", "REQUESTED", "/api/v1/domain-orders/" + resource.number()));

        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000201");
        receive(database, field.answering(1).becomes("WORK_IN_PROGRESS"));
        assertThat(blockers(refusal(database, om -> om.closing.close(resource.number(), acknowledged(), null))))
                .containsExactly(new Blocker(
                        "work-order", "WO0000201", "ONT-INSTALL", "WORK_IN_PROGRESS", "/api/v1/work-orders/WO0000201"));
        assertThat(again(database, resource).state()).isEqualTo("IN_PROGRESS");
    }

    @DatabaseTest
    void refusesToCloseWhileARequestIsUnanswered(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000202");
        receive(database, field.answering(1).becomes("QUALIFIED"));
        with(database, om -> om.customers.revise(resource.lineItem(), instructions("now")));
        receive(database, field.becomes("CLOSED_COMPLETE"));

        assertThat(refusal(database, om -> om.closing.close(resource.number(), complete(), null))
                        .code())
                .as("the update is unanswered")
                .isEqualTo("open-work-orders");
        receive(database, field.answering(2).becomes("CLOSED_COMPLETE"));
        with(database, om -> om.closing.close(resource.number(), complete(), null));

        assertThat(again(database, resource).state()).isEqualTo("CLOSED_COMPLETE");
    }

    @DatabaseTest
    void refusesToCloseBeforeItsParts(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView product = domainOrder(database, order, "product");

        Refusal refusal = refusal(database, om -> om.closing.close(product.number(), complete(), null));

        assertThat(refusal.code()).isEqualTo("closing-blocked");
        assertThat(blockers(refusal))
                .extracting(Blocker::kind)
                .containsOnly("child-domain-order")
                .hasSize(2);
    }

    @DatabaseTest
    void refusesToCloseTwice(TestDatabase database) {
        DomainOrderView resource = closedResource(database);

        Refusal refusal = refusal(database, om -> om.closing.close(resource.number(), complete(), null));

        assertThat(refusal.code()).isEqualTo("wrong-state");
        assertThat(refusal.data()).containsEntry("state", "CLOSED_COMPLETE");
    }

    @DatabaseTest
    void refusesToCloseWhatTheCallerHasNotSeen(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        confirmed(database, resource, "CLOSED_COMPLETE");

        assertThat(refusal(database, om -> om.closing.close(resource.number(), complete(), resource.version()))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
    }

    @DatabaseTest
    void wantsIncompleteWorkAcknowledgedWithAReason(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000203");
        receive(database, field.answering(1).isCanceled("customer not there"));
        assertThat(again(database, resource).workOrders().get(0).reason()).isEqualTo("customer not there");

        Refusal refusal = refusal(database, om -> om.closing.close(resource.number(), complete(), null));
        assertThat(refusal.code()).isEqualTo("incomplete-work-not-acknowledged");
        assertThat(refusal.data()).containsEntry("workOrders", List.of("WO0000203"));
        with(database, om -> om.closing.close(resource.number(), acknowledged(), null));

        DomainOrderView closed = again(database, resource);
        assertThat(closed.state()).isEqualTo("CLOSED_INCOMPLETE");
        assertThat(closed.closeReason()).isEqualTo("as agreed");
        assertThat(closed.closedBy()).isEqualTo("manager");
    }

    @DatabaseTest
    void takesACompleteReplacementForWorkThatFieldServiceCanceled(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        template(database, "ONT-INSTALL");
        receive(
                database,
                FieldService.of(resource.workOrders().get(0), "WO0000204")
                        .answering(1)
                        .isCanceled("van broke down"));
        clock.forward(Duration.ofMinutes(1));
        with(database, om -> om.changes.createWorkOrder(resource.number(), "ONT-INSTALL", "second try", null));
        assertThat(notes(database, resource)).extracting(WorkNoteView::kind).contains("work-order-requested");
        WorkOrderLinkView replacement = again(database, resource).workOrders().stream()
                .filter(l -> l.origin().equals("BY_HAND"))
                .findFirst()
                .orElseThrow();
        receive(database, FieldService.of(replacement, "WO0000205").answering(1).becomes("CLOSED_COMPLETE"));

        with(database, om -> om.closing.close(resource.number(), complete(), null));

        assertThat(again(database, resource).state()).isEqualTo("CLOSED_COMPLETE");
    }

    @DatabaseTest
    void refusesWorkByHandUnderAClosedDomainOrder(TestDatabase database) {
        DomainOrderView resource = closedResource(database);
        template(database, "ONT-INSTALL");

        assertThat(refusal(database, om -> om.changes.createWorkOrder(resource.number(), "ONT-INSTALL", null, null))
                        .code())
                .isEqualTo("domain-order-closed");
        assertThat(refusal(database, om -> om.changes.createWorkOrder(resource.number(), "NO-SUCH", null, null))
                        .kind())
                .isEqualTo(Refusal.Kind.INVALID);
    }

    @DatabaseTest
    void closesAllThatCanBeClosedFromTheBottomAndEndsItemAndOrder(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        DomainOrderView service = domainOrder(database, order, "service");
        DomainOrderView product = domainOrder(database, order, "product");
        confirmed(database, resource, "CLOSED_COMPLETE");

        ClosingResult first = in(database, om -> om.closing.closeAllOfOrder(order.number(), complete()));
        assertThat(first.closed()).containsExactly(resource.number());
        assertThat(first.notClosed())
                .extracting(NotClosed::number, NotClosed::code)
                .containsExactly(
                        tuple(service.number(), "open-work-orders"), tuple(product.number(), "closing-blocked"));

        confirmed(database, service, "CLOSED_COMPLETE");
        ClosingResult second = in(database, om -> om.closing.closeAllOfOrder(order.number(), complete()));
        assertThat(second.closed()).containsExactly(service.number(), product.number());
        with(database, om -> om.customers.recount(order.number()));

        CustomerOrderView done = in(database, om -> om.customers.find(order.number()));
        assertThat(done.state()).isEqualTo("COMPLETED");
        assertThat(done.outcome()).isEqualTo("COMPLETE");
        assertThat(done.lineItems()).extracting(LineItemView::state).containsExactly("COMPLETED");
        assertThat(notes(database, product)).extracting(WorkNoteView::kind).containsExactly("closed");
    }

    @DatabaseTest
    void closesWhatCanBeClosedOfOneItemAlone(TestDatabase database) {
        CustomerOrderView order =
                in(database, om -> om.customers.approved(item(CatalogFixture.LOCATION), item(CatalogFixture.LOCATION)));
        String one = order.lineItems().get(0).number();
        List<DomainOrderView> ofOne = all(database, order).stream()
                .filter(d -> d.lineItem().equals(one))
                .toList();
        all(database, order).stream()
                .filter(d -> !d.type().equals("service"))
                .forEach(d -> confirmed(database, d, "CLOSED_COMPLETE"));

        long revision = in(database, om -> om.customers.find(order.number()))
                .lineItems()
                .get(0)
                .revision();
        assertThat(refusal(database, om -> om.closing.closeAllOfItem(one, complete(), revision + 1))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
        ClosingResult result = in(database, om -> om.closing.closeAllOfItem(one, complete(), revision));

        assertThat(result.closed())
                .containsExactly(ofOne.stream()
                        .filter(d -> d.type().equals("resource"))
                        .findFirst()
                        .orElseThrow()
                        .number());
        assertThat(result.notClosed())
                .extracting(NotClosed::code)
                .containsExactly("open-work-orders", "closing-blocked");
        assertThat(result.notClosed()).allSatisfy(n -> assertThat(n.blockers()).isNotEmpty());
        assertThat(all(database, order).stream().filter(d -> !d.lineItem().equals(one)))
                .extracting(DomainOrderView::state)
                .containsOnly("IN_PROGRESS");
    }

    @DatabaseTest
    void cancelsAnItemOnceFieldServiceHasAnsweredForEveryWorkOrder(TestDatabase database) {
        CustomerOrderView order = approved(database);
        String item = order.lineItems().get(0).number();
        List<WorkOrderLinkView> links = all(database, order).stream()
                .flatMap(d -> d.workOrders().stream())
                .toList();
        sent.forget();

        with(database, om -> om.customers.cancelItem(item, "customer moved"));
        assertThat(sent.of(CancelWorkOrder.class)).hasSize(3).allSatisfy(c -> {
            assertThat(c.reason()).isEqualTo("customer moved");
            assertThat(c.requestRevision()).isEqualTo(2);
        });
        assertThat(all(database, order)).extracting(DomainOrderView::state).containsOnly("CANCELLATION_IN_PROGRESS");

        for (WorkOrderLinkView link : links) {
            assertThat(itemState(database, order)).isEqualTo("CANCELLATION_IN_PROGRESS");
            receive(
                    database,
                    FieldService.of(link, "WO03" + links.indexOf(link))
                            .answering(2)
                            .isCanceled(null));
        }

        assertThat(all(database, order)).extracting(DomainOrderView::state).containsOnly("CANCELED");
        assertThat(itemState(database, order)).isEqualTo("CANCELED");
        with(database, om -> om.customers.recount(order.number()));
        assertThat(in(database, om -> om.customers.find(order.number())).state())
                .isEqualTo("CANCELED");
    }

    @DatabaseTest
    void leavesTheItemWaitingWithAFalloutWhenFieldServiceRefusesToCancel(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        List<FieldService> others = confirmed(database, domainOrder(database, order, "service"), "QUALIFIED");
        FieldService done = confirmed(database, resource, "QUALIFIED").get(0);
        with(database, om -> om.customers.cancelItem(resource.lineItem(), "changed plans"));
        assertThat(notes(database, resource)).extracting(WorkNoteView::kind).contains("cancellation-requested");
        others.forEach(f -> receive(database, f.answering(2).isCanceled("changed plans")));

        // the work order closed before the cancel came; its refusal may arrive after the snapshot that answers it
        receive(database, done.answering(2).becomes("CLOSED_COMPLETE"));
        assertThat(itemState(database, order)).isEqualTo("CANCELLATION_IN_PROGRESS");
        receive(database, done.refuses("work-order-closed", false));

        assertThat(itemState(database, order)).isEqualTo("CANCELLATION_IN_PROGRESS");
        assertThat(all(database, order)).extracting(DomainOrderView::state).containsOnly("CANCELLATION_IN_PROGRESS");
        assertThat(fallouts(database, resource)).extracting(FalloutView::cause).containsExactly("cancellation-refused");
    }

    private String itemState(TestDatabase database, CustomerOrderView order) {
        return in(database, om -> om.customers.find(order.number()))
                .lineItems()
                .get(0)
                .state();
    }

    private DomainOrderView closedResource(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        confirmed(database, resource, "CLOSED_COMPLETE");
        with(database, om -> om.closing.close(resource.number(), complete(), null));
        return resource;
    }

    private static List<Blocker> blockers(Refusal refusal) {
        List<Blocker> blockers = new ArrayList<>();
        assertThat(refusal.data().get("blockers"))
                .asInstanceOf(InstanceOfAssertFactories.list(Blocker.class))
                .allSatisfy(blockers::add);
        return blockers;
    }
}
