package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.FalloutWords;
import io.orderfield.om.domainorder.NoteWords;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.fallout.FalloutView;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.worknote.WorkNoteView;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.WorkOrderPolicy;
import java.util.List;
import java.util.UUID;

/** Work orders that Field Service refused to create. */
@WithDatabase(schemas = "om", unit = "om")
class RefusedWorkJpaTest extends OrderManagementTest {
    @DatabaseTest
    void standsAgainstClosingUntilItIsWaivedWithAReason(TestDatabase database) {
        DomainOrderView resource = refused(database);
        UUID key = resource.workOrders().get(0).key();
        assertThat(refusal(database, om -> om.closing.close(resource.number(), acknowledged(), null))
                        .code())
                .isEqualTo("open-work-orders");
        assertThat(refusal(database, om -> om.changes.waiveRefusedWorkOrder(resource.number(), key, " ", null))
                        .kind())
                .isEqualTo(Refusal.Kind.INVALID);

        with(database, om -> om.changes.waiveRefusedWorkOrder(resource.number(), key, "the customer does it", null));

        WorkOrderLinkView waived = again(database, resource).workOrders().get(0);
        assertThat(waived.state()).isEqualTo("REFUSED");
        assertThat(waived.open()).isFalse();
        assertThat(waived.waivedBy()).isEqualTo("manager");
        assertThat(waived.waiveReason()).isEqualTo("the customer does it");
        assertThat(fallouts(database, resource))
                .extracting(FalloutView::state, FalloutWords::resolution)
                .containsExactly(tuple("RESOLVED", "the customer does it"));
        assertThat(notes(database, resource))
                .extracting(WorkNoteView::kind, NoteWords::of)
                .contains(tuple("work-order-waived", "ONT-INSTALL: the customer does it"));
        assertThat(refusal(database, om -> om.closing.close(resource.number(), complete(), null))
                        .code())
                .as("waived work was not completed")
                .isEqualTo("incomplete-work-not-acknowledged");
        assertThat(refusal(database, om -> om.changes.waiveRefusedWorkOrder(resource.number(), key, "again", null))
                        .code())
                .isEqualTo("wrong-state");
        with(database, om -> om.closing.close(resource.number(), acknowledged(), null));
        assertThat(again(database, resource).state()).isEqualTo("CLOSED_INCOMPLETE");
        assertThat(refusal(database, om -> om.changes.retryRefusedWorkOrder(resource.number(), key, null))
                        .code())
                .isEqualTo("domain-order-closed");
    }

    @DatabaseTest
    void isAskedForAgainWithWhatTheItemSaysNow(TestDatabase database) {
        DomainOrderView resource = refused(database);
        UUID key = resource.workOrders().get(0).key();
        with(database, om -> om.customers.revise(resource.lineItem(), instructions("ring twice")));
        sent.forget();

        with(database, om -> om.changes.retryRefusedWorkOrder(resource.number(), key, null));

        assertThat(sent.of(RequestWorkOrder.class)).singleElement().satisfies(r -> {
            assertThat(r.workOrderKey()).isEqualTo(key);
            assertThat(r.requestRevision()).isEqualTo(2);
            assertThat(r.description()).contains("Instructions: ring twice");
        });
        WorkOrderLinkView asked = again(database, resource).workOrders().get(0);
        assertThat(asked.state()).isEqualTo("REQUESTED");
        assertThat(asked.open()).isTrue();
        assertThat(fallouts(database, resource))
                .extracting(FalloutView::state, FalloutWords::resolution, FalloutView::resolvedBy)
                .containsExactly(tuple("RESOLVED", "Its creation was asked for again (request 2).", "manager"));
        assertThat(notes(database, resource)).extracting(WorkNoteView::kind).endsWith("retried");
        receive(database, FieldService.of(asked, "WO-AGAIN").answering(2).becomes("CLOSED_COMPLETE"));
        with(database, om -> om.closing.close(resource.number(), complete(), null));
        assertThat(again(database, resource).state()).isEqualTo("CLOSED_COMPLETE");
    }

