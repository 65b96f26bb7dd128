package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.AllowedAction;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.change.CancellationView.CancellationWork;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.FalloutWords;
import io.orderfield.om.domainorder.NoteWords;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.testing.Commands;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.Users;
import io.orderfield.om.user.CurrentUser;
import io.orderfield.om.worknote.WorkNoteView;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;

/** The manager's decision about a cancellation that Field Service could not carry out everywhere. */
@WithDatabase(schemas = "om", unit = "om")
class CancellationDecisionJpaTest extends OrderManagementTest {
    private static final String REASON = "as the customer wishes";

    /** An order whose item is being canceled although the work of its resource order is done. */
    private record Undecided(CustomerOrderView order, DomainOrderView resource, FieldService done) {
        String item() {
            return resource.lineItem();
        }
    }

    @BeforeEach
    void doneWorkKeepsTheItemChangeable() {
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
    }

    @DatabaseTest
    void cancelsAnywayAndListsTheDoneWork(TestDatabase database) {
        Undecided undecided = undecided(database);

        with(database, om -> decide(om, undecided, CancellationDecision.CANCEL_ANYWAY));
        with(database, om -> om.customers.recount(undecided.order().number()));

        assertThat(all(database, undecided.order()))
                .extracting(DomainOrderView::state)
                .containsOnly("CANCELED");
        assertThat(item(database, undecided)).isEqualTo("CANCELED");
        assertThat(order(database, undecided)).isEqualTo("CANCELED");
        assertThat(notes(database, undecided.resource()))
                .filteredOn(n -> n.kind().equals("canceled"))
                .singleElement()
                .satisfies(n -> {
                    assertThat(n.author()).isEqualTo("User manager");
                    assertThat(NoteWords.of(n)).isEqualTo(REASON + "\nDone work: WO-DONE CLOSED_COMPLETE");
                });
        assertResolved(database, undecided, "Canceled anyway: " + REASON);
    }

    @DatabaseTest
    void keepsTheItemAndWantsCanceledWorkAgain(TestDatabase database) {
        Undecided undecided = undecided(database);
        sent.forget();

        with(database, om -> decide(om, undecided, CancellationDecision.KEEP));
        assertResolved(database, undecided, "Kept: " + REASON);
        with(database, om -> om.customers.recount(undecided.order().number()));

        assertThat(all(database, undecided.order()))
                .extracting(DomainOrderView::state)
                .containsOnly("IN_PROGRESS");
        assertThat(item(database, undecided)).isEqualTo("IN_PROGRESS");
        assertThat(order(database, undecided)).isEqualTo("IN_PROGRESS");
        assertThat(sent.of(RequestWorkOrder.class))
                .as("the done work is not asked for again")
                .extracting(RequestWorkOrder::template)
                .containsExactlyInAnyOrder("SITE-SURVEY", "FIBER-INSTALL");
        DomainOrderView service = domainOrder(database, undecided.order(), "service");
        assertThat(service.workOrders())
                .extracting(
                        WorkOrderLinkView::template,
                        WorkOrderLinkView::generation,
                        WorkOrderLinkView::state,
                        WorkOrderLinkView::pending)
                .containsExactly(
                        tuple("FIBER-INSTALL", 1, "CANCELED", null),
                        tuple("FIBER-INSTALL", 2, "REQUESTED", "CREATE"),
                        tuple("SITE-SURVEY", 1, "CANCELED", null),
                        tuple("SITE-SURVEY", 2, "REQUESTED", "CREATE"));
        assertThat(notes(database, undecided.resource()))
                .extracting(WorkNoteView::kind, NoteWords::of)
                .contains(tuple("kept", REASON));
    }

    @DatabaseTest
    void cancelsAKeptItemAgainWithoutAskingForTheOldDoneWork(TestDatabase database) {
        Undecided undecided = undecided(database);
        with(database, om -> decide(om, undecided, CancellationDecision.KEEP));

        with(database, om -> om.customers.cancelItem(undecided.item(), "after all"));
        DomainOrderView service = domainOrder(database, undecided.order(), "service");
        service.workOrders().stream()
                .filter(l -> l.generation() == 2)
                .forEach(l -> receive(
                        database,
                        FieldService.of(l, "WO-2" + l.template()).answering(2).isCanceled(null)));

        assertThat(item(database, undecided)).isEqualTo("CANCELED");
    }

