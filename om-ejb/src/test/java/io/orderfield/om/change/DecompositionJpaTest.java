package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderFilter;
import io.orderfield.om.domainorder.DomainOrderSummary;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.plan.PlanStep;
import io.orderfield.om.plan.WorkOrderData;
import io.orderfield.om.plan.WorkOrderPlanTest;
import io.orderfield.om.testing.OrderFixture;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.WorkOrderPolicy;
import io.orderfield.rules.files.DecisionTableCsv;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@WithDatabase(schemas = "om", unit = "om")
class DecompositionJpaTest extends OrderManagementTest {
    @DatabaseTest
    void makesOneDomainOrderForEachNodeOfTheSpecificationTree(TestDatabase database) {
        CustomerOrderView order =
                in(database, om -> om.customers.approved(OrderFixture.item(CatalogFixture.LOCATION, 3)));

        List<DomainOrderView> made = all(database, order);
        DomainOrderView product = made.get(0);
        assertThat(made)
                .extracting(
                        DomainOrderView::type,
                        DomainOrderView::specification,
                        DomainOrderView::quantity,
                        DomainOrderView::parent,
                        DomainOrderView::state)
                .containsExactlyInAnyOrder(
                        tuple("product", CatalogFixture.PRODUCT, 3, null, "IN_PROGRESS"),
                        tuple("service", CatalogFixture.SERVICE, 3, product.number(), "IN_PROGRESS"),
                        tuple("resource", CatalogFixture.RESOURCE, 6, product.number(), "IN_PROGRESS"));
        assertThat(product.number()).startsWith("PO");
        assertThat(product.children()).hasSize(2);
        assertThat(product.tableVersion()).isEqualTo(1);
        assertThat(product.accountName()).isEqualTo("Harbor Hotels");
        assertThat(product.customerOrderState()).isEqualTo("IN_PROGRESS");
    }

