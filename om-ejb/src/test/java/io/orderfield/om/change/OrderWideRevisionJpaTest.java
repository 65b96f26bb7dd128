package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.customerorder.CustomerOrderRevision;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.QueryPlans;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Revisions of an order in progress as a whole, and their preview. */
@WithDatabase(schemas = "om", unit = "om")
class OrderWideRevisionJpaTest extends OrderManagementTest {
    private static final CustomerOrderRevision CRITICAL = new CustomerOrderRevision(null, 1, null, null, null);
    private static final CustomerOrderRevision REFERENCE = new CustomerOrderRevision(null, null, null, "REF-9", null);

    @DatabaseTest
    void previewsExactlyWhatTheRevisionDoes(TestDatabase database) {
        CustomerOrderView order = three(database);
        String past = order.lineItems().get(1).number();
        String canceling = order.lineItems().get(2).number();
        with(database, om -> {
            om.customers.passPointOfNoReturn(past);
            om.customers.cancelItem(canceling, "not wanted");
        });

        OrderImpactView preview = preview(database, order, CRITICAL);

        String followed = order.lineItems().get(0).number();
        assertThat(preview.lineItems()).containsExactly(followed);
        assertThat(preview.leftAlone())
                .extracting(i -> tuple(i.lineItem(), i.code()))
                .containsExactly(tuple(past, "past-point-of-no-return"), tuple(canceling, "wrong-state"));
        assertThat(preview.impact().differences()).containsExactly(new FieldChange("priority", "3", "1"));
        assertThat(preview.impact().creates()).extracting(ImpactRow::template).containsExactly("QUALITY-CHECK");
        assertThat(preview.impact().updates()).isNotEmpty();
        assertThat(item(database, order, 0).priority()).isEqualTo(3);

        confirm(database, order, CRITICAL, preview.impact().etag());

        assertThat(item(database, order, 0).priority()).isEqualTo(1);
        assertThat(item(database, order, 1).priority()).isEqualTo(3);
        assertThat(item(database, order, 2).priority()).isEqualTo(3);
        List<DomainOrderView> ofItem = in(database, om -> om.of(order.number())).stream()
                .filter(d -> d.lineItem().equals(followed))
                .toList();
        assertThat(ofItem.stream().flatMap(d -> d.workOrders().stream()))
                .filteredOn(l -> l.template().equals("QUALITY-CHECK"))
                .hasSize(1);
        assertThat(in(database, om -> om.customers.lastRevision(order.number())).by())
                .isEqualTo("agent");
    }

    @DatabaseTest
    void isNotConfirmedOnceThePlanTheItemsOrTheOrderHaveMovedOn(TestDatabase database) {
        movesOn(database, (om, order) -> om.customers.passPointOfNoReturn(number(order, 1)));
        movesOn(database, (om, order) -> om.customers.reviseOrder(order.number(), REFERENCE));
        movesOn(database, (om, order) -> om.customers.cancelItem(number(order, 2), "not wanted"));
        movesOn(database, (om, order) -> om.customers.hold(order.number(), null));
    }

