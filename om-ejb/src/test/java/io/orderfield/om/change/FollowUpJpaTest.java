package io.orderfield.om.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.kernel.Refusal;
import io.orderfield.messaging.contract.FollowUpWish;
import io.orderfield.messaging.contract.RequestWorkOrder;
import io.orderfield.messaging.contract.ShareWorkNote;
import io.orderfield.messaging.testing.DatabaseTest;
import io.orderfield.messaging.testing.TestDatabase;
import io.orderfield.messaging.testing.WithDatabase;
import io.orderfield.om.closing.Blocker;
import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.om.domainorder.NoteWords;
import io.orderfield.om.domainorder.WorkOrderLinkView;
import io.orderfield.om.settings.Approval;
import io.orderfield.om.testing.FieldService;
import io.orderfield.om.testing.OrderManagement;
import io.orderfield.om.testing.OrderManagementTest;
import io.orderfield.om.worknote.WorkNoteView;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Further work that Field Service wants waits for the manager where the setting says so. */
@WithDatabase(schemas = "om", unit = "om")
class FollowUpJpaTest extends OrderManagementTest {
    private final FollowUpWish wish = new FollowUpWish(UUID.randomUUID(), "SITE-SURVEY", "cable too short");

    @DatabaseTest
    void waitsForTheManagerAndStandsAgainstClosing(TestDatabase database) {
        DomainOrderView resource = wished(database);

        assertThat(again(database, resource).workOrders()).hasSize(1);
        assertThat(again(database, resource).version()).isGreaterThan(resource.version());
        assertThat(waiting(database, resource))
                .extracting(
                        WaitingFollowUpView::id,
                        WaitingFollowUpView::domainOrder,
                        WaitingFollowUpView::workOrder,
                        WaitingFollowUpView::template,
                        WaitingFollowUpView::reason)
                .containsExactly(
                        tuple(wish.wishId(), resource.number(), "WO0000301", "SITE-SURVEY", "cable too short"));
        List<WaitingFollowUpView> all = in(database, om -> om.followUps.waiting(0, 200));
        long count = in(database, om -> om.followUps.count());
        assertThat(all).extracting(WaitingFollowUpView::id).contains(wish.wishId());
        assertThat(count).isPositive();
        Refusal refusal = refusal(database, om -> om.closing.close(resource.number(), acknowledged(), null));
        assertThat(refusal.code()).isEqualTo("closing-blocked");
        assertThat(refusal.data().get("blockers"))
                .asInstanceOf(InstanceOfAssertFactories.list(Blocker.class))
                .extracting(Blocker::kind, Blocker::template)
                .containsExactly(tuple("follow-up-wish", "SITE-SURVEY"));
    }

    @DatabaseTest
    void becomesAWorkOrderWhenApproved(TestDatabase database) {
        DomainOrderView resource = wished(database);
        long before = again(database, resource).version();

        with(database, om -> om.followUps.approve(resource.number(), wish.wishId(), before));

        assertThat(again(database, resource).workOrders())
                .extracting(WorkOrderLinkView::origin, WorkOrderLinkView::template, WorkOrderLinkView::follows)
                .contains(tuple("FOLLOW_UP", "SITE-SURVEY", "WO0000301"));
        assertThat(sent.last(RequestWorkOrder.class)).satisfies(r -> {
            assertThat(r.workOrderKey()).isEqualTo(wish.wishId());
            assertThat(r.requestedBy()).isEqualTo("manager");
        });
        assertThat(waiting(database, resource)).isEmpty();
        assertThat(notes(database, resource))
                .filteredOn(n -> n.kind().equals("follow-up-approved"))
                .singleElement()
                .returns("User manager", WorkNoteView::author)
                .returns("WO0000301", WorkNoteView::workOrder);
    }

    @DatabaseTest
    void isTurnedDownWithAReasonAndStandsNoLongerAgainstClosing(TestDatabase database) {
        DomainOrderView resource = wished(database);
        assertThat(refusal(database, om -> om.followUps.refuse(resource.number(), wish.wishId(), " ", null))
                        .code())
                .isEqualTo("invalid-request");

        with(database, om -> om.followUps.refuse(resource.number(), wish.wishId(), "the customer does it", null));

        assertThat(notes(database, resource))
                .filteredOn(n -> n.kind().equals("follow-up-declined"))
                .singleElement()
                .returns("SITE-SURVEY: the customer does it", NoteWords::of);
        assertThat(sent.last(ShareWorkNote.class)).satisfies(n -> {
            assertThat(n.workOrderKey()).isEqualTo(resource.workOrders().get(0).key());
            assertThat(n.text()).isEqualTo("Follow-up work (SITE-SURVEY) is declined: the customer does it");
        });
        with(database, om -> om.closing.close(resource.number(), acknowledged(), null));
        assertThat(again(database, resource).state()).isEqualTo("CLOSED_INCOMPLETE");
    }

    @DatabaseTest
    void isDecidedOnceAndByWhoHasSeenIt(TestDatabase database) {
        DomainOrderView resource = wished(database);
        assertThat(refusal(database, om -> om.followUps.approve(resource.number(), wish.wishId(), resource.version()))
                        .code())
                .as("the wish came after that version")
                .isEqualTo("stale");
        assertThat(refusal(database, om -> om.followUps.approve(resource.number(), UUID.randomUUID(), null))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        with(database, om -> om.followUps.approve(resource.number(), wish.wishId(), null));

        for (Refusal refusal : List.of(
                refusal(database, om -> om.followUps.approve(resource.number(), wish.wishId(), null)),
                refusal(database, om -> om.followUps.refuse(resource.number(), wish.wishId(), "no", null)))) {
            assertThat(refusal.code()).isEqualTo("wrong-state");
            assertThat(refusal.data()).containsEntry("state", "CREATED");
        }
        assertThat(again(database, resource).workOrders()).hasSize(2);
    }

    @DatabaseTest
    void isTurnedDownWithTheCancellationOfItsItem(TestDatabase database) {
        DomainOrderView resource = wished(database);

        with(database, om -> om.customers.cancelItem(resource.lineItem(), "moved"));

        assertThat(waiting(database, resource)).isEmpty();
        assertThat(notes(database, resource))
                .extracting(WorkNoteView::kind, NoteWords::of)
                .contains(tuple("follow-up-declined", "SITE-SURVEY: the domain order is being canceled."));
    }

    private List<WaitingFollowUpView> waiting(TestDatabase database, DomainOrderView order) {
        return in(database, om -> om.followUps.ofDomainOrder(order.number()));
    }

    /** A resource order whose one work order was closed incomplete and wants further work. */
    private DomainOrderView wished(TestDatabase database) {
        followUpApproval = Approval.MANAGER;
        policy = OrderManagement.WITHOUT_POINT_OF_NO_RETURN;
        DomainOrderView resource = domainOrder(database, approved(database), "resource");
        FieldService field = FieldService.of(resource.workOrders().get(0), "WO0000301");
        receive(database, field.answering(1).becomesAndWants("CLOSED_INCOMPLETE", wish));
        return resource;
    }
}
