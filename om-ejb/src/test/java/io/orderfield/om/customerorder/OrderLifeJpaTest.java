package io.orderfield.om.customerorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.orderfield.kernel.FiredEvents;
import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.testing.OrderFixture;
import io.orderfield.om.testing.Users;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.AbstractObjectAssert;

/** The life of an order and its items through the desks, on real databases. */
@WithDatabase(schemas = "om", unit = "om")
class OrderLifeJpaTest {
    private static final String[] TWO = {CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION};

    private FiredEvents events = new FiredEvents();

    @DatabaseTest
    void tellsWhoChangedAnItemLastAndNobodyForWhatHappenedByItself(TestDatabase database) {
        String number = database.inTransaction(em -> new OrderFixture(em)
                .draft(CatalogFixture.LOCATION)
                .lineItems()
                .get(0)
                .number());
        assertThat(lastChange(database, number).by()).isNull();

        database.doInTransaction(em -> new OrderFixture(em).changeQuantity(number, 5));
        assertThat(lastChange(database, number).by()).isEqualTo("agent");
        database.doInTransaction(em -> new OrderFixture(em).changeQuantity(number, 5));
        assertThat(lastChange(database, number).by()).isEqualTo("agent");

        String order = database.inTransaction(
                em -> new OrderFixture(em).items(Users.AGENT).find(number).customerOrder());
        database.doInTransaction(em -> new OrderFixture(em).orders(Users.AGENT).place(order, null));
        assertThat(lastChange(database, number).by()).isNull();
    }

    private static LastChange lastChange(TestDatabase database, String item) {
        return database.inTransaction(
                em -> new OrderFixture(em).items(Users.AGENT).lastChange(item));
    }

    @DatabaseTest
    void goesFromDraftToInProgress(TestDatabase database) {
        CustomerOrderView draft = with(database, f -> f.draft(TWO));
        assertThat(draft.state()).isEqualTo("DRAFT");
        assertThat(draft.number()).startsWith("ORD");
        assertThat(draft.accountName()).isEqualTo("Harbor Hotels");
        assertThat(draft.lineItems()).hasSize(2).allSatisfy(i -> {
            assertThat(i.state()).isEqualTo("DRAFT");
            assertThat(i.contactName()).isEqualTo("Rosa Marin");
            assertThat(i.priority()).isEqualTo(3);
            assertThat(i.version()).isZero();
        });

        CustomerOrderView placed = with(database, f -> f.orders(Users.AGENT).place(draft.number(), draft.version()));
        assertThat(placed.state()).isEqualTo("NEW");
        assertThat(placed.placedBy()).isEqualTo("agent");

        CustomerOrderView approved =
                with(database, f -> f.orders(Users.MANAGER).approve(draft.number(), placed.version()));
        assertThat(approved.state()).isEqualTo("IN_PROGRESS");
        assertThat(approved.lineItems()).allSatisfy(i -> assertThat(i.version()).isEqualTo(1));
        assertThat(events.of(CustomerOrderApproved.class)).hasSize(1);
        assertThat(events.of(CustomerOrderStateChanged.class))
                .extracting(CustomerOrderStateChanged::state)
                .containsExactly("DRAFT", "NEW", "IN_PROGRESS");
    }

    @DatabaseTest
    void readsBackWhatItAnswered(TestDatabase database) {
        CustomerOrderView approved = with(database, f -> f.approved(TWO));

        // the same reader: what a view says is allowed is the reader's
        CustomerOrderView again = with(database, f -> f.orders(Users.MANAGER).find(approved.number()));
        assertThat(again).isEqualTo(approved);
    }