    private void movesOn(TestDatabase database, BiConsumer<OrderManagement, CustomerOrderView> move) {
        CustomerOrderView order = three(database);
        String etag = preview(database, order, CRITICAL).impact().etag();
        clock.forward(java.time.Duration.ofMinutes(1));
        with(database, om -> move.accept(om, order));

        Refusal refusal = refusal(
                database,
                om -> om.preview.check(om.customerOrders.lock(order.number()).orElseThrow(), CRITICAL, etag));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE);
    }

    @DatabaseTest
    void touchesNoItemWhereItSaysNothingThatItemsSay(TestDatabase database) {
        CustomerOrderView order = three(database);

        OrderImpactView preview = preview(database, order, REFERENCE);

        assertThat(preview.lineItems()).isEmpty();
        assertThat(preview.leftAlone()).isEmpty();
        assertThat(preview.impact().differences()).containsExactly(new FieldChange("externalReference", null, "REF-9"));
        confirm(database, order, REFERENCE, preview.impact().etag());
        assertThat(item(database, order, 0).version()).isEqualTo(1);
    }

    @DatabaseTest
    void isRefusedInThePreviewAsInTheRevision(TestDatabase database) {
        CustomerOrderView order = in(database, om -> om.customers.approved(CatalogFixture.LOCATION));
        with(database, om -> om.customers.passPointOfNoReturn(number(order, 0)));
        assertThat(previewRefusal(database, order, CRITICAL).code()).isEqualTo("past-point-of-no-return");
        assertThat(previewRefusal(database, order, new CustomerOrderRevision("CON-NONE", 9, null, null, null))
                        .errors())
                .extracting(Refusal.FieldProblem::field)
                .containsExactly("contact", "priority");
        CustomerOrderView draft = in(database, om -> om.customers.draft(CatalogFixture.LOCATION));
        assertThat(previewRefusal(database, draft, CRITICAL).code()).isEqualTo("wrong-state");
    }

    @DatabaseTest
    void readsManyItemsInAsManyStatementsAsFew(TestDatabase database) {
        assertThat(reads(database, 40)).isEqualTo(reads(database, 2));
    }

    @DatabaseTest
    void tellsOfAnOrderThatAPartnerPlacedByMessage(TestDatabase database) {
        CustomerOrderView placed = in(database, om -> {
            om.customers.channel().use("jms");
            return om.customers.placed(CatalogFixture.LOCATION);
        });
        with(database, om -> {
            om.customers.channel().use("workspace");
            om.customers.approve(placed.number());
        });

        assertThat(notes(database, domainOrder(database, placed, "product")))
                .singleElement()
                .satisfies(n -> {
                    assertThat(n.kind()).isEqualTo("placed");
                    assertThat(n.channel()).isEqualTo("jms");
                    assertThat(n.author()).isEqualTo("User agent");
                    assertThat(n.occurredAt()).isEqualTo(placed.placedAt());
                });
        assertThat(notes(database, domainOrder(database, placed, "service"))).isEmpty();
        assertThat(notes(database, domainOrder(database, approved(database), "product")))
                .isEmpty();
    }

    private long reads(TestDatabase database, int items) {
        CustomerOrderView order = in(
                database,
                om -> om.customers.approved(IntStream.range(0, items)
                        .mapToObj(i -> item(CatalogFixture.LOCATION))
                        .toArray(NewLineItem[]::new)));
        return in(database, om -> {
            QueryPlans plans = QueryPlans.of(om.em);
            om.preview.impact(om.customerOrders.find(order.number()).orElseThrow(), CRITICAL);
            return plans.reads();
        });
    }

    private CustomerOrderView three(TestDatabase database) {
        return in(
                database,
                om -> om.customers.approved(
                        CatalogFixture.LOCATION, CatalogFixture.SECOND_LOCATION, CatalogFixture.THIRD_LOCATION));
    }

    private OrderImpactView preview(TestDatabase database, CustomerOrderView order, CustomerOrderRevision revision) {
        return in(
                database,
                om -> om.preview.impact(om.customerOrders.find(order.number()).orElseThrow(), revision));
    }

    private Refusal previewRefusal(TestDatabase database, CustomerOrderView order, CustomerOrderRevision revision) {
        return refusal(
                database,
                om -> om.preview.impact(om.customerOrders.find(order.number()).orElseThrow(), revision));
    }

    private void confirm(TestDatabase database, CustomerOrderView order, CustomerOrderRevision revision, String etag) {
        with(database, om -> {
            om.preview.check(om.customerOrders.lock(order.number()).orElseThrow(), revision, etag);
            om.customers.reviseOrder(order.number(), revision);
        });
    }

    private LineItemView item(TestDatabase database, CustomerOrderView order, int index) {
        return in(database, om -> om.customers.findItem(number(order, index)));
    }

    private static String number(CustomerOrderView order, int index) {
        return order.lineItems().get(index).number();
    }
}