    @DatabaseTest
    void isAskedForAgainPastThePointOfNoReturn(TestDatabase database) {
        DomainOrderView resource = refused(database);
        UUID key = resource.workOrders().get(0).key();
        with(database, om -> om.customers.passPointOfNoReturn(resource.lineItem()));
        sent.forget();

        with(database, om -> om.changes.retryRefusedWorkOrder(resource.number(), key, null));

        assertThat(sent.of(RequestWorkOrder.class))
                .extracting(RequestWorkOrder::workOrderKey)
                .containsExactly(key);
        assertThat(again(database, resource).workOrders().get(0).state()).isEqualTo("REQUESTED");
    }

    @DatabaseTest
    void mayBeRefusedAgainAndRetriedAfterAWaiver(TestDatabase database) {
        DomainOrderView resource = refused(database);
        WorkOrderLinkView link = resource.workOrders().get(0);
        with(database, om -> om.changes.waiveRefusedWorkOrder(resource.number(), link.key(), "not now", null));

        with(database, om -> om.changes.retryRefusedWorkOrder(resource.number(), link.key(), null));
        assertThat(again(database, resource).workOrders().get(0).waivedBy()).isNull();
        receive(database, FieldService.of(link, "none").answering(2).refuses("unknown-template", true));

        assertThat(again(database, resource).workOrders().get(0).state()).isEqualTo("REFUSED");
        assertThat(fallouts(database, resource)).hasSize(2);
    }

    @DatabaseTest
    void isNotAskedForAgainWhereTheTableWantsItNoMore(TestDatabase database) {
        DomainOrderView resource = refused(database);
        UUID key = resource.workOrders().get(0).key();
        policy = WorkOrderPolicy.compile(1, new DecisionTable(TableShape.WORK_ORDER_POLICY, List.of()));

        List<Refusal> refusals = List.of(
                refusal(database, om -> om.changes.retryRefusedWorkOrder(resource.number(), key, null)),
                refusal(database, om -> om.retry.retry(key, "creation-refused", "manager")));

        assertThat(refusals).extracting(Refusal::code).containsOnly("nothing-to-retry");
        assertThat(again(database, resource).workOrders().get(0).state()).isEqualTo("REFUSED");
    }

    @DatabaseTest
    void refusesWhatIsNotRefused(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        UUID key = resource.workOrders().get(0).key();

        for (Refusal refusal : List.of(
                refusal(database, om -> om.changes.retryRefusedWorkOrder(resource.number(), key, null)),
                refusal(database, om -> om.changes.waiveRefusedWorkOrder(resource.number(), key, "no", null)))) {
            assertThat(refusal.code()).isEqualTo("wrong-state");
            assertThat(refusal.data()).containsEntry("state", "REQUESTED");
        }
        assertThat(refusal(database, om -> om.changes.retryRefusedWorkOrder(resource.number(), UUID.randomUUID(), null))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @DatabaseTest
    void isGoneWithItsCanceledItem(TestDatabase database) {
        DomainOrderView resource = refused(database);
        List<WorkOrderLinkView> links =
                all(database, in(database, om -> om.customers.find(resource.customerOrder()))).stream()
                        .flatMap(d -> d.workOrders().stream())
                        .toList();
        with(
                database,
                om -> om.changes.waiveRefusedWorkOrder(
                        resource.number(), resource.workOrders().get(0).key(), "not needed", null));

        with(database, om -> om.customers.cancelItem(resource.lineItem(), "moved"));
        links.forEach(l -> receive(
                database,
                FieldService.of(l, "WO-C" + links.indexOf(l)).answering(2).isCanceled(null)));

        assertThat(again(database, resource).state()).isEqualTo("CANCELED");
    }

    private DomainOrderView refused(TestDatabase database) {
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "none");
        receive(database, field.answering(1).refuses("unknown-template", true));
        DomainOrderView refused = again(database, resource);
        assertThat(refused.workOrders().get(0).state()).isEqualTo("REFUSED");
        return refused;
    }
}
