package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.NoteWords;
import io.orderfield.om.inflight.InflightChangeKind;
import io.orderfield.om.inflight.InflightChangeView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemVersionView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.testing.OrderFixture;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.worknote.WorkNoteView;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.WorkOrderPolicy;
import io.orderfield.rules.files.DecisionTableCsv;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Items that are added or canceled in flight, where the manager decides about it. */
@WithDatabase(schemas = "om", unit = "om")
class AddingAndCancelingApprovalJpaTest extends OrderManagementTest {
    @BeforeEach
    void theManagerApproves() {
        approval = Approval.MANAGER;
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
    }

    @DatabaseTest
    void leavesTheItemAsItIsUntilItsCancellationIsApproved(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        sent.forget();

        LineItemView asked = in(database, om -> om.customers.cancelItem(service.lineItem(), "moved away"));

        assertThat(asked.state()).isEqualTo("IN_PROGRESS");
        InflightChangeView change = Objects.requireNonNull(asked.inflightChange());
        assertThat(change.kind()).isEqualTo(InflightChangeKind.CANCELLATION);
        assertThat(change.state()).isEqualTo("REQUESTED");
        assertThat(change.requestReason()).isEqualTo("moved away");
        assertThat(change.differences()).containsExactly(new FieldChange("state", "IN_PROGRESS", "CANCELED"));
        assertThat(sent.of(CancelWorkOrder.class)).isEmpty();
        assertThat(notes(database, service))
                .extracting(WorkNoteView::kind, NoteWords::of)
                .containsExactly(tuple("change-requested", change.number() + ": moved away"));

        InflightChangeView applied = in(database, om -> om.customers.approveChange(change.number()));

        assertThat(applied.state()).isEqualTo("APPLIED");
        assertThat(applied.itemVersion()).isNull();
        assertThat(item(database, service.lineItem()).state()).isEqualTo("CANCELLATION_IN_PROGRESS");
        assertThat(sent.of(CancelWorkOrder.class)).isNotEmpty().allMatch(c -> "moved away".equals(c.reason()));
        assertThat(notes(database, service))
                .extracting(WorkNoteView::kind, WorkNoteView::author)
                .containsExactly(
                        tuple("change-requested", "User agent"),
                        tuple("change-applied", "User manager"),
                        tuple("cancellation-requested", "User manager"));
        assertThat(versions(database, service.lineItem())).hasSize(1);
    }

    @DatabaseTest
    void isTheOneChangeThatMayWait(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String change = cancellation(database, service);

        assertThat(List.of(
                        refusal(database, om -> om.customers.changeQuantity(service.lineItem(), 4)),
                        refusal(database, om -> om.customers.cancelItem(service.lineItem(), "again"))))
                .allSatisfy(r -> {
                    assertThat(r.code()).isEqualTo("change-pending");
                    assertThat(r.data()).containsEntry("inflightChanges", List.of(change));
                });

        with(database, om -> om.customers.refuseChange(change, "the trench is dug"));
        with(database, om -> om.customers.changeQuantity(service.lineItem(), 4));
        assertThat(item(database, service.lineItem()).state()).isEqualTo("IN_PROGRESS");
    }

    @DatabaseTest
    void isWithdrawnWithoutTouchingTheItem(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String change = cancellation(database, service);
        sent.forget();

        with(database, om -> om.customers.withdrawChange(change));

        assertThat(item(database, service.lineItem()).state()).isEqualTo("IN_PROGRESS");
        assertThat(sent.of(CancelWorkOrder.class)).isEmpty();
        assertThat(refusal(database, om -> om.customers.approveChange(change)).code())
                .isEqualTo("wrong-state");
    }

    @DatabaseTest
    void endsAtThePointOfNoReturn(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String change = cancellation(database, service);

        with(database, om -> om.customers.passPointOfNoReturn(service.lineItem()));

        InflightChangeView ended = in(database, om -> om.customers.change(change));
        assertThat(ended.state()).isEqualTo("REFUSED");
        assertThat(ended.reason()).isEqualTo(Sentence.of("past-point-of-no-return.item"));
        assertThat(refusal(database, om -> om.customers.cancelItem(service.lineItem(), "moved"))
                        .code())
                .isEqualTo("past-point-of-no-return");
    }