    @DatabaseTest
    void waitsForTheLastAnswer(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        with(database, om -> om.customers.cancelItem(resource.lineItem(), "changed plans"));

        for (CancellationDecision decision : CancellationDecision.values()) {
            Refusal refusal = refusal(database, om -> om.decisions.decide(resource.lineItem(), decision, REASON, null));
            assertThat(refusal.code()).isEqualTo("cancellation-unanswered");
            assertThat(refusal.data().get("workOrders"))
                    .asInstanceOf(InstanceOfAssertFactories.list(CancellationWork.class))
                    .hasSize(3)
                    .contains(new CancellationWork(resource.number(), null, "ONT-INSTALL", "REQUESTED"));
        }
        CancellationView view = in(database, om -> om.decisions.find(resource.lineItem()));
        assertThat(view.decidable()).isFalse();
        assertThat(view.awaited()).hasSize(3);
    }

    @DatabaseTest
    void showsWhatCouldNotBeCanceled(TestDatabase database) {
        Undecided undecided = undecided(database);

        CancellationView view = in(database, om -> om.decisions.find(undecided.item()));

        assertThat(view.decidable()).isTrue();
        assertThat(view.reason()).isEqualTo("changed plans");
        assertThat(view.awaited()).isEmpty();
        assertThat(view.refused())
                .containsExactly(new CancellationWork(
                        undecided.resource().number(), "WO-DONE", "ONT-INSTALL", "CLOSED_COMPLETE"));
    }

    @DatabaseTest
    void refusesToCancelAnywayWhileRefusedWorkIsOpen(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        List<FieldService> others = confirmed(database, domainOrder(database, order, "service"), "QUALIFIED");
        FieldService open = confirmed(database, resource, "WORK_IN_PROGRESS").get(0);
        with(database, om -> om.customers.cancelItem(resource.lineItem(), "changed plans"));
        others.forEach(f -> receive(database, f.answering(2).isCanceled(null)));
        receive(database, open.answering(2).refuses("not-now", false));

        Refusal refusal = refusal(
                database,
                om -> om.decisions.decide(resource.lineItem(), CancellationDecision.CANCEL_ANYWAY, REASON, null));
        assertThat(refusal.code()).isEqualTo("open-work-orders");
        assertThat(fallouts(database, resource)).extracting(FalloutView::state).containsExactly("OPEN");

        with(database, om -> om.decisions.decide(resource.lineItem(), CancellationDecision.KEEP, REASON, null));
        assertThat(again(database, resource).workOrders())
                .as("what was never canceled goes on")
                .singleElement()
                .satisfies(l -> assertThat(l.state()).isEqualTo("WORK_IN_PROGRESS"));
    }

