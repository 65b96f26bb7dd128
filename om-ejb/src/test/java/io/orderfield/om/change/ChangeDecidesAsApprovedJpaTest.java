package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.AccountCorrection;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.catalog.LocationCorrection;
import io.orderfield.om.catalog.NewAccount;
import io.orderfield.om.catalog.NewContact;
import io.orderfield.om.catalog.NewLocation;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.NewCustomerOrder;
import io.orderfield.om.customerorder.NewLineItem;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.testing.Users;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.WorkOrderPolicy;
import io.orderfield.rules.files.DecisionTableCsv;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/**
 * A change in flight decides with the table version, the decision date and the facts of the approval; only what the change
 * itself changes differs. Planning again with the current version reads the facts of today.
 */
@WithDatabase(schemas = "om", unit = "om")
class ChangeDecidesAsApprovedJpaTest extends OrderManagementTest {
    /** One row for each fact that the item does not say itself, and one for the lead days. */
    private static final WorkOrderPolicy TABLE =
            table(1, "LTE-INSTALL", "SITE-SURVEY", "QUALITY-CHECK", "EQUIPMENT-PICKUP");

    private static final WorkOrderPolicy LATER = table(2, "EDGE-INSTALL", "EDGE-INSTALL", "EDGE-INSTALL", "AP-INSTALL");

    private static final LocalDate WANTED_DAY = LocalDate.of(2026, 3, 12);

    private String account;
    private String location;

    @BeforeEach
    void decideWithThisTable() {
        policy = TABLE;
    }

    @DatabaseTest
    void changeDecidesWithTheTableVersionAndTheDateOfItsApproval(TestDatabase database) {
        DomainOrderView service = approvedService(database);
        clock.forward(Duration.ofDays(9));
        later = LATER;

        LineItemRevision oneDayLater = requested(WANTED_DAY.plusDays(1));
        ImpactView impact = in(database, om -> om.preview.impact(Users.AGENT, service.lineItem(), oneDayLater));
        with(database, om -> om.customers.revise(service.lineItem(), oneDayLater));

        assertThat(impact.creates())
                .as("eleven days from the approval, two from today")
                .isEmpty();
        assertThat(templates(database, service)).containsExactly("FIBER-INSTALL", "SITE-SURVEY");
        assertThat(again(database, service).tableVersion()).isEqualTo(1);
        assertThat(decision(database, service).facts()).containsEntry("leadDays", "11");
        assertThat(decision(database, service).decisionDate()).isEqualTo("2026-03-02");

        with(database, om -> om.customers.revise(service.lineItem(), requested(LocalDate.of(2026, 3, 4))));
        assertThat(templates(database, service))
                .as("two days from the approval")
                .containsExactly("FIBER-INSTALL", "LTE-INSTALL", "SITE-SURVEY");
    }

    @DatabaseTest
    void changeOfTheInstructionsNeitherCreatesNorCancelsWorkForACorrectedCustomer(TestDatabase database) {
        DomainOrderView service = approvedService(database);
        correctTheCustomer(database);
        sent.forget();

        LineItemRevision words = instructions("ring twice");
        ImpactView impact = in(database, om -> om.preview.impact(Users.AGENT, service.lineItem(), words));
        assertThat(impact.creates()).isEmpty();
        assertThat(impact.cancels()).isEmpty();
        assertThat(impact.updates()).extracting(ImpactRow::template).containsExactly("FIBER-INSTALL", "SITE-SURVEY");

        with(database, om -> {
            om.preview.check(Users.AGENT, service.lineItem(), words, impact.etag());
            om.customers.revise(service.lineItem(), words);
        });

        assertThat(again(database, service).workOrders())
                .extracting(WorkOrderLinkView::template, WorkOrderLinkView::pending)
                .containsExactly(tuple("FIBER-INSTALL", "CREATE"), tuple("SITE-SURVEY", "CREATE"));
        assertThat(sent.of(RequestWorkOrder.class))
                .as("what is sent is the customer as he is now")
                .hasSize(2)
                .allSatisfy(r -> assertThat(r.location().region()).isEqualTo("Madrid"));
        DecisionView decision = decision(database, service);
        assertThat(decision.facts())
                .as("why this work order")
                .containsEntry("region", "Lisboa")
                .containsEntry("country", "PT")
                .containsEntry("segment", "enterprise");
        assertThat(decision.wanted())
                .extracting(DecisionView.Wanted::template)
                .containsExactly("FIBER-INSTALL", "SITE-SURVEY");
        List<DecisionView.Row> whyNoCheck = in(database, om -> om.explanation.rows(service.number(), "QUALITY-CHECK"));
        assertThat(whyNoCheck).as("why none").singleElement().satisfies(r -> assertThat(r.conditions())
                .filteredOn(c -> !c.met())
                .extracting(DecisionView.Check::column, DecisionView.Check::value)
                .containsExactly(tuple("country", "PT")));
    }

    @DatabaseTest
    void keepingAnItemPlansAsApproved(TestDatabase database) {
        DomainOrderView service = approvedService(database);
        FieldService survey = FieldService.of(link(service, "SITE-SURVEY"), "WO-S" + service.number());
        FieldService install = FieldService.of(link(service, "FIBER-INSTALL"), "WO-I" + service.number());
        receive(database, survey.answering(1).becomes("QUALIFIED"));
        receive(database, install.answering(1).becomes("QUALIFIED"));
        with(database, om -> om.customers.cancelItem(service.lineItem(), "moved"));
        receive(database, install.answering(2).isCanceled("moved"));
        receive(database, survey.answering(2).becomes("CLOSED_COMPLETE"));
        receive(database, survey.refuses("work-order-closed", false));
        correctTheCustomer(database);

        with(database, om -> om.decisions.decide(service.lineItem(), CancellationDecision.KEEP, "stays", null));

        assertThat(again(database, service).workOrders())
                .extracting(WorkOrderLinkView::template, WorkOrderLinkView::generation, WorkOrderLinkView::state)
                .containsExactly(
                        tuple("FIBER-INSTALL", 1, "CANCELED"),
                        tuple("FIBER-INSTALL", 2, "REQUESTED"),
                        tuple("SITE-SURVEY", 1, "CLOSED_COMPLETE"));
        assertThat(decision(database, service).facts()).containsEntry("region", "Lisboa");
    }

