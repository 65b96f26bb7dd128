package io.orderfield.om.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderfield.messaging.contract.FollowUpWish;
import io.orderfield.messaging.contract.WorkOrderSnapshot;
import io.orderfield.om.domainorder.DomainOrder;
import io.orderfield.om.domainorder.DomainOrderType;
import io.orderfield.om.domainorder.FollowUp;
import io.orderfield.om.domainorder.WorkOrderLink;
import io.orderfield.om.plan.LinkState;
import io.orderfield.om.plan.PlanStep;
import io.orderfield.om.plan.WantedWork;
import io.orderfield.om.plan.WorkOrderPlanTest;
import io.orderfield.om.testing.ApprovedItem;
import io.orderfield.rules.PointOfNoReturnTrigger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of closing alone: what stands against it, and what made up for lost work. */
class ClosingGuardTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private final DomainOrder order = domainOrder("RO0001001", false);

    @Test
    void nothingStandsAgainstClosingWhatIsDone() {
        DomainOrder closed = domainOrder("RO0001002", false);
        closed.close(false, "manager", null, AT);

        assertThat(guard(List.of(ended(planned("INSTALL", 0), LinkState.CLOSED_COMPLETE)), List.of(closed))
                        .blockers())
                .isEmpty();
    }

    @Test
    void namesAllThatStandsAgainstClosingWithWorkOrdersFirst() {
        DomainOrder held = domainOrder("RO0001003", true);
        WorkOrderLink open = planned("INSTALL", 0);
        FollowUp wish = wish(open);
        DomainOrder child = domainOrder("RO0001004", false);

        assertThat(new ClosingGuard(held, List.of(open), List.of(child), List.of("CHG0001001"), List.of(wish))
                        .blockers())
                .containsExactly(
                        new Blocker("work-order", null, "INSTALL", "REQUESTED", "/api/v1/domain-orders/RO0001003"),
                        new Blocker(
                                "requested-change", "CHG0001001", null, "REQUESTED", "/api/v1/line-items/ORDL0001001"),
                        new Blocker("follow-up-wish", null, "SURVEY", "OPEN", "/api/v1/domain-orders/RO0001003"),
                        new Blocker(
                                "child-domain-order",
                                "RO0001004",
                                null,
                                "IN_PROGRESS",
                                "/api/v1/domain-orders/RO0001004"),
                        new Blocker("hold", "RO0001003", null, "ON_HOLD", "/api/v1/domain-orders/RO0001003"));
    }

    @Test
    void callsOpenWorkByItsName() {
        Blocker work = new Blocker("work-order", null, "INSTALL", "REQUESTED", "/api/v1/domain-orders/RO0001001");
        Blocker hold = new Blocker("hold", "RO0001001", null, "ON_HOLD", "/api/v1/domain-orders/RO0001001");

        assertThat(ClosingGuard.code(List.of(hold, work))).isEqualTo("open-work-orders");
        assertThat(ClosingGuard.code(List.of(hold))).isEqualTo("closing-blocked");
    }

    @Test
    void incompleteIsWhatWasClosedSoCanceledOrWaivedInOrderOfItsMaking() {
        WorkOrderLink canceled = ended(planned("INSTALL", 2), LinkState.CANCELED);
        WorkOrderLink incomplete = ended(planned("INSTALL", 1), LinkState.CLOSED_INCOMPLETE);
        WorkOrderLink waived = planned("SURVEY", 3);
        waived.refused(1, true, "no such template");
        waived.waive("the customer does it", "manager");
        WorkOrderLink done = ended(planned("PICKUP", 0), LinkState.CLOSED_COMPLETE);

        assertThat(guard(List.of(canceled, waived, done, incomplete), List.of()).incomplete())
                .containsExactly(incomplete, canceled, waived);
    }

    @Test
    void ofTheSameInstantTheFirstKeyComesFirst() {
        WorkOrderLink one = ended(planned("INSTALL", 0), LinkState.CLOSED_INCOMPLETE);
        WorkOrderLink other = ended(planned("INSTALL", 0), LinkState.CLOSED_INCOMPLETE);
        boolean ascending = one.key().compareTo(other.key()) < 0;

        assertThat(guard(List.of(one, other), List.of()).incomplete())
                .containsExactly(ascending ? one : other, ascending ? other : one);
    }

    @Test
    void laterWorkByHandOfTheSameTemplateMakesUpForOne() {
        WorkOrderLink first = ended(planned("INSTALL", 0), LinkState.CLOSED_INCOMPLETE);
        WorkOrderLink second = ended(planned("INSTALL", 1), LinkState.CLOSED_INCOMPLETE);
        WorkOrderLink made = ended(byHand("INSTALL", 2), LinkState.CLOSED_COMPLETE);

        assertThat(guard(List.of(first, second, made), List.of()).incomplete())
                .as("each makes up for one")
                .containsExactly(second);
    }

    @Test
    void onlyCompleteWorkMakesUp() {
        WorkOrderLink lost = ended(planned("INSTALL", 0), LinkState.CLOSED_INCOMPLETE);

        assertThat(guard(List.of(lost, byHand("INSTALL", 1)), List.of()).incomplete())
                .as("not open work")
                .containsExactly(lost);
        assertThat(guard(List.of(lost, ended(byHand("SURVEY", 1), LinkState.CLOSED_COMPLETE)), List.of())
                        .incomplete())
                .as("not another template's")
                .containsExactly(lost);
        assertThat(guard(List.of(lost, ended(byHand("INSTALL", 0), LinkState.CLOSED_COMPLETE)), List.of())
                        .incomplete())
                .as("not what was made at the same time")
                .containsExactly(lost);
        assertThat(guard(List.of(lost, ended(planned("INSTALL", 1), LinkState.CLOSED_COMPLETE)), List.of())
                        .incomplete())
                .as("not what the plan wants besides")
                .containsExactly(lost);
    }

    @Test
    void aFollowUpMakesUpForWhatItNamesWhateverItsTemplate() {
        WorkOrderLink lost = ended(planned("INSTALL", 0), LinkState.CLOSED_INCOMPLETE);
        WorkOrderLink other = ended(planned("INSTALL", 0), LinkState.CLOSED_INCOMPLETE);
        WorkOrderLink followUp = ended(
                WorkOrderLink.followUp(
                        order, wish(lost), WorkOrderPlanTest.data("SURVEY", "Quantity: 1"), AT.plusSeconds(1)),
                LinkState.CLOSED_COMPLETE);

        assertThat(guard(List.of(lost, other, followUp), List.of()).incomplete())
                .containsExactly(other);
    }

    private ClosingGuard guard(List<WorkOrderLink> links, List<DomainOrder> children) {
        return new ClosingGuard(order, links, children, List.of(), List.of());
    }

    private WorkOrderLink planned(String template, int seconds) {
        WantedWork wanted = new WantedWork(template, 1, false, null, PointOfNoReturnTrigger.NEVER, List.of(1));
        return WorkOrderLink.planned(
                UUID.randomUUID(),
                order,
                new PlanStep.Create(wanted, 1, 1, WorkOrderPlanTest.data(template, "Quantity: 1")),
                AT.plusSeconds(seconds));
    }

    private WorkOrderLink byHand(String template, int seconds) {
        return WorkOrderLink.byHand(
                UUID.randomUUID(),
                order,
                WorkOrderPlanTest.data(template, "Quantity: 1"),
                null,
                AT.plusSeconds(seconds));
    }

    private FollowUp wish(WorkOrderLink of) {
        return new FollowUp(order.id(), of.key(), new FollowUpWish(UUID.randomUUID(), "SURVEY", "cable"), AT);
    }

    private static WorkOrderLink ended(WorkOrderLink link, LinkState state) {
        link.follow(
                1,
                "WO0001001",
                state,
                new WorkOrderSnapshot(
                        state.name(),
                        link.template(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        false,
                        List.of()));
        link.requests().answered(1);
        return link;
    }

    private static DomainOrder domainOrder(String number, boolean onHold) {
        return DomainOrder.approved(
                number,
                DomainOrderType.RESOURCE,
                null,
                ApprovedItem.ofQuantity(1),
                "ONT",
                1,
                onHold,
                1,
                LocalDate.of(2026, 3, 2),
                AT);
    }
}