    @DatabaseTest
    void decidesOnlyAboutACancellationInProgressWithAReason(TestDatabase database) {
        CustomerOrderView order = approved(database);
        String item = order.lineItems().get(0).number();

        Refusal early = refusal(database, om -> om.decisions.decide(item, CancellationDecision.KEEP, REASON, null));
        assertThat(early.code()).isEqualTo("wrong-state");
        assertThat(early.data())
                .containsEntry("state", "IN_PROGRESS")
                .containsEntry("transition", "DECIDE_CANCELLATION");

        Undecided undecided = undecided(database);
        for (String reason : new String[] {null, " ", "x".repeat(2_001)}) {
            assertThat(refusal(
                                    database,
                                    om -> om.decisions.decide(
                                            undecided.item(), CancellationDecision.KEEP, reason, null))
                            .kind())
                    .isEqualTo(Refusal.Kind.INVALID);
        }
        assertThat(refusal(database, om -> om.decisions.decide(undecided.item(), CancellationDecision.KEEP, REASON, 0L))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
        with(database, om -> decide(om, undecided, CancellationDecision.KEEP));
        assertThat(refusal(database, om -> decide(om, undecided, CancellationDecision.CANCEL_ANYWAY))
                        .code())
                .isEqualTo("wrong-state");
    }

    @DatabaseTest
    void raisesNoFalloutForARefusalThatArrivesAfterTheDecision(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        List<FieldService> others = confirmed(database, domainOrder(database, order, "service"), "QUALIFIED");
        FieldService done = confirmed(database, resource, "QUALIFIED").get(0);
        with(database, om -> om.customers.cancelItem(resource.lineItem(), "changed plans"));
        others.forEach(f -> receive(database, f.answering(2).isCanceled(null)));
        receive(database, done.answering(2).becomes("CLOSED_COMPLETE"));
        with(database, om -> om.decisions.decide(resource.lineItem(), CancellationDecision.KEEP, REASON, null));

        receive(database, done.refuses("work-order-closed", false));

        assertThat(fallouts(database, resource)).isEmpty();
        assertThat(notes(database, resource)).extracting(WorkNoteView::kind).contains("refused");
        assertThat(again(database, resource).state()).isEqualTo("IN_PROGRESS");
    }

    @DatabaseTest
    void keepsTheItemOnHoldWhereItsOrderIs(TestDatabase database) {
        CustomerOrderView order =
                in(database, om -> om.customers.approved(CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION));
        Undecided undecided = undecided(database, order);
        with(database, om -> om.customers.hold(order.number(), "strike"));

        with(database, om -> decide(om, undecided, CancellationDecision.KEEP));

        assertThat(item(database, undecided)).isEqualTo("ON_HOLD");
        assertThat(again(database, undecided.resource()).state()).isEqualTo("ON_HOLD");
        with(database, om -> om.customers.resume(order.number()));
        assertThat(again(database, undecided.resource()).state()).isEqualTo("IN_PROGRESS");
    }

    @DatabaseTest
    void previewsWhatACancellationCancelsAndLeaves(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        FieldService done = confirmed(database, resource, "QUALIFIED").get(0);
        receive(database, done.becomes("CLOSED_COMPLETE"));

        ImpactView impact = in(database, om -> om.previews.impactOfCancellation(resource.lineItem()));

        assertThat(impact.cancels())
                .extracting(ImpactRow::template)
                .containsExactlyInAnyOrder("SITE-SURVEY", "FIBER-INSTALL");
        assertThat(impact.leaves())
                .extracting(ImpactRow::template, ImpactRow::why)
                .containsExactly(tuple("ONT-INSTALL", "CLOSED_COMPLETE"));
        with(database, om -> om.preview.checkCancellation(Users.AGENT, resource.lineItem(), impact.etag()));
        confirmed(database, domainOrder(database, order, "service"), "ASSIGNED");
        assertThat(refusal(
                                database,
                                om -> om.preview.checkCancellation(Users.AGENT, resource.lineItem(), impact.etag()))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
    }

    @DatabaseTest
    void previewsTheCancellationOfAnOrderItemByItem(TestDatabase database) {
        CustomerOrderView order =
                in(database, om -> om.customers.approved(CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION));
        String past = order.lineItems().get(0).number();
        String open = order.lineItems().get(1).number();
        with(database, om -> om.customers.passPointOfNoReturn(past));

        OrderCancellationView impact = in(database, om -> om.previews.impactOfOrderCancellation(order.number()));

        assertThat(impact.kept()).containsExactly(past);
        assertThat(impact.lineItems())
                .extracting(
                        OrderCancellationView.ItemCancellation::lineItem,
                        OrderCancellationView.ItemCancellation::pastPointOfNoReturn,
                        i -> i.cancels().size(),
                        i -> i.leaves().size())
                .containsExactly(tuple(past, true, 0, 3), tuple(open, false, 3, 0));
        assertThat(impact.lineItems().get(1).cancels())
                .extracting(ImpactRow::template, ImpactRow::state)
                .containsExactlyInAnyOrder(
                        tuple("SITE-SURVEY", "REQUESTED"),
                        tuple("FIBER-INSTALL", "REQUESTED"),
                        tuple("ONT-INSTALL", "REQUESTED"));
        with(database, om -> om.preview.checkOrderCancellation(Users.AGENT, order.number(), impact.etag()));
    }

    @DatabaseTest
    void refusesAPreviewOfAnOrderWhoseWorkHasMovedOn(TestDatabase database) {
        CustomerOrderView order = approved(database);
        OrderCancellationView impact = in(database, om -> om.previews.impactOfOrderCancellation(order.number()));

        confirmed(database, domainOrder(database, order, "service"), "ASSIGNED");

        assertThat(refusal(
                                database,
                                om -> om.preview.checkOrderCancellation(Users.AGENT, order.number(), impact.etag()))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
        with(database, om -> om.customers.cancelOrder(order.number(), "moved"));
        assertThat(refusal(database, om -> om.previews.impactOfOrderCancellation(order.number()))
                        .code())
                .isEqualTo("wrong-state");
    }

    /** What an item says about the decision is what the command answers, for every role. */
    @DatabaseTest
    void anItemAllowsTheDecisionAsTheCommandDoes(TestDatabase database) {
        Undecided undecided = undecided(database);
        String other = approved(database).lineItems().get(0).number();
        for (String item : List.of(undecided.item(), other)) {
            for (CurrentUser by : Users.ofEveryRole(CatalogFixture.ACCOUNT)) {
                List<AllowedAction> said =
                        Commands.said(database, em -> management(em)
                                        .customers
                                        .findItem(by, item)
                                        .allowedActions())
                                .stream()
                                .filter(a -> a.name().equals("decideCancellation"))
                                .toList();
                List<AllowedAction> answered = said.stream()
                        .map(a -> Commands.tried(database, a.name(), em -> management(em)
                                .as(by, CancellationDecisionService.class)
                                .decide(item, CancellationDecision.KEEP, REASON, null)))
                        .toList();
                assertThat(said).as(item + " for " + by.name()).isEqualTo(answered);
            }
        }
    }

    private Undecided undecided(TestDatabase database) {
        return undecided(database, approved(database));
    }

    private Undecided undecided(TestDatabase database, CustomerOrderView order) {
        String item = order.lineItems().get(0).number();
        List<DomainOrderView> ofItem = all(database, order).stream()
                .filter(d -> d.lineItem().equals(item))
                .toList();
        List<FieldService> others = new ArrayList<>();
        DomainOrderView resource = ofItem.stream()
                .filter(d -> d.type().equals("resource"))
                .findFirst()
                .orElseThrow();
        ofItem.stream()
                .filter(d -> d.type().equals("service"))
                .forEach(d -> others.addAll(confirmed(database, d, "QUALIFIED")));
        FieldService done = FieldService.of(resource.workOrders().get(0), "WO-DONE");
        receive(database, done.answering(1).becomes("QUALIFIED"));
        with(database, om -> om.customers.cancelItem(item, "changed plans"));
        others.forEach(f -> receive(database, f.answering(2).isCanceled("changed plans")));
        receive(database, done.answering(2).becomes("CLOSED_COMPLETE"));
        receive(database, done.refuses("work-order-closed", false));
        assertThat(fallouts(database, resource)).extracting(FalloutView::cause).containsExactly("cancellation-refused");
        return new Undecided(order, resource, done);
    }

    private void assertResolved(TestDatabase database, Undecided undecided, String resolution) {
        assertThat(fallouts(database, undecided.resource()))
                .extracting(FalloutView::state, FalloutWords::resolution, FalloutView::resolvedBy)
                .containsExactly(tuple("RESOLVED", resolution, "manager"));
    }

    private static void decide(OrderManagement om, Undecided undecided, CancellationDecision decision) {
        om.decisions.decide(undecided.item(), decision, REASON, null);
    }

    private String item(TestDatabase database, Undecided undecided) {
        return in(database, om -> om.customers.findItem(undecided.item())).state();
    }

    private String order(TestDatabase database, Undecided undecided) {
        return in(database, om -> om.customers.find(undecided.order().number())).state();
    }
}
