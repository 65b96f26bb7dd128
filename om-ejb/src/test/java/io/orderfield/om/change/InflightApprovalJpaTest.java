package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.closing.Blocker;
import io.orderfield.om.customerorder.CustomerOrderRevision;
import io.orderfield.om.customerorder.LeftAlone;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.NoteWords;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.inflight.InflightChangeView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemVersionView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.Users;
import io.orderfield.om.worknote.WorkNoteView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;

/** Changes in flight that wait for the manager. */
@WithDatabase(schemas = "om", unit = "om")
class InflightApprovalJpaTest extends OrderManagementTest {
    private static final LineItemRevision CRITICAL =
            new LineItemRevision(null, null, null, null, null, null, 1, null, null, null);

    /** Decisions by name. */
    private static final Map<String, BiConsumer<OrderManagement, String>> DECISIONS = Map.of(
            "APPLY", (om, change) -> om.customers.approveChange(change),
            "REFUSE", (om, change) -> om.customers.refuseChange(change, "no"),
            "WITHDRAW", (om, change) -> om.customers.withdrawChange(change));

    @BeforeEach
    void theManagerApproves() {
        approval = Approval.MANAGER;
    }

    @DatabaseTest
    void leavesTheItemAsItIsUntilTheManagerApproves(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        sent.forget();

        LineItemView asked = in(database, om -> om.customers.revise(service.lineItem(), CRITICAL));

        assertThat(asked.version()).isEqualTo(1);
        assertThat(asked.priority()).isEqualTo(3);
        InflightChangeView change = Objects.requireNonNull(asked.inflightChange());
        assertThat(change.number()).startsWith("CHG");
        assertThat(change.state()).isEqualTo("REQUESTED");
        assertThat(change.lineItem()).isEqualTo(service.lineItem());
        assertThat(change.customerOrder()).isEqualTo(service.customerOrder());
        assertThat(change.requestedBy()).isEqualTo("agent");
        assertThat(change.baseVersion()).isEqualTo(1);
        assertThat(change.itemVersion()).isNull();
        assertThat(change.differences()).containsExactly(new FieldChange("priority", "3", "1"));
        assertThat(sent.of(RequestWorkOrder.class)).isEmpty();
        assertThat(kinds(database, service)).containsExactly("change-requested");

        InflightChangeView applied = in(database, om -> om.customers.approveChange(change.number()));

        assertThat(applied.state()).isEqualTo("APPLIED");
        assertThat(applied.itemVersion()).isEqualTo(2);
        assertThat(applied.decidedBy()).isEqualTo("manager");
        LineItemView after = item(database, service);
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.priority()).isEqualTo(1);
        assertThat(after.inflightChange()).isEqualTo(applied);
        assertThat(again(database, service).workOrders())
                .extracting(WorkOrderLinkView::template)
                .containsExactly("FIBER-INSTALL", "QUALITY-CHECK", "SITE-SURVEY");
        assertThat(notes(database, service))
                .filteredOn(n -> n.kind().equals("updated"))
                .singleElement()
                .satisfies(n -> {
                    assertThat(n.author()).isEqualTo("User manager");
                    assertThat(NoteWords.of(n)).isEqualTo("Approved: " + change.number() + ", asked for by agent.");
                });
    }

    @DatabaseTest
    void appliesEveryFieldThatAChangeMayHave(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        LineItemRevision all = new LineItemRevision(
                null, null, null, 7, Map.of("bandwidth", "1G"), "", 2, LocalDate.of(2027, 5, 6), null, "ring twice");
        LineItemRevision cleared =
                new LineItemRevision(null, null, null, null, Map.of("bandwidth", ""), null, null, null, null, "");

        approve(database, service, all);
        LineItemView changed = item(database, service);
        approve(database, service, cleared);
        LineItemView again = item(database, service);

        assertThat(changed.quantity()).isEqualTo(7);
        assertThat(changed.characteristics()).containsEntry("bandwidth", "1G");
        assertThat(changed.contact()).isNull();
        assertThat(changed.priority()).isEqualTo(2);
        assertThat(changed.requestedDate()).isEqualTo("2027-05-06");
        assertThat(changed.specialInstructions()).isEqualTo("ring twice");
        assertThat(again.characteristics()).doesNotContainKey("bandwidth");
        assertThat(again.specialInstructions()).isNull();
    }

    @DatabaseTest
    void refusesASecondChangeWhileOneWaits(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String change = request(database, service, CRITICAL);

        Refusal refusal = refusal(database, om -> om.customers.revise(service.lineItem(), quantity(4)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal.code()).isEqualTo("change-pending");
        assertThat(refusal.data())
                .containsEntry("inflightChanges", List.of(change))
                .containsEntry("lineItems", List.of(service.lineItem()));
        with(database, om -> om.customers.withdrawChange(change));
        with(database, om -> om.customers.revise(service.lineItem(), quantity(4)));
    }

    @DatabaseTest
    void asksForNothingWhereNothingDiffers(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");

        LineItemView same = in(database, om -> om.customers.revise(service.lineItem(), quantity(1)));

        assertThat(same.inflightChange()).isNull();
        assertThat(notes(database, service)).isEmpty();
    }

    @DatabaseTest
    void refusesWithAReasonAndWithdrawsWithoutTouchingTheItem(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        sent.forget();
        String first = request(database, service, CRITICAL);

        assertThat(refusal(database, om -> om.customers.refuseChange(first, " "))
                        .kind())
                .isEqualTo(Refusal.Kind.INVALID);
        InflightChangeView refused = in(database, om -> om.customers.refuseChange(first, "not before spring"));
        String second = request(database, service, CRITICAL);
        InflightChangeView withdrawn = in(database, om -> om.customers.withdrawChange(second));

        assertThat(refused.state()).isEqualTo("REFUSED");
        assertThat(refused.reason()).isEqualTo(Sentence.verbatim("not before spring"));
        assertThat(refused.decidedBy()).isEqualTo("manager");
        assertThat(withdrawn.state()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.decidedBy()).isEqualTo("agent");
        assertThat(item(database, service).version()).isEqualTo(1);
        assertThat(item(database, service).inflightChange()).isEqualTo(withdrawn);
        assertThat(sent.of(RequestWorkOrder.class)).isEmpty();
        assertThat(kinds(database, service))
                .containsExactly("change-requested", "change-refused", "change-requested", "change-withdrawn");
        assertThat(NoteWords.of(notes(database, service).get(1))).isEqualTo(first + ": not before spring");
    }

    @DatabaseTest
    void decidesOnlyOnce(TestDatabase database) {
        Map<String, String> states = Map.of("APPLY", "APPLIED", "REFUSE", "REFUSED", "WITHDRAW", "WITHDRAWN");
        states.forEach((decision, state) -> {
            DomainOrderView service = domainOrder(database, approved(database), "service");
            String change = request(database, service, CRITICAL);
            with(database, om -> DECISIONS.get(decision).accept(om, change));

            DECISIONS.forEach((again, action) -> {
                Refusal refusal = refusal(database, om -> action.accept(om, change));
                assertThat(refusal.code()).as("%s after %s", again, decision).isEqualTo("wrong-state");
                assertThat(refusal.data()).containsEntry("state", state).containsEntry("transition", again);
            });
        });
    }

    @DatabaseTest
    void refusesToApproveAgainstANewerVersionOfTheItem(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String change = request(database, service, CRITICAL);
        approval = Approval.NONE; // the setting was changed meanwhile
        with(database, om -> om.customers.changeQuantity(service.lineItem(), 3));

        Refusal refusal = refusal(database, om -> om.customers.approveChange(change));

        assertThat(refusal.code()).isEqualTo("stale-change");
        assertThat(refusal.data())
                .containsEntry("lineItem", service.lineItem())
                .containsEntry("itemVersion", 2)
                .containsEntry("baseVersion", 1);
        assertThat(in(database, om -> om.customers.change(change)).state()).isEqualTo("REQUESTED");
        with(database, om -> om.customers.refuseChange(change, "overtaken"));
    }

    @DatabaseTest
    void refusesADecisionAboutAChangeThatTheManagerHasNotSeen(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String change = request(database, service, CRITICAL);
        ImpactView impact = in(database, om -> om.as(Users.MANAGER, PreviewedChangeService.class)
                .impactOfRevision(service.lineItem(), CRITICAL));
        assertThat(impact.creates()).extracting(ImpactRow::template).containsExactly("QUALITY-CHECK");

        confirmed(database, service, "ASSIGNED");

        assertThat(refusal(
                                database,
                                om -> om.preview.check(
                                        Users.MANAGER,
                                        service.lineItem(),
                                        om.customers.change(change).asRevision(),
                                        impact.etag()))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
    }

    @DatabaseTest
    void endsRequestedChangesAtThePointOfNoReturn(TestDatabase database) {
        DomainOrderView byPerson = domainOrder(database, approved(database), "service");
        String first = request(database, byPerson, CRITICAL);
        with(database, om -> om.customers.passPointOfNoReturn(byPerson.lineItem()));
        assertEnded(database, first, "agent", Sentence.of("past-point-of-no-return.item"));
        assertThat(notes(database, byPerson))
                .extracting(WorkNoteView::kind, NoteWords::of)
                .contains(tuple("change-refused", first + ": The item is past the point of no return."));

        DomainOrderView byTable = domainOrder(database, approved(database), "service");
        String second = request(database, byTable, CRITICAL);
        confirmed(database, byTable, "WORK_IN_PROGRESS");
        assertThat(item(database, byTable).pastPointOfNoReturn()).isTrue();
        InflightChangeView ended = in(database, om -> om.customers.change(second));
        assertThat(ended.state()).isEqualTo("REFUSED");
        assertThat(ended.decidedBy()).startsWith("decision table v1 row");
        assertThat(kinds(database, byTable)).contains("change-refused");
        assertThat(refusal(database, om -> om.customers.approveChange(second)).code())
                .isEqualTo("wrong-state");
    }

    @DatabaseTest
    void endsRequestedChangesWithTheItemOrItsOrder(TestDatabase database) {
        DomainOrderView ofItem = domainOrder(database, approved(database), "service");
        String first = request(database, ofItem, CRITICAL);
        approval = Approval.NONE; // the setting was changed meanwhile
        with(database, om -> om.customers.cancelItem(ofItem.lineItem(), "moved"));
        approval = Approval.MANAGER;
        assertEnded(database, first, "agent", Sentence.of("change.itemCanceled"));

        DomainOrderView ofOrder = domainOrder(database, approved(database), "service");
        String second = request(database, ofOrder, CRITICAL);
        with(database, om -> om.customers.cancelOrder(ofOrder.customerOrder(), "moved"));
        assertEnded(database, second, "agent", Sentence.of("change.itemCanceled"));
    }

    @DatabaseTest
    void tellsWhyAnEarlierReleaseEndedAChangeAsItStandsThere(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String change = request(database, service, CRITICAL);
        with(database, om -> om.customers.passPointOfNoReturn(service.lineItem()));

        database.doInTransaction(em -> em.createNativeQuery(
                        "update om.inflight_change set decision_reason = 'It is over.', decision_sentence = null")
                .executeUpdate());

        assertEnded(database, change, "agent", Sentence.verbatim("It is over."));
    }

    @DatabaseTest
    void asksForOneChangePerItemOfAnOrderWideRevision(TestDatabase database) {
        CustomerOrderView order =
                in(database, om -> om.customers.approved(CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION));
        String past = order.lineItems().get(0).number();
        String open = order.lineItems().get(1).number();
        CustomerOrderRevision urgent = new CustomerOrderRevision(null, 1, null, null, null);
        with(database, om -> om.customers.passPointOfNoReturn(past));

        CustomerOrderView revised = in(database, om -> om.customers.reviseOrder(order.number(), urgent));

        assertThat(revised.lineItems())
                .extracting(
                        LineItemView::number,
                        LineItemView::priority,
                        i -> i.inflightChange() == null
                                ? null
                                : i.inflightChange().state())
                .containsExactly(tuple(past, 3, null), tuple(open, 3, "REQUESTED"));
        assertThat(revised.leftAlone())
                .extracting(LeftAlone::lineItem, LeftAlone::code)
                .containsExactly(tuple(past, "past-point-of-no-return"));
        Refusal refusal = refusal(
                database,
                om -> om.customers.reviseOrder(order.number(), new CustomerOrderRevision(null, 2, null, null, null)));
        assertThat(refusal.code()).as("none is left to change").isEqualTo("change-pending");
        assertThat(refusal.data()).containsEntry("lineItems", List.of(open));
    }

    @DatabaseTest
    void namesTheItemsThatAnOrderWideRevisionLeavesAlone(TestDatabase database) {
        CustomerOrderView order = in(
                database,
                om -> om.customers.approved(
                        CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION, CatalogFixture.THIRD_LOCATION));
        List<String> items =
                order.lineItems().stream().map(LineItemView::number).toList();
        with(database, om -> om.customers.revise(items.get(0), quantity(4)));
        approval = Approval.NONE;
        with(database, om -> om.customers.cancelItem(items.get(1), "moved"));
        approval = Approval.MANAGER;
        LineItemView added = in(database, om -> om.customers.addItem(order.number(), item(CatalogFixture.LOCATION)))
                .lineItems()
                .get(3);
        CustomerOrderRevision urgent = new CustomerOrderRevision(null, 1, null, null, null);

        CustomerOrderView revised = in(database, om -> om.customers.reviseOrder(order.number(), urgent));

        assertThat(revised.leftAlone())
                .extracting(LeftAlone::lineItem, LeftAlone::code)
                .containsExactly(
                        tuple(items.get(0), "change-pending"),
                        tuple(items.get(1), "wrong-state"),
                        tuple(added.number(), "change-pending"));
        assertThat(Objects.requireNonNull(revised.lineItems().get(2).inflightChange())
                        .differences())
                .containsExactly(new FieldChange("priority", "3", "1"));
        assertThat(in(
                                database,
                                om -> om.customers.reviseOrder(
                                        order.number(), new CustomerOrderRevision(null, null, null, "their 17", null)))
                        .leftAlone())
                .as("what concerns no item leaves none alone")
                .isEmpty();
    }

    @DatabaseTest
    void refusesToAskForWhatAClosedDomainOrderWouldNeed(TestDatabase database) {
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
        DomainOrderView service = domainOrder(database, approved(database), "service");
        confirmed(database, service, "CLOSED_COMPLETE");
        with(database, om -> om.closing.close(service.number(), complete(), null));

        Refusal refusal = refusal(database, om -> om.customers.revise(service.lineItem(), quantity(5)));

        assertThat(refusal.code()).isEqualTo("domain-order-closed");
        assertThat(item(database, service).inflightChange()).isNull();
    }

    @DatabaseTest
    void refusesToAskForAnOrderWideRevisionThatAClosedDomainOrderCantFollow(TestDatabase database) {
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
        CustomerOrderView order =
                in(database, om -> om.customers.approved(CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION));
        DomainOrderView service = domainOrder(database, order, "service");
        confirmed(database, service, "CLOSED_COMPLETE");
        with(database, om -> om.closing.close(service.number(), complete(), null));

        Refusal refusal = refusal(
                database,
                om -> om.customers.reviseOrder(order.number(), new CustomerOrderRevision(null, 1, null, null, null)));

        assertThat(refusal.code()).isEqualTo("domain-order-closed");
        assertThat(in(database, om -> om.customers.find(order.number())).lineItems())
                .allMatch(i -> i.inflightChange() == null);
    }

    @DatabaseTest
    void standsAgainstClosingWhileItWaits(TestDatabase database) {
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        confirmed(database, resource, "CLOSED_COMPLETE");
        String change = request(database, resource, instructions("later"));

        Refusal refusal = refusal(database, om -> om.closing.close(resource.number(), complete(), null));

        assertThat(refusal.code()).isEqualTo("closing-blocked");
        assertThat(refusal.data())
                .containsEntry(
                        "blockers",
                        List.of(new Blocker(
                                "requested-change",
                                change,
                                null,
                                "REQUESTED",
                                "/api/v1/line-items/" + resource.lineItem())));
        with(database, om -> om.customers.withdrawChange(change));
        with(database, om -> om.closing.close(resource.number(), complete(), null));
    }

    @DatabaseTest
    void tellsTheVersionsOfAnItem(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String refused = request(database, service, quantity(9));
        with(database, om -> om.customers.refuseChange(refused, "too many"));
        String approvedChange = approve(database, service, quantity(4));
        approval = Approval.NONE;
        with(database, om -> om.customers.changeQuantity(service.lineItem(), 5));

        List<LineItemVersionView> versions = in(database, om -> om.customers.versions(service.lineItem()));

        assertThat(versions)
                .extracting(
                        LineItemVersionView::version,
                        LineItemVersionView::by,
                        LineItemVersionView::requestedBy,
                        LineItemVersionView::differences)
                .containsExactly(
                        tuple(1, "manager", null, List.of()),
                        tuple(2, "manager", "agent", List.of(new FieldChange("quantity", "1", "4"))),
                        tuple(3, "agent", "agent", List.of(new FieldChange("quantity", "4", "5"))));
        assertThat(versions.get(1).inflightChange()).isEqualTo(approvedChange);
    }

    private String request(TestDatabase database, DomainOrderView of, LineItemRevision revision) {
        LineItemView asked = in(database, om -> om.customers.revise(of.lineItem(), revision));
        return Objects.requireNonNull(asked.inflightChange()).number();
    }

    private String approve(TestDatabase database, DomainOrderView of, LineItemRevision revision) {
        String change = request(database, of, revision);
        with(database, om -> om.customers.approveChange(change));
        return change;
    }

    private void assertEnded(TestDatabase database, String number, String by, Sentence reason) {
        InflightChangeView ended = in(database, om -> om.customers.change(number));
        assertThat(ended.state()).isEqualTo("REFUSED");
        assertThat(ended.decidedBy()).isEqualTo(by);
        assertThat(ended.reason()).isEqualTo(reason);
    }

    private LineItemView item(TestDatabase database, DomainOrderView of) {
        return in(database, om -> om.customers.findItem(of.lineItem()));
    }

    private List<String> kinds(TestDatabase database, DomainOrderView order) {
        return notes(database, order).stream().map(WorkNoteView::kind).toList();
    }
}