    @DatabaseTest
    void ofACancellationStandsAgainstClosing(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        confirmed(database, resource, "CLOSED_COMPLETE");
        String change = cancellation(database, resource);

        assertThat(refusal(database, om -> om.closing.close(resource.number(), complete(), null))
                        .code())
                .isEqualTo("closing-blocked");
        with(database, om -> om.customers.withdrawChange(change));
        with(database, om -> om.closing.close(resource.number(), complete(), null));
    }

    @DatabaseTest
    void startsNoWorkOfAnAddedItemUntilItIsApproved(TestDatabase database) {
        CustomerOrderView order = approved(database);
        sent.forget();

        LineItemView asked = addition(database, order);

        assertThat(asked.state()).isEqualTo("NEW");
        assertThat(asked.version()).isZero();
        InflightChangeView change = Objects.requireNonNull(asked.inflightChange());
        assertThat(change.kind()).isEqualTo(InflightChangeKind.ADDITION);
        assertThat(change.differences())
                .contains(
                        new FieldChange("specification", null, CatalogFixture.PRODUCT),
                        new FieldChange("location", null, CatalogFixture.SECOND_LOCATION));
        assertThat(sent.of(RequestWorkOrder.class)).isEmpty();
        assertThat(all(database, order)).hasSize(3);

        InflightChangeView applied = in(database, om -> om.customers.approveChange(change.number()));

        assertThat(applied.itemVersion()).isEqualTo(1);
        LineItemView letIn = item(database, asked.number());
        assertThat(letIn.state()).isEqualTo("IN_PROGRESS");
        assertThat(letIn.version()).isEqualTo(1);
        List<DomainOrderView> ofItem = all(database, order).stream()
                .filter(d -> d.lineItem().equals(asked.number()))
                .toList();
        assertThat(ofItem).hasSize(3);
        assertThat(sent.of(RequestWorkOrder.class)).isNotEmpty();
        assertThat(notes(database, ofItem.get(0)))
                .extracting(WorkNoteView::kind, NoteWords::of)
                .contains(tuple("change-applied", change.number()));
        assertThat(versions(database, asked.number())).hasSize(1);
    }

    @DatabaseTest
    void changesAndCancelsAnItemThatWaitsByNoOtherWay(TestDatabase database) {
        LineItemView asked = addition(database, approved(database));

        for (Refusal refusal : List.of(
                refusal(database, om -> om.customers.changeQuantity(asked.number(), 4)),
                refusal(database, om -> om.customers.cancelItem(asked.number(), "no")),
                refusal(database, om -> om.customers.passPointOfNoReturn(asked.number())))) {
            assertThat(refusal.code()).isEqualTo("wrong-state");
            assertThat(refusal.data()).containsEntry("state", "NEW");
        }
    }

    @DatabaseTest
    void refusesToAskForAnItemThatNeedsTooManyWorkOrders(TestDatabase database) {
        CustomerOrderView order = approved(database);

        policy = oneWorkOrderPerUnit();
        NewLineItem many = OrderFixture.item(CatalogFixture.SECOND_LOCATION, 101);

        Refusal refusal = refusal(database, om -> om.customers.addItem(order.number(), many));

        assertThat(refusal.code()).isEqualTo("too-many-work-orders");
        assertThat(in(database, om -> om.customers.find(order.number())).lineItems())
                .hasSize(1);
    }

    @DatabaseTest
    void keepsTheOrderOpenOverAnAddedItemUntilItIsDecided(TestDatabase database) {
        CustomerOrderView order = approved(database);
        LineItemView refused = addition(database, order);
        LineItemView withdrawn = addition(database, order);
        closed(database, order);

        with(database, om -> om.customers.recount(order.number()));
        assertThat(state(database, order)).isEqualTo("IN_PROGRESS");
        with(database, om -> om.customers.refuseChange(change(refused), "no room in the cabinet"));
        with(database, om -> om.customers.recount(order.number()));
        assertThat(state(database, order)).isEqualTo("IN_PROGRESS");
        with(database, om -> om.customers.withdrawChange(change(withdrawn)));
        List<UUID> behind = in(database, om -> om.customerOrders.behindTheirItems(500));
        UUID id = in(
                database,
                om -> om.customerOrders.find(order.number()).orElseThrow().id());
        assertThat(behind).as("a crash may come before the count").contains(id);
        with(database, om -> om.customers.recount(order.number()));

        assertThat(state(database, order)).isEqualTo("COMPLETED");
        assertThat(item(database, refused.number()).state()).isEqualTo("REJECTED");
        assertThat(Objects.requireNonNull(item(database, refused.number()).inflightChange())
                        .reason())
                .isEqualTo(Sentence.verbatim("no room in the cabinet"));
        assertThat(item(database, withdrawn.number()).state()).isEqualTo("CANCELED");
    }

