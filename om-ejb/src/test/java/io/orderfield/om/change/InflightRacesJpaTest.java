package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.contract.MessageType;
import io.orderfield.messaging.contract.WorkOrderChanged;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.catalog.CatalogFixture;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.ordering.CustomerOrderView;
import io.orderfield.om.ordering.LineItemView;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.testing.ConcurrentTransactionsTest;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagement;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;

/** Requested changes and decisions about them against whatever else happens to the item, each with two real transactions. */
@WithDatabase(schemas = "om", unit = "om")
class InflightRacesJpaTest extends ConcurrentTransactionsTest {
    private static final int ROUNDS = 5;

    @BeforeEach
    void theManagerApproves() {
        approval = Approval.MANAGER;
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
    }

    @DatabaseTest
    void aRequestWaitsForTheClosingAndIsRefused(TestDatabase database) throws Exception {
        DomainOrderView service = readyToClose(database);

        List<String> outcomes = oneAfterTheOther(database, close(service), request(service));

        assertThat(outcomes).containsExactly("done", "domain-order-closed");
        assertThat(item(database, service).inflightChange()).isNull();
    }

    @DatabaseTest
    void aClosingWaitsForTheRequestAndIsRefused(TestDatabase database) throws Exception {
        DomainOrderView service = readyToClose(database);

        List<String> outcomes = oneAfterTheOther(database, request(service), close(service));

        assertThat(outcomes).containsExactly("done", "closing-blocked");
        assertThat(again(database, service).state()).isEqualTo("IN_PROGRESS");
    }