    @DatabaseTest
    void refusesToApproveTwice(TestDatabase database) {
        CustomerOrderView approved = with(database, f -> f.approved(TWO));

        refused(database, f -> f.orders(Users.MANAGER).approve(approved.number(), null))
                .satisfies(r -> {
                    assertThat(r.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(r.code()).isEqualTo("wrong-state");
                    assertThat(r.data()).containsEntry("transition", "APPROVE").containsEntry("state", "IN_PROGRESS");
                });
    }

    @DatabaseTest
    void leavesNothingBehindWhenAnObserverOfTheApprovalRefuses(TestDatabase database) {
        CustomerOrderView placed = with(database, f -> f.placed(TWO));
        FiredEvents refusing = new FiredEvents(event -> {
            if (event instanceof CustomerOrderApproved) {
                throw Refusal.conflict("no-plan");
            }
        });

        assertThatThrownBy(() -> database.inTransaction(em ->
                        new OrderFixture(em, refusing).orders(Users.MANAGER).approve(placed.number(), null)))
                .isInstanceOf(Refusal.class);

        CustomerOrderView again = with(database, f -> f.orders(Users.AGENT).find(placed.number()));
        assertThat(again).isEqualTo(placed);
    }

    @DatabaseTest
    void refusesAStaleVersion(TestDatabase database) {
        CustomerOrderView draft = with(database, f -> f.draft(TWO));
        String item = draft.lineItems().get(0).number();
        with(database, f -> f.changeQuantity(item, 7));

        refused(database, f -> f.orders(Users.AGENT).place(draft.number(), draft.version()))
                .satisfies(r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.STALE));
        refused(database, f -> f.items(Users.AGENT).revise(item, quantity(8), 1L))
                .satisfies(r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.STALE));
    }

    @DatabaseTest
    void neverGoesBackToAnOlderVersionWhenAnItemIsRemoved(TestDatabase database) {
        CustomerOrderView draft = with(database, f -> f.draft(TWO));
        String item = draft.lineItems().get(0).number();
        with(database, f -> f.changeQuantity(item, 2));
        with(database, f -> f.changeQuantity(item, 3));
        long before =
                with(database, f -> f.orders(Users.AGENT).find(draft.number())).version();

        with(database, f -> {
            f.items(Users.AGENT).remove(item, null, null);
            return null;
        });

        CustomerOrderView after = with(database, f -> f.orders(Users.AGENT).find(draft.number()));
        assertThat(after.lineItems()).hasSize(1);
        assertThat(after.version()).isGreaterThan(before);
    }

    @DatabaseTest
    void rejectsWithAReasonAndIsReworked(TestDatabase database) {
        CustomerOrderView placed = with(database, f -> f.placed(TWO));

        refused(database, f -> f.orders(Users.MANAGER).reject(placed.number(), "  ", null))
                .satisfies(r -> assertThat(r.errors()).extracting("field").containsExactly("reason"));
        CustomerOrderView rejected =
                with(database, f -> f.orders(Users.MANAGER).reject(placed.number(), "No budget", null));
        assertThat(rejected.state()).isEqualTo("REJECTED");
        assertThat(rejected.reason()).isEqualTo("No budget");

        CustomerOrderView reworked = with(database, f -> f.orders(Users.AGENT).rework(placed.number(), null));
        assertThat(reworked.state()).isEqualTo("DRAFT");
        assertThat(reworked.reason()).isNull();
        assertThat(reworked.lineItems()).allSatisfy(i -> assertThat(i.state()).isEqualTo("DRAFT"));
    }

    @DatabaseTest
    void refusesToPlaceAnEmptyOrIncompleteOrder(TestDatabase database) {
        CustomerOrderView draft = with(database, f -> f.draft(CatalogFixture.LOCATION));
        with(database, f -> {
            f.items(Users.AGENT).remove(draft.lineItems().get(0).number(), null, null);
            return null;
        });
        refused(database, f -> f.orders(Users.AGENT).place(draft.number(), null))
                .satisfies(r -> assertThat(r.code()).isEqualTo("empty-order"));

        NewLineItem strict = new NewLineItem(
                "add",
                CatalogFixture.STRICT_PRODUCT,
                CatalogFixture.LOCATION,
                List.of(),
                1,
                Map.of(),
                null,
                null,
                null,
                null,
                null);
        with(database, f -> f.orders(Users.AGENT).addLineItems(draft.number(), List.of(strict), null));
        refused(database, f -> f.orders(Users.AGENT).place(draft.number(), null))
                .satisfies(r -> assertThat(r.errors())
                        .extracting("field")
                        .containsExactly("lineItems[0].characteristics.color"));
    }

    @DatabaseTest
    void appliesAChangeInFlightAndRecordsOldAndNew(TestDatabase database) {
        CustomerOrderView approved = with(database, f -> f.approved(TWO));
        String item = approved.lineItems().get(0).number();
        LineItemRevision revision = new LineItemRevision(
                null, null, null, 5, Map.of("bandwidth", "1g", "staticIp", "TRUE"), null, 1, null, null, "Ring twice");

        LineItemView changed = with(database, f -> f.items(Users.AGENT)
                .revise(item, revision, approved.lineItems().get(0).revision()));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.characteristics()).containsEntry("bandwidth", "1G").containsEntry("staticIp", "true");
        assertThat(changed.inflightChange()).isNotNull().satisfies(c -> {
            assertThat(c.number()).startsWith("CHG");
            assertThat(c.state()).isEqualTo("APPLIED");
            assertThat(c.itemVersion()).isEqualTo(2);
            assertThat(c.differences())
                    .containsExactly(
                            new FieldChange("quantity", "1", "5"),
                            new FieldChange("characteristics.bandwidth", null, "1G"),
                            new FieldChange("characteristics.staticIp", null, "true"),
                            new FieldChange("priority", "3", "1"),
                            new FieldChange("specialInstructions", null, "Ring twice"));
        });
        assertThat(events.of(LineItemRevised.class)).singleElement().satisfies(e -> {
            assertThat(e.itemNumber()).isEqualTo(item);
            assertThat(e.changeNumber()).isEqualTo(changed.inflightChange().number());
        });
        LineItemView again = with(database, f -> f.items(Users.AGENT).find(item));
        assertThat(again).isEqualTo(changed);
    }

    @DatabaseTest
    void showsTheNewestChange(TestDatabase database) {
        CustomerOrderView approved = with(database, f -> f.approved(TWO));
        String item = approved.lineItems().get(0).number();
        with(database, f -> f.changeQuantity(item, 2));
        with(database, f -> f.changeQuantity(item, 3));

        CustomerOrderView order = with(database, f -> f.orders(Users.AGENT).find(approved.number()));
        assertThat(order.lineItems().get(0).inflightChange().differences())
                .containsExactly(new FieldChange("quantity", "2", "3"));
        assertThat(order.lineItems().get(1).inflightChange()).isNull();
    }

    @DatabaseTest
    void aChangeWithoutADifferenceChangesNothing(TestDatabase database) {
        CustomerOrderView approved = with(database, f -> f.approved(TWO));
        String item = approved.lineItems().get(0).number();
        LineItemView before = with(database, f -> f.findItem(item));

        LineItemView after = with(database, f -> f.changeQuantity(item, before.quantity()));

        assertThat(after).isEqualTo(before);
        assertThat(events.of(LineItemRevised.class)).isEmpty();
    }

    @DatabaseTest
    void fixesActionSpecificationAndLocationAtTheApproval(TestDatabase database) {
        CustomerOrderView approved = with(database, f -> f.approved(CatalogFixture.LOCATION));
        String item = approved.lineItems().get(0).number();
        LineItemRevision moved = new LineItemRevision(
                null, null, CatalogFixture.SECOND_LOCATION, null, null, null, null, null, null, null);

        refused(database, f -> f.items(Users.AGENT).revise(item, moved, null))
                .satisfies(r -> assertThat(r.code()).isEqualTo("fixed-after-approval"));
    }

    @DatabaseTest
    void editsEverythingInDraft(TestDatabase database) {
        CustomerOrderView draft = with(database, f -> f.draft(CatalogFixture.LOCATION));
        LineItemRevision revision = new LineItemRevision(
                "Disconnect",
                null,
                CatalogFixture.SECOND_LOCATION,
                9,
                null,
                CatalogFixture.OTHER_CONTACT,
                2,
                null,
                null,
                "");

        LineItemView edited = with(database, f -> f.items(Users.AGENT)
                .revise(draft.lineItems().get(0).number(), revision, null));

        assertThat(edited.action()).isEqualTo("DISCONNECT");
        assertThat(edited.location()).isEqualTo(CatalogFixture.SECOND_LOCATION);
        assertThat(edited.version()).isZero();
        assertThat(events.of(LineItemRevised.class)).isEmpty();
    }

    @DatabaseTest
    void refusesToChangeAPlacedOrder(TestDatabase database) {
        CustomerOrderView placed = with(database, f -> f.placed(TWO));
        String item = placed.lineItems().get(0).number();

        refused(database, f -> f.changeQuantity(item, 2))
                .satisfies(r -> assertThat(r.code()).isEqualTo("wrong-state"));
        refused(database, f -> f.orders(Users.AGENT)
                        .addLineItems(placed.number(), List.of(OrderFixture.item(TWO[0], 1)), null))
                .satisfies(r -> assertThat(r.code()).isEqualTo("wrong-state"));
        refused(database, f -> f.passPointOfNoReturn(item))
                .satisfies(r -> assertThat(r.code()).isEqualTo("wrong-state"));
        refused(database, f -> {
                    f.items(Users.AGENT).remove(item, null, null);
                    return null;
                })
                .satisfies(r -> assertThat(r.code()).isEqualTo("wrong-state"));
    }

    @DatabaseTest
    void refusesEveryChangePastThePointOfNoReturn(TestDatabase database) {
        CustomerOrderView approved = with(database, f -> f.approved(TWO));
        String item = approved.lineItems().get(0).number();
        LineItemView past = with(database, f -> f.passPointOfNoReturn(item));
        assertThat(past.pastPointOfNoReturn()).isTrue();
        assertThat(past.pointOfNoReturn().by()).isEqualTo("agent");

        List<Function<OrderFixture, Object>> attempts = List.of(
                f -> f.changeQuantity(item, 2),
                f -> f.cancelItem(item, "Too late"),
                f -> f.passPointOfNoReturn(item),
                f -> f.orders(Users.AGENT).cancel(approved.number(), "Too late", false, null));
        for (Function<OrderFixture, Object> attempt : attempts) {
            refused(database, attempt).satisfies(r -> {
                assertThat(r.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                assertThat(r.code()).isEqualTo("past-point-of-no-return");
                assertThat(r.data()).containsEntry("lineItems", List.of(item));
            });
        }
        CustomerOrderView after = with(database, f -> f.orders(Users.AGENT).find(approved.number()));
        assertThat(after.pastPointOfNoReturn()).isTrue();
        assertThat(after.lineItems().get(0)).isEqualTo(past);
        with(database, f -> f.changeQuantity(approved.lineItems().get(1).number(), 4));
    }

    @DatabaseTest
    void cancelsTheOtherItemsAloneWhenAsked(TestDatabase database) {
        CustomerOrderView approved = with(database, f -> f.approved(TWO));
        String past = approved.lineItems().get(0).number();
        with(database, f -> f.passPointOfNoReturn(past));

        CustomerOrderView canceled =
                with(database, f -> f.orders(Users.AGENT).cancel(approved.number(), "Half", true, null));

        assertThat(canceled.state()).isEqualTo("IN_PROGRESS");
        assertThat(canceled.lineItems())
                .extracting(LineItemView::state)
                .containsExactly("IN_PROGRESS", "CANCELLATION_IN_PROGRESS");
        assertThat(events.of(LineItemCancellationRequested.class)).hasSize(1);
        refused(database, f -> f.orders(Users.AGENT).cancel(approved.number(), "Rest", true, null))
                .satisfies(r -> assertThat(r.code()).isEqualTo("past-point-of-no-return"));
    }

    @DatabaseTest
    void cancelsADraftAtOnceAndAnOrderInProgressByAsking(TestDatabase database) {
        CustomerOrderView draft = with(database, f -> f.draft(TWO));
        assertThat(with(database, f -> f.orders(Users.AGENT).cancel(draft.number(), "Oops", false, null))
                        .state())
                .isEqualTo("CANCELED");
        assertThat(events.of(LineItemCancellationRequested.class)).isEmpty();

        CustomerOrderView approved = with(database, f -> f.approved(TWO));
        CustomerOrderView canceling =
                with(database, f -> f.orders(Users.AGENT).cancel(approved.number(), "Changed minds", false, null));
        assertThat(canceling.state()).isEqualTo("CANCELLATION_IN_PROGRESS");
        assertThat(canceling.reason()).isEqualTo("Changed minds");
        assertThat(events.of(LineItemCancellationRequested.class)).hasSize(2);
    }

    @DatabaseTest
    void holdsAndResumesOrderAndItems(TestDatabase database) {
        CustomerOrderView approved = with(database, f -> f.approved(TWO));

        CustomerOrderView held = with(database, f -> f.orders(Users.AGENT).hold(approved.number(), "Strike", null));
        assertThat(held.lineItems()).extracting(LineItemView::state).containsOnly("ON_HOLD");
        assertThat(events.of(CustomerOrderHeld.class)).hasSize(1);
        with(database, f -> f.changeQuantity(approved.lineItems().get(0).number(), 3));
        CustomerOrderView grown = with(database, f -> f.orders(Users.AGENT)
                .addLineItems(approved.number(), List.of(OrderFixture.item(CatalogFixture.THIRD_LOCATION, 1)), null));
        assertThat(grown.lineItems()).hasSize(3).extracting(LineItemView::state).containsOnly("ON_HOLD");

        CustomerOrderView resumed = with(database, f -> f.orders(Users.AGENT).resume(approved.number(), null));
        assertThat(resumed.state()).isEqualTo("IN_PROGRESS");
        assertThat(resumed.lineItems()).extracting(LineItemView::state).containsOnly("IN_PROGRESS");
        assertThat(events.of(CustomerOrderResumed.class)).hasSize(1);
    }

    @DatabaseTest
    void addsItemsInFlightAsApproved(TestDatabase database) {
        CustomerOrderView approved = with(database, f -> f.approved(CatalogFixture.LOCATION));

        CustomerOrderView grown = with(database, f -> f.orders(Users.AGENT)
                .addLineItems(
                        approved.number(),
                        List.of(OrderFixture.item(CatalogFixture.SECOND_LOCATION, 2)),
                        approved.version()));

        assertThat(grown.lineItems())
                .hasSize(2)
                .extracting(LineItemView::version)
                .containsOnly(1);
        assertThat(events.of(LineItemsAddedInFlight.class)).singleElement().satisfies(e -> assertThat(e.itemIds())
                .hasSize(1));
    }

    @DatabaseTest
    void anOrderWideRevisionChangesWhatIsNotPastThePointOfNoReturn(TestDatabase database) {
        CustomerOrderView approved = with(database, f -> f.approved(TWO));
        String past = approved.lineItems().get(0).number();
        with(database, f -> f.passPointOfNoReturn(past));
        CustomerOrderRevision urgent = new CustomerOrderRevision(null, 1, null, null, null);

        CustomerOrderView revised = with(database, f -> f.orders(Users.AGENT).revise(approved.number(), urgent, null));

        assertThat(revised.priority()).isEqualTo(1);
        assertThat(revised.lineItems()).extracting(LineItemView::priority).containsExactly(3, 1);
        assertThat(revised.lineItems()).extracting(LineItemView::version).containsExactly(1, 2);
        assertThat(events.of(LineItemRevised.class)).hasSize(1);

        with(database, f -> f.passPointOfNoReturn(approved.lineItems().get(1).number()));
        refused(database, f -> f.orders(Users.AGENT)
                        .revise(approved.number(), new CustomerOrderRevision(null, 2, null, null, null), null))
                .satisfies(r -> assertThat(r.code()).isEqualTo("past-point-of-no-return"));
    }

    @DatabaseTest
    void itemsTakeFromTheirOrderWhatTheySayNothingOf(TestDatabase database) {
        LocalDate day = LocalDate.of(2090, 3, 2);
        NewLineItem silent = OrderFixture.item(TWO[0], 1);
        NewLineItem own = new NewLineItem(
                "add",
                CatalogFixture.PRODUCT,
                TWO[1],
                List.of(),
                1,
                Map.of(),
                CatalogFixture.OTHER_CONTACT,
                4,
                day.plusDays(1),
                null,
                "Ring twice");
        NewCustomerOrder wanted = new NewCustomerOrder(
                CatalogFixture.ACCOUNT,
                CatalogFixture.CONTACT,
                2,
                day,
                null,
                "Use the loading dock",
                List.of(silent, own));

        CustomerOrderView draft = with(database, f -> f.orders(Users.AGENT).create(wanted));

        assertThat(draft.lineItems())
                .extracting(
                        LineItemView::contact,
                        LineItemView::priority,
                        LineItemView::requestedDate,
                        LineItemView::specialInstructions)
                .containsExactly(
                        tuple(CatalogFixture.CONTACT, 2, day, "Use the loading dock"),
                        tuple(CatalogFixture.OTHER_CONTACT, 4, day.plusDays(1), "Ring twice"));
    }

    @DatabaseTest
    void itemsInDraftFollowTheirOrderAsLongAsTheySayTheSame(TestDatabase database) {
        NewLineItem own = new NewLineItem(
                "add", CatalogFixture.PRODUCT, TWO[1], List.of(), 1, Map.of(), null, 4, null, null, null);
        CustomerOrderView draft = with(
                database, f -> f.orders(Users.AGENT).create(OrderFixture.order(OrderFixture.item(TWO[0], 1), own)));

        CustomerOrderView revised = with(database, f -> f.orders(Users.AGENT)
                .revise(draft.number(), new CustomerOrderRevision(null, 2, null, null, null), null));

        assertThat(revised.lineItems()).extracting(LineItemView::priority).containsExactly(2, 4);
    }

    @DatabaseTest
    void hidesOrdersOfOtherAccountsFromAPartner(TestDatabase database) {
        CustomerOrderView draft = with(database, f -> f.draft(TWO));
        var stranger = Users.partner(CatalogFixture.FOREIGN_ACCOUNT);

        List<Function<OrderFixture, Object>> attempts = List.of(
                f -> f.orders(stranger).find(draft.number()),
                f -> f.orders(stranger).place(draft.number(), null),
                f -> f.items(stranger).find(draft.lineItems().get(0).number()),
                f -> f.items(stranger).revise(draft.lineItems().get(0).number(), quantity(2), null));
        for (Function<OrderFixture, Object> attempt : attempts) {
            refused(database, attempt).satisfies(r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        }
        refused(database, f -> f.orders(stranger).create(OrderFixture.order(OrderFixture.item(TWO[0], 1))))
                .satisfies(r -> assertThat(r.errors()).extracting("field").contains("account"));
    }

    @DatabaseTest
    void tellsAPartnerWhichOrderHasTheReferenceAlready(TestDatabase database) {
        var partner = Users.partner(CatalogFixture.ACCOUNT);
        NewCustomerOrder order = new NewCustomerOrder(
                CatalogFixture.ACCOUNT, null, null, null, "PO-4711", null, List.of(OrderFixture.item(TWO[0], 1)));
        CustomerOrderView first = with(database, f -> f.orders(partner).create(order));

        refused(database, f -> f.orders(partner).create(order)).satisfies(r -> {
            assertThat(r.code()).isEqualTo("duplicate-external-reference");
            assertThat(r.data()).containsEntry("customerOrder", first.number());
        });
        with(database, f -> f.orders(Users.AGENT).create(order));
    }

    @DatabaseTest
    void refusesUnknownNumbers(TestDatabase database) {
        refused(database, f -> f.orders(Users.AGENT).find("ORD9999999"))
                .satisfies(r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        refused(database, f -> f.items(Users.AGENT).cancel("ORDL9999999", "No", null))
                .satisfies(r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    private static LineItemRevision quantity(int quantity) {
        return new LineItemRevision(null, null, null, quantity, null, null, null, null, null, null);
    }

    private <T> T with(TestDatabase database, Function<OrderFixture, T> work) {
        return database.inTransaction(em -> work.apply(new OrderFixture(em, events)));
    }

    private AbstractObjectAssert<?, Refusal> refused(TestDatabase database, Function<OrderFixture, ?> work) {
        return assertThatThrownBy(() -> with(database, work::apply)).asInstanceOf(type(Refusal.class));
    }
}