    @DatabaseTest
    void planningAgainReadsTheFactsOfToday(TestDatabase database) {
        DomainOrderView service = approvedService(database);
        correctTheCustomer(database);

        ImpactView impact = in(database, om -> om.changes.impactOfReplanning(service.number()));
        assertThat(impact.creates())
                .extracting(ImpactRow::template)
                .containsExactly("QUALITY-CHECK", "EQUIPMENT-PICKUP");
        assertThat(impact.cancels()).extracting(ImpactRow::template).containsExactly("SITE-SURVEY");
        assertThat(impact.differences())
                .containsExactly(
                        new FieldChange("region", "Lisboa", "Madrid"),
                        new FieldChange("country", "PT", "ES"),
                        new FieldChange("segment", "enterprise", "small"));

        with(database, om -> om.changes.replan(service.number(), null, impact.etag(), null));
        with(database, om -> om.customers.revise(service.lineItem(), instructions("ring")));

        assertThat(again(database, service).workOrders())
                .extracting(WorkOrderLinkView::template, WorkOrderLinkView::pending)
                .containsExactly(
                        tuple("EQUIPMENT-PICKUP", "CREATE"),
                        tuple("FIBER-INSTALL", "CREATE"),
                        tuple("QUALITY-CHECK", "CREATE"),
                        tuple("SITE-SURVEY", "CANCEL"));
        assertThat(decision(database, service).facts()).containsEntry("region", "Madrid");
    }

    @DatabaseTest
    void decisionOfBeforeTheFactsWereKeptReadsTheFactsOfToday(TestDatabase database) {
        DomainOrderView service = approvedService(database);
        database.doInTransaction(em -> em.createNativeQuery("update om.domain_order set facts = null where number = ?")
                .setParameter(1, service.number())
                .executeUpdate());
        correctTheCustomer(database);

        with(database, om -> om.customers.revise(service.lineItem(), instructions("ring")));

        assertThat(templates(database, service)).contains("QUALITY-CHECK", "EQUIPMENT-PICKUP");
        assertThat(decision(database, service).facts()).containsEntry("region", "Madrid");
    }

    /** The service order of an approved item of a customer of its own, who is in Lisboa, PT, and an enterprise. */
    private DomainOrderView approvedService(TestDatabase database) {
        CustomerOrderView order = in(database, om -> {
            account = om.catalogService
                    .createAccount(new NewAccount("Tower Hotels", "enterprise"))
                    .number();
            String contact = om.catalogService
                    .createContact(new NewContact(account, "Ana Reis", "+351 21 000 0001", null))
                    .number();
            location = om.catalogService
                    .createLocation(new NewLocation(
                            account,
                            "Tower",
                            "Rua 2",
                            "1100-002",
                            "Lisbon",
                            "Lisboa",
                            "PT",
                            null,
                            null,
                            "Europe/Lisbon",
                            null,
                            null))
                    .number();
            NewLineItem item = new NewLineItem(
                    "add", CatalogFixture.PRODUCT, location, List.of(), 1, Map.of(), null, null, null, null, null);
            String number = om.customers
                    .orders(Users.AGENT)
                    .create(new NewCustomerOrder(account, contact, null, WANTED_DAY, null, null, List.of(item)))
                    .number();
            om.customers.place(number);
            return om.customers.approve(number);
        });
        return domainOrder(database, order, "service");
    }

    /** Corrects every fact of the customer that the table asks for: each of its three rows decides otherwise now. */
    private void correctTheCustomer(TestDatabase database) {
        with(database, om -> {
            om.catalogService.correctAccount(account, new AccountCorrection(null, "small", null), null);
            om.catalogService.correctLocation(
                    location,
                    new LocationCorrection(
                            null, null, null, null, "Madrid", "ES", null, null, null, null, null, null, null),
                    null);
        });
    }

    private List<String> templates(TestDatabase database, DomainOrderView order) {
        return again(database, order).workOrders().stream()
                .map(WorkOrderLinkView::template)
                .toList();
    }

    private DecisionView decision(TestDatabase database, DomainOrderView order) {
        return in(database, om -> om.explanation.decision(order.number()));
    }

    private static LineItemRevision requested(LocalDate day) {
        return new LineItemRevision(null, null, null, null, null, null, null, day, null, null);
    }

    private static WorkOrderPolicy table(int version, String urgent, String lisboa, String spain, String small) {
        return WorkOrderPolicy.compile(
                version,
                DecisionTableCsv.read(
                        String.join(
                                "\n",
                                "specification,region,country,segment,leadDays,template",
                                "FIBER-ACCESS,,,,,FIBER-INSTALL",
                                "FIBER-ACCESS,Lisboa,,,," + lisboa,
                                "FIBER-ACCESS,,ES,,," + spain,
                                "FIBER-ACCESS,,,small,," + small,
                                "FIBER-ACCESS,,,,<=2," + urgent),
                        KnownValues.UNCHECKED));
    }
}
