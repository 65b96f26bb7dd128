package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.AccountCorrection;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.catalog.ContactCorrection;
import io.orderfield.om.catalog.LocationCorrection;
import io.orderfield.om.closing.Blocker;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.NoteWords;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.Users;
import io.orderfield.om.worknote.WorkNoteView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;

/** Changes in flight, their preview, hold and corrections. */
@WithDatabase(schemas = "om", unit = "om")
class InflightChangeJpaTest extends OrderManagementTest {
    private static final LineItemRevision CRITICAL =
            new LineItemRevision(null, null, null, null, null, null, 1, null, null, null);

    @DatabaseTest
    void makesTheWorkDueOnTheDayThatWasPromised(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        LineItemRevision asked = dates(LocalDate.of(2090, 3, 1), null);
        LineItemRevision promised = dates(null, LocalDate.of(2090, 3, 4));
        with(database, om -> om.customers.revise(service.lineItem(), asked));
        assertThat(sent.of(RequestWorkOrder.class)).last().satisfies(r -> assertThat(r.due())
                .isEqualTo("2090-03-01"));
        sent.forget();

        ImpactView impact = in(database, om -> om.previews.impactOfRevision(service.lineItem(), promised));
        LineItemView after = in(database, om -> om.customers.revise(service.lineItem(), promised));

        assertThat(impact.differences()).containsExactly(new FieldChange("committedDate", null, "2090-03-04"));
        assertThat(impact.updates()).isNotEmpty().allSatisfy(u -> assertThat(u.changes())
                .containsExactly(new FieldChange("due", "2090-03-01", "2090-03-04")));
        assertThat(after.requestedDate()).isEqualTo("2090-03-01");
        assertThat(after.committedDate()).isEqualTo("2090-03-04");
        assertThat(sent.of(RequestWorkOrder.class)).isNotEmpty().allSatisfy(r -> assertThat(r.due())
                .isEqualTo("2090-03-04"));
        assertThat(notes(database, service)).last().satisfies(n -> assertThat(n.changes())
                .containsExactly(new FieldChange("committedDate", null, "2090-03-04")));
    }

    private static LineItemRevision dates(@Nullable LocalDate requested, @Nullable LocalDate committed) {
        return new LineItemRevision(null, null, null, null, null, null, null, requested, committed, null);
    }

