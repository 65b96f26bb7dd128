package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.CancelWorkOrder;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.NoteWords;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemPreview;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.worknote.WorkNoteView;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.RowExplanation.WhyNot;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.WorkOrderPolicy;
import io.orderfield.rules.files.DecisionTableCsv;
import java.util.List;
import java.util.Map;

/** Planning again with the current version of the decision table, adding items, and the explanation of decisions. */
@WithDatabase(schemas = "om", unit = "om")
class ReplanningJpaTest extends OrderManagementTest {
    /** Wants no survey, but a pickup for the service. */
    private static final WorkOrderPolicy SECOND = WorkOrderPolicy.compile(2, second());

    @DatabaseTest
    void plansWithTheCurrentVersionOnlyWhenAsked(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        later = SECOND;
        with(database, om -> om.customers.revise(service.lineItem(), instructions("ring")));
        assertThat(templates(database, service)).containsExactly("FIBER-INSTALL", "SITE-SURVEY");
        sent.forget();

        ImpactView impact = in(database, om -> om.changes.impactOfReplanning(service.number()));
        assertThat(impact.creates()).extracting(ImpactRow::template).containsExactly("EQUIPMENT-PICKUP");
        assertThat(impact.cancels()).extracting(ImpactRow::template).containsExactly("SITE-SURVEY");
        assertThat(impact.differences()).containsExactly(new FieldChange("tableVersion", "1", "2"));
        assertThat(sent.of(RequestWorkOrder.class)).isEmpty();

        with(database, om -> om.changes.replan(service.number(), "new policy", impact.etag(), null));

        DomainOrderView after = again(database, service);
        assertThat(after.tableVersion()).isEqualTo(2);
        assertThat(after.workOrders())
                .extracting(
                        WorkOrderLinkView::template,
                        WorkOrderLinkView::pending,
                        WorkOrderLinkView::tableVersion,
                        WorkOrderLinkView::tableRows)
                .containsExactly(
                        tuple("EQUIPMENT-PICKUP", "CREATE", 2, List.of(2)),
                        tuple("FIBER-INSTALL", "CREATE", 2, List.of(1)),
                        tuple(
                                "SITE-SURVEY",
                                "CANCEL",
                                1,
                                link(service, "SITE-SURVEY").tableRows()));
        assertThat(sent.of(CancelWorkOrder.class)).singleElement().satisfies(c -> assertThat(c.reason())
                .isEqualTo("Version 2 of the decision table does not need it."));
        assertThat(notes(database, service))
                .filteredOn(n -> n.kind().equals("replanned"))
                .singleElement()
                .extracting(NoteWords::of, WorkNoteView::changes)
                .containsExactly("new policy", impact.differences());
    }

    @DatabaseTest
    void plansNothingNewWhenAskedTwice(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        later = SECOND;
        with(database, om -> om.changes.replan(service.number(), null, null, null));
        sent.forget();

        with(database, om -> om.changes.replan(service.number(), null, null, null));

        assertThat(sent.of(RequestWorkOrder.class)).isEmpty();
        assertThat(sent.of(CancelWorkOrder.class)).isEmpty();
    }