    @DatabaseTest
    void closingAndARequestNeverBothSucceed(TestDatabase database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            DomainOrderView service = readyToClose(database);

            List<String> outcomes = atOnce(outcome(database, close(service)), outcome(database, request(service)));

            assertThat(outcomes).as("round %d", round).containsOnlyOnce("done");
            assertThat(again(database, service).state().equals("CLOSED_COMPLETE"))
                    .isNotEqualTo(item(database, service).inflightChange() != null);
        }
    }

    @DatabaseTest
    void anApprovalWaitsForThePointOfNoReturnAndIsRefused(TestDatabase database) throws Exception {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String change = requested(database, service);

        List<String> outcomes = oneAfterTheOther(
                database,
                om -> om.customers.passPointOfNoReturn(service.lineItem()),
                om -> om.customers.approveChange(change));

        assertThat(outcomes).containsExactly("done", "wrong-state");
        assertThat(in(database, om -> om.customers.change(change)).state()).isEqualTo("REFUSED");
        assertThat(item(database, service).version()).isEqualTo(1);
    }

    @DatabaseTest
    void thePointOfNoReturnWaitsForTheApprovalAndHoldsAfterIt(TestDatabase database) throws Exception {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String change = requested(database, service);

        List<String> outcomes = oneAfterTheOther(
                database,
                om -> om.customers.approveChange(change),
                om -> om.customers.passPointOfNoReturn(service.lineItem()));

        assertThat(outcomes).containsExactly("done", "done");
        assertThat(in(database, om -> om.customers.change(change)).state()).isEqualTo("APPLIED");
        assertThat(item(database, service).pastPointOfNoReturn()).isTrue();
    }

    @DatabaseTest
    void ofTwoDecisionsAboutOneChangeTheFirstHolds(TestDatabase database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            DomainOrderView service = domainOrder(database, approved(database), "service");
            String change = requested(database, service);

            List<String> outcomes = atOnce(
                    outcome(database, om -> om.customers.approveChange(change)),
                    outcome(database, om -> om.customers.withdrawChange(change)));

            assertThat(outcomes).as("round %d", round).containsExactlyInAnyOrder("done", "wrong-state");
            assertThat(item(database, service).version() == 2)
                    .isEqualTo(in(database, om -> om.customers.change(change))
                            .state()
                            .equals("APPLIED"));
        }
    }

    @DatabaseTest
    void ofTwoRequestsForOneItemTheSecondIsRefused(TestDatabase database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            DomainOrderView service = domainOrder(database, approved(database), "service");

            List<String> outcomes = atOnce(outcome(database, request(service)), outcome(database, request(service)));

            assertThat(outcomes).as("round %d", round).containsExactlyInAnyOrder("done", "change-pending");
        }
    }

    @DatabaseTest
    void ofARequestedRevisionAndARequestedCancellationOnlyOneWaits(TestDatabase database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            DomainOrderView service = domainOrder(database, approved(database), "service");

            List<String> outcomes = atOnce(outcome(database, request(service)), outcome(database, cancel(service)));

            assertThat(outcomes).as("round %d", round).containsExactlyInAnyOrder("done", "change-pending");
        }
    }

    @DatabaseTest
    void theApprovalOfACancellationWaitsForThePointOfNoReturnAndIsRefused(TestDatabase database) throws Exception {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String change = requestedCancellation(database, service);

        List<String> outcomes = oneAfterTheOther(
                database,
                om -> om.customers.passPointOfNoReturn(service.lineItem()),
                om -> om.customers.approveChange(change));

        assertThat(outcomes).containsExactly("done", "wrong-state");
        assertThat(in(database, om -> om.customers.change(change)).state()).isEqualTo("REFUSED");
        assertThat(item(database, service).state()).isEqualTo("IN_PROGRESS");
    }

    @DatabaseTest
    void thePointOfNoReturnWaitsForTheApprovalOfACancellationAndIsRefused(TestDatabase database) throws Exception {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        String change = requestedCancellation(database, service);

        List<String> outcomes = oneAfterTheOther(
                database,
                om -> om.customers.approveChange(change),
                om -> om.customers.passPointOfNoReturn(service.lineItem()));

        assertThat(outcomes).containsExactly("done", "wrong-state");
        assertThat(item(database, service).state()).isEqualTo("CANCELLATION_IN_PROGRESS");
    }

    @DatabaseTest
    void anAdditionIsDecidedOnceAndNeverOutlivesItsOrder(TestDatabase database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            CustomerOrderView order = approved(database);
            String change = requestedAddition(database, order);

            List<String> outcomes = atOnce(
                    outcome(database, om -> om.customers.approveChange(change)),
                    outcome(database, om -> om.customers.cancelOrder(order.number(), "moved")));

            assertThat(outcomes.get(1)).as("round %d", round).isEqualTo("done");
            boolean letIn = outcomes.get(0).equals("done");
            assertThat(in(database, om -> om.customers.find(order.number()))
                            .lineItems()
                            .get(1)
                            .state())
                    .as("round %d", round)
                    .isEqualTo(letIn ? "CANCELLATION_IN_PROGRESS" : "CANCELED");
            assertThat(in(database, om -> om.customers.change(change)).state())
                    .isEqualTo(letIn ? "APPLIED" : "REFUSED");
        }
    }

    @DatabaseTest
    void anApprovedAdditionIsHeldWithItsOrder(TestDatabase database) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            CustomerOrderView order = approved(database);
            String change = requestedAddition(database, order);

            List<String> outcomes = atOnce(
                    outcome(database, om -> om.customers.approveChange(change)),
                    outcome(database, om -> om.customers.hold(order.number(), "strike")));

            assertThat(outcomes).as("round %d", round).containsExactly("done", "done");
            assertThat(in(database, om -> om.customers.find(order.number())).lineItems())
                    .as("round %d", round)
                    .allMatch(i -> i.state().equals("ON_HOLD"));
            assertThat(all(database, order)).allMatch(d -> d.state().equals("ON_HOLD"));
        }
    }

    @DatabaseTest
    void aDecisionWaitsForTheLateAnswerAndSeesIt(TestDatabase database) throws Exception {
        CustomerOrderView order = approved(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        WorkOrderChanged late = beforeTheLastAnswer(database, order);

        List<String> outcomes = oneAfterTheOther(
                database,
                om -> om.intake.apply(late, FieldService.context(MessageType.WORK_ORDER_CHANGED)),
                decide(resource));

        assertThat(outcomes).containsExactly("done", "done");
        assertThat(item(database, resource).state()).isEqualTo("CANCELED");
    }

    @DatabaseTest
    void aLateAnswerWaitsForTheDecisionThatCameTooEarly(TestDatabase database) throws Exception {
        CustomerOrderView order = approved(database);
        DomainOrderView resource = domainOrder(database, order, "resource");
        WorkOrderChanged late = beforeTheLastAnswer(database, order);

        List<String> outcomes = atOnce(
                outcome(database, decide(resource)),
                outcome(database, om -> om.intake.apply(late, FieldService.context(MessageType.WORK_ORDER_CHANGED))));

        assertThat(outcomes.get(1)).isEqualTo("done");
        assertThat(outcomes.get(0)).isIn("done", "cancellation-unanswered");
        assertThat(item(database, resource).state())
                .isEqualTo(outcomes.get(0).equals("done") ? "CANCELED" : "CANCELLATION_IN_PROGRESS");
    }

    /** An item in cancellation for which everything is answered but one work order, which was done when the cancel came. */
    private WorkOrderChanged beforeTheLastAnswer(TestDatabase database, CustomerOrderView order) {
        List<FieldService> others = confirmed(database, domainOrder(database, order, "service"), "QUALIFIED");
        DomainOrderView resource = domainOrder(database, order, "resource");
        FieldService done = confirmed(database, resource, "QUALIFIED").get(0);
        approval = Approval.NONE;
        with(database, om -> om.customers.cancelItem(resource.lineItem(), "changed plans"));
        others.forEach(f -> receive(database, f.answering(2).isCanceled("changed plans")));
        return done.answering(2).becomes("CLOSED_COMPLETE");
    }

    private static Consumer<OrderManagement> decide(DomainOrderView order) {
        return om -> om.decisions.decide(order.lineItem(), CancellationDecision.CANCEL_ANYWAY, "as agreed", null);
    }

    private static Consumer<OrderManagement> close(DomainOrderView order) {
        return om -> om.closing.close(order.number(), complete(), null);
    }

    private static Consumer<OrderManagement> cancel(DomainOrderView order) {
        return om -> om.customers.cancelItem(order.lineItem(), "moved");
    }

    private String requestedCancellation(TestDatabase database, DomainOrderView order) {
        LineItemView asked = in(database, om -> om.customers.cancelItem(order.lineItem(), "moved"));
        return Objects.requireNonNull(asked.inflightChange()).number();
    }

    private String requestedAddition(TestDatabase database, CustomerOrderView order) {
        CustomerOrderView after =
                in(database, om -> om.customers.addItem(order.number(), item(CatalogFixture.SECOND_LOCATION)));
        return Objects.requireNonNull(after.lineItems().get(1).inflightChange()).number();
    }

    private static Consumer<OrderManagement> request(DomainOrderView order) {
        return om -> om.customers.changeQuantity(order.lineItem(), 4);
    }

    private String requested(TestDatabase database, DomainOrderView order) {
        LineItemView asked = in(database, om -> om.customers.changeQuantity(order.lineItem(), 4));
        return Objects.requireNonNull(asked.inflightChange()).number();
    }

    private LineItemView item(TestDatabase database, DomainOrderView order) {
        return in(database, om -> om.customers.findItem(order.lineItem()));
    }

    private DomainOrderView readyToClose(TestDatabase database) {
        DomainOrderView service = domainOrder(database, approved(database), "service");
        confirmed(database, service, "CLOSED_COMPLETE");
        return service;
    }
}