    @DatabaseTest
    void sendsTheNewDataOfOpenWorkOrdersAndNotesWhatChanged(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        confirmed(database, resource, "ASSIGNED");
        sent.forget();

        with(database, om -> om.customers.revise(resource.lineItem(), instructions("call first")));

        assertThat(sent.of(RequestWorkOrder.class))
                .filteredOn(r -> r.template().equals("ONT-INSTALL"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.requestRevision()).isEqualTo(2);
                    assertThat(r.origin().itemVersion()).isEqualTo(2);
                    assertThat(r.description()).isEqualTo("Quantity: 2\nInstructions: call first");
                    assertThat(r.requestedBy()).isEqualTo("agent");
                });
        assertThat(again(database, resource).workOrders().get(0).pending()).isEqualTo("UPDATE");
        assertThat(notes(database, resource))
                .filteredOn(n -> n.kind().equals("updated"))
                .singleElement()
                .satisfies(n -> {
                    assertThat(n.author()).isEqualTo("User agent");
                    assertThat(n.changes()).containsExactly(new FieldChange("specialInstructions", null, "call first"));
                });
    }

    @DatabaseTest
    void createsAndCancelsWhatTheChangedFactsWant(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");

        with(database, om -> om.customers.revise(service.lineItem(), CRITICAL));
        assertThat(again(database, service).workOrders())
                .extracting(WorkOrderLinkView::template)
                .containsExactly("FIBER-INSTALL", "QUALITY-CHECK", "SITE-SURVEY");

        with(
                database,
                om -> om.customers.revise(
                        service.lineItem(),
                        new LineItemRevision(null, null, null, null, null, null, 3, null, null, null)));
        assertThat(link(again(database, service), "QUALITY-CHECK").pending()).isEqualTo("CANCEL");

        with(database, om -> om.customers.revise(service.lineItem(), CRITICAL));
        assertThat(again(database, service).workOrders())
                .filteredOn(l -> l.template().equals("QUALITY-CHECK"))
                .extracting(WorkOrderLinkView::generation, WorkOrderLinkView::pending)
                .containsExactly(tuple(1, "CANCEL"), tuple(2, "CREATE"));
    }

    @DatabaseTest
    void previewsExactlyWhatTheChangeDoes(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        confirmed(database, service, "ASSIGNED");
        sent.forget();

        ImpactView impact = in(database, om -> om.previews.impactOfRevision(service.lineItem(), CRITICAL));
        assertThat(sent.of(RequestWorkOrder.class))
                .as("a preview sends nothing")
                .isEmpty();
        assertThat(impact.creates()).extracting(ImpactRow::template).containsExactly("QUALITY-CHECK");
        assertThat(impact.updates())
                .extracting(ImpactRow::template, ImpactRow::state)
                .containsExactlyInAnyOrder(
                        tuple("FIBER-INSTALL", "ASSIGNED"),
                        tuple("SITE-SURVEY", "ASSIGNED"),
                        tuple("ONT-INSTALL", "REQUESTED"));
        assertThat(impact.cancels()).isEmpty();
        assertThat(impact.differences()).containsExactly(new FieldChange("priority", "3", "1"));

        with(database, om -> {
            om.preview.check(Users.AGENT, service.lineItem(), CRITICAL, impact.etag());
            om.customers.revise(service.lineItem(), CRITICAL);
        });
        assertThat(sent.of(RequestWorkOrder.class))
                .extracting(RequestWorkOrder::template)
                .containsExactlyInAnyOrder("FIBER-INSTALL", "SITE-SURVEY", "QUALITY-CHECK", "ONT-INSTALL");
    }

    @DatabaseTest
    void refusesAPreviewThatIsPast(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        ImpactView impact = in(database, om -> om.previews.impactOfRevision(service.lineItem(), CRITICAL));
        ImpactView same = in(database, om -> om.previews.impactOfRevision(service.lineItem(), CRITICAL));
        assertThat(same).isEqualTo(impact);

        confirmed(database, service, "ASSIGNED");

        Refusal refusal =
                refusal(database, om -> om.preview.check(Users.AGENT, service.lineItem(), CRITICAL, impact.etag()));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE);
    }

    @DatabaseTest
    void leavesDoneWorkWithANoteAloneWhereOnlyTheWordsChanged(TestDatabase database) {
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        field(database, resource).forEach(f -> receive(database, f));
        sent.forget();

        with(database, om -> om.customers.revise(resource.lineItem(), instructions("later")));

        assertThat(sentFor(resource)).isEmpty();
        assertThat(notes(database, resource)).extracting(WorkNoteView::kind).contains("closed-work-unchanged");
        assertThat(fallouts(database, resource)).isEmpty();
    }

    @DatabaseTest
    void raisesAFalloutWhereDoneWorkNoLongerFits(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView service = domainOrder(database, order, "service");
        FieldService survey = FieldService.of(link(service, "SITE-SURVEY"), "WO0000077");
        receive(database, survey.answering(1).becomes("CLOSED_COMPLETE"));
        sent.forget();

        with(database, om -> om.customers.changeQuantity(service.lineItem(), 4));

        assertThat(sent.of(RequestWorkOrder.class))
                .extracting(RequestWorkOrder::template)
                .containsExactlyInAnyOrder("FIBER-INSTALL", "ONT-INSTALL");
        assertThat(notes(database, service))
                .filteredOn(n -> n.kind().equals("closed-work-unchanged"))
                .singleElement()
                .extracting(NoteWords::of)
                .isEqualTo("Closed work stays as it was done: WO0000077.");
        assertThat(fallouts(database, service)).extracting(FalloutView::cause).containsExactly("closed-work-changed");
        assertThat(again(database, service).quantity()).isEqualTo(4);
    }

    @DatabaseTest
    void tellsTheCharacteristicsToOpenWorkAndRaisesAFalloutForDoneWork(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView service = domainOrder(database, order, "service");
        FieldService survey = FieldService.of(link(service, "SITE-SURVEY"), "WO0000078");
        receive(database, survey.answering(1).becomes("CLOSED_COMPLETE"));
        sent.forget();

        with(
                database,
                om -> om.customers.revise(
                        service.lineItem(),
                        new LineItemRevision(
                                null,
                                null,
                                null,
                                null,
                                Map.of("bandwidth", "1G", "staticIp", "true"),
                                null,
                                null,
                                null,
                                null,
                                "ring twice")));

        assertThat(sentFor(service)).singleElement().satisfies(r -> {
            assertThat(r.template()).isEqualTo("FIBER-INSTALL");
            assertThat(r.description())
                    .isEqualTo("Quantity: 1\nbandwidth: 1G\nstaticIp: true\nInstructions: ring twice");
        });
        assertThat(fallouts(database, service)).extracting(FalloutView::cause).containsExactly("closed-work-changed");
    }

    @DatabaseTest
    void refusesTheWholeChangeWhenAClosedDomainOrderWouldNeedWork(TestDatabase database) {
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
        CustomerOrderView order = approved(database);
        DomainOrderView service = domainOrder(database, order, "service");
        field(database, service).forEach(f -> receive(database, f));
        with(database, om -> om.closing.close(service.number(), complete(), null));
        sent.forget();

        Refusal change = refusal(database, om -> om.customers.changeQuantity(service.lineItem(), 4));
        Refusal preview = refusal(database, om -> om.previews.impactOfRevision(service.lineItem(), quantity(4)));

        assertThat(change.code()).isEqualTo("domain-order-closed");
        assertThat(change.data()).containsEntry("domainOrders", List.of(service.number()));
        assertThat(preview.code()).isEqualTo("domain-order-closed");
        assertThat(sent.of(RequestWorkOrder.class)).isEmpty();
        assertThat(domainOrder(database, order, "resource").quantity()).isEqualTo(2);
        with(database, om -> assertThat(
                        om.customers.find(order.number()).lineItems().get(0).version())
                .isEqualTo(1));
    }

    private List<WorkOrderChanged> field(TestDatabase database, DomainOrderView order) {
        return again(database, order).workOrders().stream()
                .map(l -> {
                    FieldService f = FieldService.of(
                            l, "WO" + order.number().substring(2) + l.template().charAt(0));
                    return f.answering(1).becomes("CLOSED_COMPLETE");
                })
                .toList();
    }

    @DatabaseTest
    void holdsAndResumesTheOpenWorkOrders(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        sent.forget();

        with(database, om -> om.customers.hold(order.number(), "building is closed"));
        assertThat(all(database, order)).allMatch(DomainOrderView::onHold);
        assertThat(sent.of(RequestWorkOrder.class)).hasSize(3).allMatch(RequestWorkOrder::hold);
        assertThat(notes(database, resource))
                .extracting(WorkNoteView::kind, NoteWords::of)
                .containsExactly(tuple("on-hold", "building is closed"));
        assertThat(refusal(database, om -> om.closing.close(resource.number(), acknowledged(), null))
                        .data()
                        .get("blockers"))
                .asInstanceOf(InstanceOfAssertFactories.list(Blocker.class))
                .extracting(Blocker::kind)
                .containsExactly("work-order", "hold");

        sent.forget();
        with(database, om -> om.customers.resume(order.number()));
        assertThat(all(database, order)).noneMatch(DomainOrderView::onHold);
        assertThat(sent.of(RequestWorkOrder.class)).hasSize(3).noneMatch(RequestWorkOrder::hold);
    }

    @DatabaseTest
    void sendsCorrectionsToOpenWorkPastThePointOfNoReturn(TestDatabase database) {
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
        CustomerOrderView order = approved(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        DomainOrderView service = domainOrder(database, order, "service");
        field(database, service).forEach(f -> receive(database, f));
        with(database, om -> om.customers.passPointOfNoReturn(resource.lineItem()));
        sent.forget();

        String phone = "+351 " + System.nanoTime();
        with(
                database,
                om -> om.catalogService.correctContact(
                        CatalogFixture.CONTACT, new ContactCorrection(null, phone, null, null), null));
        assertThat(sentFor(resource))
                .as("open work alone; closed work keeps what it had")
                .singleElement()
                .satisfies(r -> assertThat(r.contact().phone()).isEqualTo(phone));
        assertThat(sentFor(service)).isEmpty();

        sent.forget();
        with(
                database,
                om -> om.catalogService.correctLocation(
                        CatalogFixture.SECOND_LOCATION,
                        new LocationCorrection(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "door " + System.nanoTime(),
                                null,
                                null,
                                null),
                        null));
        assertThat(sentFor(resource)).as("another location").isEmpty();
    }

    @DatabaseTest
    void sendsCorrectionsOfAccountAndLocationAndLeavesTheItemAlone(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        confirmed(database, resource, "QUALIFIED");
        sent.forget();

        String name = "Harbor Hotels " + System.nanoTime();
        with(
                database,
                om -> om.catalogService.correctAccount(
                        CatalogFixture.ACCOUNT, new AccountCorrection(name, null, null), null));
        assertThat(sentFor(resource))
                .singleElement()
                .satisfies(r -> assertThat(r.account().name()).isEqualTo(name));

        sent.forget();
        String door = "door " + System.nanoTime();
        with(
                database,
                om -> om.catalogService.correctLocation(
                        CatalogFixture.LOCATION,
                        new LocationCorrection(
                                null, null, null, null, null, null, null, null, null, door, null, null, null),
                        null));
        assertThat(sentFor(resource)).singleElement().satisfies(r -> {
            assertThat(r.location().accessNotes()).isEqualTo(door);
            assertThat(r.account().name()).isEqualTo(name);
            assertThat(r.origin().itemVersion()).isEqualTo(1);
        });
        with(database, om -> assertThat(
                        om.customers.findItem(resource.lineItem()).version())
                .isEqualTo(1));
    }

    private List<RequestWorkOrder> sentFor(DomainOrderView order) {
        return sent.of(RequestWorkOrder.class).stream()
                .filter(r -> r.origin().domainOrder().equals(order.number()))
                .toList();
    }
}