    @DatabaseTest
    void cancelsAnAddedItemWithItsOrder(TestDatabase database) {
        CustomerOrderView order = approved(database);
        LineItemView refused = addition(database, order);
        with(database, om -> om.customers.refuseChange(change(refused), "no"));
        LineItemView waiting = addition(database, order);

        with(database, om -> om.customers.cancelOrder(order.number(), "moved"));

        assertThat(in(database, om -> om.customers.find(order.number())).lineItems())
                .extracting(LineItemView::state)
                .containsExactly("CANCELLATION_IN_PROGRESS", "REJECTED", "CANCELED");
        assertThat(in(database, om -> om.customers.change(change(waiting))).state())
                .isEqualTo("REFUSED");
        assertThat(refusal(database, om -> om.customers.approveChange(change(waiting)))
                        .code())
                .isEqualTo("wrong-state");
    }

    @DatabaseTest
    void holdsAnApprovedItemWithAnOrderOnHold(TestDatabase database) {
        CustomerOrderView order = approved(database);
        LineItemView asked = addition(database, order);
        with(database, om -> om.customers.hold(order.number(), "strike"));

        with(database, om -> om.customers.approveChange(change(asked)));

        assertThat(item(database, asked.number()).state()).isEqualTo("ON_HOLD");
        assertThat(all(database, order)).allMatch(d -> d.state().equals("ON_HOLD"));
    }

    @DatabaseTest
    void removesAnItemInProgressByItsCancellation(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");

        assertThat(refusal(database, om -> om.customers.removeItem(service.lineItem(), null))
                        .code())
                .isEqualTo("wrong-state");
        LineItemView asked = in(database, om -> om.customers.removeItem(service.lineItem(), "not needed"));

        assertThat(Objects.requireNonNull(asked.inflightChange()).kind()).isEqualTo(InflightChangeKind.CANCELLATION);
    }

    private static WorkOrderPolicy oneWorkOrderPerUnit() {
        DecisionTable shipped = DecisionTableCsv.shipped();
        return WorkOrderPolicy.compile(
                1,
                new DecisionTable(
                        shipped.shape(),
                        shipped.rows().stream()
                                .map(r ->
                                        r.with("workOrders", "one per unit").with(RowMatch.POINT_OF_NO_RETURN, "never"))
                                .toList()));
    }

    private void closed(TestDatabase database, CustomerOrderView order) {
        List<DomainOrderView> ofItem = all(database, order);
        ofItem.forEach(d -> confirmed(database, d, "CLOSED_COMPLETE"));
        for (String type : List.of("resource", "service", "product")) {
            DomainOrderView domainOrder = domainOrder(database, order, type);
            with(database, om -> om.closing.close(domainOrder.number(), complete(), null));
        }
    }

    private String cancellation(TestDatabase database, DomainOrderView of) {
        return change(in(database, om -> om.customers.cancelItem(of.lineItem(), "moved")));
    }

    /** An item that waits for the manager. */
    private LineItemView addition(TestDatabase database, CustomerOrderView order) {
        List<LineItemView> items = in(
                        database, om -> om.customers.addItem(order.number(), item(CatalogFixture.SECOND_LOCATION)))
                .lineItems();
        return items.get(items.size() - 1);
    }

    private static String change(LineItemView item) {
        return Objects.requireNonNull(item.inflightChange()).number();
    }

    private LineItemView item(TestDatabase database, String number) {
        return in(database, om -> om.customers.findItem(number));
    }

    private List<LineItemVersionView> versions(TestDatabase database, String number) {
        return in(database, om -> om.customers.versions(number));
    }

    private String state(TestDatabase database, CustomerOrderView order) {
        return in(database, om -> om.customers.find(order.number())).state();
    }
}