    @DatabaseTest
    void asksForTheWorkOrdersThatTheTableWants(TestDatabase database) {
        CustomerOrderView order = approved(database);

        assertThat(domainOrder(database, order, "product").workOrders()).isEmpty();
        assertThat(domainOrder(database, order, "service").workOrders())
                .extracting(
                        WorkOrderLinkView::template,
                        WorkOrderLinkView::number,
                        WorkOrderLinkView::state,
                        WorkOrderLinkView::pending,
                        WorkOrderLinkView::tableVersion,
                        WorkOrderLinkView::tableRows,
                        WorkOrderLinkView::open)
                .containsExactlyInAnyOrder(
                        tuple("SITE-SURVEY", null, "REQUESTED", "CREATE", 1, List.of(1), true),
                        tuple("FIBER-INSTALL", null, "REQUESTED", "CREATE", 1, List.of(2), true));
        assertThat(domainOrder(database, order, "resource").workOrders())
                .extracting(WorkOrderLinkView::template, WorkOrderLinkView::occurrence, WorkOrderLinkView::generation)
                .containsExactly(tuple("ONT-INSTALL", 1, 1));
        assertThat(sent.of(RequestWorkOrder.class)).hasSize(3).allSatisfy(r -> {
            assertThat(r.requestRevision()).isEqualTo(1);
            assertThat(r.origin().customerOrder()).isEqualTo(order.number());
            assertThat(r.origin().itemVersion()).isEqualTo(1);
            assertThat(r.account().name()).isEqualTo("Harbor Hotels");
            assertThat(r.contact().name()).isEqualTo("Rosa Marin");
            assertThat(r.requestedBy()).isEqualTo("manager");
            assertThat(r.hold()).isFalse();
        });
        assertThat(sent.of(RequestWorkOrder.class))
                .filteredOn(r -> r.template().equals("ONT-INSTALL"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.shortDescription()).isEqualTo("Add Optical network terminal at Harbor Lisbon");
                    assertThat(r.description()).isEqualTo("Quantity: 2");
                });
    }

    @DatabaseTest
    void thePriorityOfARowTakesThePlaceOfTheItems(TestDatabase database) {
        policy = WorkOrderPolicy.compile(
                1,
                DecisionTableCsv.read(
                        String.join(
                                "\n",
                                "specification,template,priorityOverride",
                                CatalogFixture.SERVICE + ",SITE-SURVEY,1",
                                CatalogFixture.SERVICE + ",FIBER-INSTALL,"),
                        KnownValues.UNCHECKED));

        CustomerOrderView order = approved(database);

        assertThat(order.lineItems().get(0).priority()).isEqualTo(3);
        assertThat(sent.of(RequestWorkOrder.class))
                .extracting(RequestWorkOrder::template, RequestWorkOrder::priority)
                .containsExactlyInAnyOrder(tuple("SITE-SURVEY", 1), tuple("FIBER-INSTALL", 3));
    }

    @DatabaseTest
    void workByHandIsOfTheChosenTemplateAndKeyedByItsOwnRequest(TestDatabase database) {
        template(database, "SITE-SURVEY");
        DomainOrderView product = domainOrder(database, approved(database), "product");
        assertThat(product.workOrders()).as("no row matches").isEmpty();
        sent.forget();

        with(database, om -> om.changes.createWorkOrder(product.number(), "SITE-SURVEY", "not in the table", null));
        with(database, om -> om.changes.createWorkOrder(product.number(), "SITE-SURVEY", "another one", null));

        List<WorkOrderLinkView> made = again(database, product).workOrders();
        assertThat(made)
                .extracting(WorkOrderLinkView::origin, WorkOrderLinkView::template, WorkOrderLinkView::reason)
                .containsExactlyInAnyOrder(
                        tuple("BY_HAND", "SITE-SURVEY", "not in the table"),
                        tuple("BY_HAND", "SITE-SURVEY", "another one"));
        assertThat(sent.of(RequestWorkOrder.class))
                .extracting(RequestWorkOrder::workOrderKey)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        made.stream().map(WorkOrderLinkView::key).toList());
    }

    @DatabaseTest
    void decomposesItemsThatAreAddedInFlight(TestDatabase database) {
        CustomerOrderView order = approved(database);
        with(database, om -> om.customers.hold(order.number(), "waiting for the customer"));
        sent.forget();

        with(database, om -> om.customers.addItem(order.number(), item(CatalogFixture.SECOND_LOCATION)));

        assertThat(all(database, order)).hasSize(6).allMatch(DomainOrderView::onHold);
        assertThat(sent.of(RequestWorkOrder.class)).hasSize(3).allMatch(RequestWorkOrder::hold);
    }

    @DatabaseTest
    void theDatabaseRefusesASecondWorkOrderOfOnePlanKey(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");

        assertThatThrownBy(() -> with(database, om -> {
                    DomainOrder order = om.orders.find(service.number()).orElseThrow();
                    WorkOrderData data = om.orders
                            .links(List.of(order.id()))
                            .of(order.id())
                            .get(0)
                            .wanted();
                    om.orders.add(WorkOrderLink.planned(
                            UUID.randomUUID(),
                            order,
                            new PlanStep.Create(WorkOrderPlanTest.wanted(data.template(), 1), 1, 1, data),
                            clock.instant()));
                }))
                .hasStackTraceContaining("work_order_link_plan_key");
    }

    @DatabaseTest
    void listsAndCountsWhatTheFilterMatches(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderFilter ofOrder =
                new DomainOrderFilter(order.number(), Set.of("IN_PROGRESS"), null, "-specification");
        DomainOrderFilter byText = new DomainOrderFilter(order.number(), Set.of(), "optical NETWORK", null);

        with(database, om -> {
            assertThat(om.views.summaries(om.orders.list(ofOrder, null, 0, 50)))
                    .extracting(DomainOrderSummary::specification, DomainOrderSummary::openWorkOrders)
                    .containsExactly(tuple("ONT", 1), tuple("FIBER-INTERNET", 0), tuple("FIBER-ACCESS", 2));
            assertThat(om.orders.count(ofOrder, null)).isEqualTo(3);
            assertThat(om.orders.count(byText, null)).isEqualTo(1);
            assertThat(om.orders.count(ofOrder, CatalogFixture.FOREIGN_ACCOUNT)).isZero();
            assertThat(om.orders.list(ofOrder, null, 1, 1)).hasSize(1);
        });
        assertThat(refusal(
                                database,
                                om -> om.orders.count(new DomainOrderFilter(null, Set.of("OPEN"), null, null), null))
                        .code())
                .isEqualTo("unknown-state");
        assertThat(refusal(
                                database,
                                om -> om.orders.list(
                                        new DomainOrderFilter(null, Set.of(), null, "a.name; drop"), null, 0, 1))
                        .code())
                .isEqualTo("unknown-sort");
    }

    @DatabaseTest
    void decomposesTwoThousandItemsInOneTransaction(TestDatabase database) {
        NewLineItem[] items =
                Collections.nCopies(2000, item(CatalogFixture.LOCATION)).toArray(NewLineItem[]::new);

        long start = System.nanoTime();
        CustomerOrderView order = in(database, om -> om.customers.approved(items));
        long seconds = (System.nanoTime() - start) / 1_000_000_000;

        with(database, om -> assertThat(
                        om.orders.count(new DomainOrderFilter(order.number(), Set.of(), null, null), null))
                .isEqualTo(6000));
        assertThat(sent.of(RequestWorkOrder.class)).hasSize(6000);
        assertThat(seconds).as("seconds for 2,000 items; a transaction has 120").isLessThan(110);
    }
}