    @DatabaseTest
    void refusesAPreviewThatIsPastAndWhatCantBePlannedAgain(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        later = SECOND;
        ImpactView impact = in(database, om -> om.changes.impactOfReplanning(service.number()));
        confirmed(database, service, "ASSIGNED");
        Refusal past = refusal(database, om -> om.changes.replan(service.number(), null, impact.etag(), null));
        assertThat(past.kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(again(database, service).tableVersion()).isEqualTo(1);

        with(database, om -> om.customers.passPointOfNoReturn(service.lineItem()));
        assertThat(refusal(database, om -> om.changes.replan(service.number(), null, null, null))
                        .code())
                .isEqualTo("past-point-of-no-return");
        assertThat(refusal(database, om -> om.changes.impactOfReplanning(service.number()))
                        .code())
                .isEqualTo("past-point-of-no-return");

        DomainOrderView closed = domainOrder(database, approved(database), "product");
        with(database, om -> om.customers.cancelItem(closed.lineItem(), "moved"));
        assertThat(refusal(database, om -> om.changes.replan(closed.number(), null, null, null))
                        .code())
                .isEqualTo("wrong-state");
    }

    @DatabaseTest
    void refusesToPlanUnderAClosedDomainOrder(TestDatabase database) {
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        confirmed(database, resource, "CLOSED_COMPLETE");
        with(database, om -> om.closing.close(resource.number(), complete(), null));
        later = SECOND;

        assertThat(refusal(database, om -> om.changes.replan(resource.number(), null, null, null))
                        .code())
                .isEqualTo("domain-order-closed");
    }

    @DatabaseTest
    void explainsWhyThereIsAWorkOrderAndWhyThereIsNone(TestDatabase database) {
        CustomerOrderView order = approved(database);
        DomainOrderView service = domainOrder(database, order, "service");

        DecisionView decision = in(database, om -> om.explanation.decision(service.number()));
        List<DecisionView.Row> rows = in(database, om -> om.explanation.rows(service.number(), null));

        assertThat(decision.tableVersion()).isEqualTo(1);
        assertThat(decision.facts())
                .containsEntry("specification", CatalogFixture.SERVICE)
                .containsEntry("action", "ADD")
                .containsEntry("priority", "3")
                .containsEntry("leadDays", null);
        assertThat(decision.wanted())
                .extracting(DecisionView.Wanted::template, w -> w.workOrders().size())
                .containsExactlyInAnyOrder(tuple("SITE-SURVEY", 1), tuple("FIBER-INSTALL", 1));
        assertThat(rows).hasSize(decision.rows());
        assertThat(rows.stream().filter(DecisionView.Row::matched).map(DecisionView.Row::row))
                .containsExactlyElementsOf(decision.matching());
        assertThat(rows.subList(0, decision.matching().size())).allMatch(DecisionView.Row::matched);
        List<DecisionView.Row> whyNoCheck = in(database, om -> om.explanation.rows(service.number(), "QUALITY-CHECK"));
        assertThat(whyNoCheck).isNotEmpty().allSatisfy(r -> {
            assertThat(r.matched()).isFalse();
            assertThat(r.conditions()).anyMatch(c -> !c.met());
            assertThat(r.whyNot()).containsExactly(WhyNot.CONDITION_NOT_MET);
            assertThat(r.id()).isEqualTo("r" + r.row());
        });

        DomainOrderView product = domainOrder(database, order, "product");
        DecisionView none = in(database, om -> om.explanation.decision(product.number()));
        assertThat(none.wanted()).isEmpty();
        assertThat(none.matching()).isEmpty();
    }

    @DatabaseTest
    void namesTheRowsOfEachWorkOrderAlsoOfASupersededVersion(TestDatabase database) {
        policy = WorkOrderPolicy.compile(1, withIds("survey", "install"));
        DomainOrderView service = domainOrder(database, approved(database), "service");
        later = WorkOrderPolicy.compile(2, withIds("new", "survey"));
        List<DecisionView.Row> rows = in(database, om -> om.explanation.rows(service.number(), null));
        assertThat(rows)
                .as("by the version that decided")
                .extracting(DecisionView.Row::id)
                .containsExactly("survey", "install");
        with(database, om -> om.changes.replan(service.number(), null, null, null));

        DecisionView decision = in(database, om -> om.explanation.decision(service.number()));

        assertThat(decision.table()).isEqualTo("work-order-policy");
        assertThat(decision.tableVersion()).isEqualTo(2);
        assertThat(decision.wanted())
                .extracting(DecisionView.Wanted::template, DecisionView.Wanted::rows, DecisionView.Wanted::rowIds)
                .containsExactly(
                        tuple("EQUIPMENT-PICKUP", List.of(1), List.of("new")),
                        tuple("SITE-SURVEY", List.of(2), List.of("survey")));
        assertThat(decision.decided())
                .extracting(
                        DecisionView.Decided::template,
                        DecisionView.Decided::tableVersion,
                        DecisionView.Decided::rows,
                        DecisionView.Decided::rowIds)
                .containsExactlyInAnyOrder(
                        tuple("EQUIPMENT-PICKUP", 2, List.of(1), List.of("new")),
                        tuple("SITE-SURVEY", 2, List.of(2), List.of("survey")),
                        tuple("FIBER-INSTALL", 1, List.of(2), List.of("install")));
    }

    /** Two rows for the service: what each id wants. */
    private static DecisionTable withIds(String... ids) {
        Map<String, String> templates =
                Map.of("survey", "SITE-SURVEY", "install", "FIBER-INSTALL", "new", "EQUIPMENT-PICKUP");
        StringBuilder csv = new StringBuilder("id,specification,action,template");
        for (String id : ids) {
            csv.append("\n%s,%s,ADD,%s".formatted(id, CatalogFixture.SERVICE, templates.get(id)));
        }
        return DecisionTableCsv.read(csv.toString(), KnownValues.UNCHECKED);
    }

    @DatabaseTest
    void explainsWithTheFactsThatWereDecidedOn(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        with(
                database,
                om -> om.customers.revise(
                        service.lineItem(),
                        new LineItemRevision(null, null, null, null, null, null, 1, null, null, null)));

        DecisionView decision = in(database, om -> om.explanation.decision(service.number()));

        assertThat(decision.facts()).containsEntry("priority", "1");
        assertThat(decision.wanted()).extracting(DecisionView.Wanted::template).contains("QUALITY-CHECK");
    }

    @DatabaseTest
    void previewsWhatFurtherItemsNeedWithoutMakingAnything(TestDatabase database) {
        CustomerOrderView order = approved(database);
        sent.forget();

        ImpactView impact = in(database, om -> preview(om, order.number()));
        ImpactView again = in(database, om -> preview(om, order.number()));

        assertThat(again).isEqualTo(impact);
        assertThat(impact.creates())
                .extracting(ImpactRow::domainOrder, ImpactRow::specification, ImpactRow::template)
                .containsExactlyInAnyOrder(
                        tuple(null, CatalogFixture.SERVICE, "SITE-SURVEY"),
                        tuple(null, CatalogFixture.SERVICE, "FIBER-INSTALL"),
                        tuple(null, CatalogFixture.RESOURCE, "ONT-INSTALL"));
        assertThat(all(database, order)).hasSize(3);
        assertThat(sent.of(RequestWorkOrder.class)).isEmpty();

        later = SECOND;
        assertThat(in(database, om -> preview(om, order.number())).etag()).isNotEqualTo(impact.etag());
        later = null;
        with(database, om -> om.customers.hold(order.number(), null));
        assertThat(in(database, om -> preview(om, order.number())).etag()).isNotEqualTo(impact.etag());
    }

    @DatabaseTest
    void previewsNothingForADraft(TestDatabase database) {
        CustomerOrderView draft = in(database, om -> om.customers.draft(CatalogFixture.LOCATION));

        assertThat(refusal(database, om -> preview(om, draft.number())).code()).isEqualTo("wrong-state");
    }

    private ImpactView preview(OrderManagement om, String order) {
        var found = om.customerOrders.find(order).orElseThrow();
        return om.decomposition.preview(
                found,
                new LineItemPreview(CatalogFixture.catalog(om.em), clock)
                        .added(found, 1, List.of(item(CatalogFixture.SECOND_LOCATION)), "agent", clock.instant()));
    }

    private List<String> templates(TestDatabase database, DomainOrderView order) {
        return again(database, order).workOrders().stream()
                .map(WorkOrderLinkView::template)
                .toList();
    }

    private static DecisionTable second() {
        List<TableRow> shipped = DecisionTableCsv.shipped().rows();
        TableRow survey = shipped.get(0);
        TableRow install = shipped.get(1);
        return new DecisionTable(
                TableShape.WORK_ORDER_POLICY,
                List.of(
                        row(1, install, install.result(RowMatch.TEMPLATE)),
                        row(2, survey, "EQUIPMENT-PICKUP"),
                        row(3, shipped.get(2), shipped.get(2).result(RowMatch.TEMPLATE))));
    }

    private static TableRow row(int number, TableRow like, String template) {
        return TableRow.of(number, like.conditions(), like.results())
                .with(RowMatch.TEMPLATE, template)
                .with(RowMatch.POINT_OF_NO_RETURN, "never");
    }
}
