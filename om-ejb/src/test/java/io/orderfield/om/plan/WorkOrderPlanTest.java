package io.orderfield.om.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderfield.messaging.contract.AccountReference;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.messaging.contract.ServiceLocation;
import io.orderfield.om.plan.PlanStep.Cancel;
import io.orderfield.om.plan.PlanStep.Create;
import io.orderfield.om.plan.PlanStep.Nothing;
import io.orderfield.om.plan.PlanStep.Update;
import io.orderfield.om.plan.PlanStep.Why;
import io.orderfield.rules.PointOfNoReturnTrigger;
import io.orderfield.rules.RowMatch;
import io.orderfield.rules.WorkOrderNumber;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class WorkOrderPlanTest {
    @Test
    void createsWhatIsWantedAndMissing() {
        assertThat(steps(List.of(wanted("SURVEY", 1), wanted("INSTALL", 2))))
                .extracting(WorkOrderPlanTest::text)
                .containsExactly("create SURVEY 1/1", "create INSTALL 1/1", "create INSTALL 2/1");
    }

    @Test
    void doesNothingWhereDataAreEqual() {
        assertThat(steps(List.of(wanted("INSTALL", 1)), open("INSTALL", 1, LinkState.ASSIGNED)))
                .extracting(WorkOrderPlanTest::text)
                .containsExactly("nothing INSTALL 1/1 UP_TO_DATE");
    }

    @Test
    void updatesWhereDataDiffer() {
        List<PlanStep> steps = WorkOrderPlan.steps(
                List.of(wanted("INSTALL", 1)),
                List.of(open("INSTALL", 1, LinkState.WORK_IN_PROGRESS)),
                (template, work) -> data(template, "Quantity: 2"));

        assertThat(steps).singleElement().isInstanceOfSatisfying(Update.class, u -> assertThat(u.changes())
                .containsExactly(new FieldChange("description", "Quantity: 1", "Quantity: 2")));
    }

    @Test
    void cancelsWhatIsOpenAndNoLongerWanted() {
        assertThat(steps(List.of(), open("INSTALL", 1, LinkState.ACCEPTED)))
                .extracting(WorkOrderPlanTest::text)
                .containsExactly("cancel INSTALL 1/1");
    }

    @Test
    void cancelsTheLeastAdvancedFirstAndThenTheHighestOccurrence() {
        assertThat(steps(
                        List.of(wanted("INSTALL", 2)),
                        open("INSTALL", 1, LinkState.QUALIFIED),
                        open("INSTALL", 2, LinkState.QUALIFIED),
                        open("INSTALL", 3, LinkState.ASSIGNED),
                        open("INSTALL", 4, LinkState.REQUESTED)))
                .extracting(WorkOrderPlanTest::text)
                .containsExactly(
                        "cancel INSTALL 2/1",
                        "cancel INSTALL 4/1",
                        "nothing INSTALL 3/1 UP_TO_DATE",
                        "nothing INSTALL 1/1 UP_TO_DATE");
    }

    @Test
    void cancelsFirstThenUpdatesThenCreates() {
        ExistingWork outdated = new ExistingWork(
                UUID.randomUUID(),
                LinkOrigin.PLAN,
                "OUTDATED",
                1,
                1,
                LinkState.ASSIGNED,
                false,
                data("OUTDATED", "Quantity: 2"));

        assertThat(steps(
                        List.of(wanted("DONE", 1), wanted("MISSING", 1), wanted("OUTDATED", 1)),
                        open("DONE", 1, LinkState.CLOSED_COMPLETE),
                        outdated,
                        open("UNWANTED", 1, LinkState.ASSIGNED)))
                .extracting(WorkOrderPlanTest::text)
                .containsExactly(
                        "cancel UNWANTED 1/1",
                        "update OUTDATED 1/1",
                        "create MISSING 1/1",
                        "nothing DONE 1/1 CLOSED_COMPLETE");
    }

    @Test
    void letsTheOneThatFieldServiceCanceledGiveWayBeforeAnOpenOne() {
        assertThat(steps(
                        List.of(wanted("INSTALL", 1)),
                        open("INSTALL", 1, LinkState.CANCELED),
                        open("INSTALL", 2, LinkState.REQUESTED)))
                .extracting(WorkOrderPlanTest::text)
                .containsExactlyInAnyOrder("nothing INSTALL 2/1 UP_TO_DATE", "nothing INSTALL 1/1 GONE");
    }

    @Test
    void createsTheNextGenerationOfWhatThePlanCanceled() {
        assertThat(steps(List.of(wanted("INSTALL", 1)), canceledHere("INSTALL", 1, 1, LinkState.CANCELED)))
                .extracting(WorkOrderPlanTest::text)
                .containsExactly("create INSTALL 1/2");
        assertThat(steps(List.of(wanted("INSTALL", 1)), canceledHere("INSTALL", 1, 3, LinkState.ASSIGNED)))
                .as("a sent cancel is never taken back, answered or not")
                .extracting(WorkOrderPlanTest::text)
                .containsExactly("create INSTALL 1/4");
    }

    @Test
    void leavesWhatFieldServiceEndedToTheManager() {
        assertThat(steps(
                        List.of(wanted("A", 1), wanted("B", 1), wanted("C", 1), wanted("D", 1)),
                        open("A", 1, LinkState.CLOSED_COMPLETE),
                        open("B", 1, LinkState.CLOSED_INCOMPLETE),
                        open("C", 1, LinkState.CANCELED),
                        open("D", 1, LinkState.REFUSED)))
                .extracting(WorkOrderPlanTest::text)
                .containsExactly(
                        "nothing A 1/1 CLOSED_COMPLETE",
                        "nothing B 1/1 CLOSED_INCOMPLETE",
                        "nothing C 1/1 CANCELED_IN_FIELD_SERVICE",
                        "nothing D 1/1 REFUSED");
    }

    @Test
    void doesNotRepeatWorkThatWasCompletedBeforeItsCancelArrived() {
        assertThat(steps(List.of(wanted("INSTALL", 1)), canceledHere("INSTALL", 1, 1, LinkState.CLOSED_COMPLETE)))
                .extracting(WorkOrderPlanTest::text)
                .containsExactly("nothing INSTALL 1/1 CLOSED_COMPLETE");
    }

    @Test
    void withdrawsACreationThatFieldServiceRefused() {
        assertThat(steps(List.of(), open("INSTALL", 1, LinkState.REFUSED)))
                .extracting(WorkOrderPlanTest::text)
                .containsExactly("cancel INSTALL 1/1");
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkOrigin.class,
            names = {"BY_HAND", "FOLLOW_UP"})
    void keepsWorkThatTheTableDidNotWantUntilItsItemIsCanceled(LinkOrigin origin) {
        ExistingWork other = new ExistingWork(
                UUID.randomUUID(), origin, "SURVEY", 0, 0, LinkState.ASSIGNED, false, data("SURVEY", "old"));

        assertThat(steps(List.of(), other)).singleElement().isInstanceOf(Update.class);
        assertThat(WorkOrderPlan.stepsToNothing(List.of(other))).singleElement().isInstanceOf(Cancel.class);
    }

    @Test
    void doesNotCountByHandWorkAsPlannedWork() {
        ExistingWork byHand = new ExistingWork(
                UUID.randomUUID(),
                LinkOrigin.BY_HAND,
                "INSTALL",
                0,
                0,
                LinkState.ASSIGNED,
                false,
                data("INSTALL", "Quantity: 1"));

        assertThat(steps(List.of(wanted("INSTALL", 1)), byHand))
                .extracting(WorkOrderPlanTest::text)
                .contains("create INSTALL 1/1");
    }

    @Test
    void neverCancelsTwice() {
        List<ExistingWork> existing =
                List.of(canceledHere("A", 1, 1, LinkState.WORK_IN_PROGRESS), open("B", 1, LinkState.CLOSED_COMPLETE));

        assertThat(WorkOrderPlan.stepsToNothing(existing)).allMatch(Nothing.class::isInstance);
    }

    @Test
    void letsTheFirstRowDecideAndKeepsTheOthersAsProvenance() {
        List<RowMatch> matches = List.of(
                new RowMatch("r2", 2, "INSTALL", 1, WorkOrderNumber.ONE, PointOfNoReturnTrigger.ON_ASSIGNMENT),
                new RowMatch("r5", 5, "SURVEY", null, WorkOrderNumber.ONE, PointOfNoReturnTrigger.NEVER),
                new RowMatch("r9", 9, "INSTALL", 4, WorkOrderNumber.ONE_PER_UNIT, PointOfNoReturnTrigger.NEVER));

        assertThat(WantedWork.of(matches, 7))
                .containsExactly(
                        new WantedWork("INSTALL", 1, false, 1, PointOfNoReturnTrigger.ON_ASSIGNMENT, List.of(2, 9)),
                        new WantedWork("SURVEY", 1, false, null, PointOfNoReturnTrigger.NEVER, List.of(5)));
    }

    @Test
    void wantsOneForEachUnit() {
        List<RowMatch> matches = List.of(
                new RowMatch("r1", 1, "INSTALL", null, WorkOrderNumber.ONE_PER_UNIT, PointOfNoReturnTrigger.NEVER));

        assertThat(WantedWork.of(matches, 7)).singleElement().satisfies(w -> {
            assertThat(w.number()).isEqualTo(7);
            assertThat(w.perUnit()).isTrue();
        });
    }

    @Test
    void namesWhatItWouldCancelWithoutTheSteps() {
        ExistingWork qualified = open("INSTALL", 1, LinkState.QUALIFIED);
        ExistingWork underWay = open("INSTALL", 2, LinkState.WORK_IN_PROGRESS);
        ExistingWork survey = open("SURVEY", 1, LinkState.ASSIGNED);
        ExistingWork done = open("PICKUP", 1, LinkState.CLOSED_COMPLETE);
        ExistingWork gone = canceledHere("PICKUP", 2, 1, LinkState.CANCELED);
        assertThat(WorkOrderPlan.unwanted(
                        List.of(wanted("INSTALL", 1)), List.of(qualified, underWay, survey, done, gone)))
                .containsExactlyInAnyOrder(qualified, survey);
        assertThat(WorkOrderPlan.unwanted(List.of(wanted("INSTALL", 3)), List.of(qualified, underWay)))
                .isEmpty();
    }

    @Test
    void refusesATemplateThatIsWantedTwice() {
        assertThatThrownBy(() -> steps(List.of(wanted("A", 1), wanted("A", 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    public static WantedWork wanted(String template, int number) {
        return new WantedWork(template, number, true, null, PointOfNoReturnTrigger.NEVER, List.of(1));
    }

    public static WorkOrderData data(String template, String description) {
        return new WorkOrderData(
                template,
                3,
                "Add Fiber access at Harbor",
                description,
                null,
                null,
                new AccountReference("ACCT1", "Harbor Hotels"),
                null,
                new ServiceLocation("LOC1", "Harbor", "Rua 1", "1", "Lisbon", "Lisboa", "PT", null, null, "UTC", null),
                false);
    }

    private static List<PlanStep> steps(List<WantedWork> wanted, ExistingWork... existing) {
        return WorkOrderPlan.steps(wanted, List.of(existing), (template, work) -> data(template, "Quantity: 1"));
    }

    private static ExistingWork open(String template, int occurrence, LinkState state) {
        return existing(template, occurrence, 1, state, false);
    }

    private static ExistingWork canceledHere(String template, int occurrence, int generation, LinkState state) {
        return existing(template, occurrence, generation, state, true);
    }

    private static ExistingWork existing(
            String template, int occurrence, int generation, LinkState state, boolean canceledHere) {
        return new ExistingWork(
                UUID.randomUUID(),
                LinkOrigin.PLAN,
                template,
                occurrence,
                generation,
                state,
                canceledHere,
                data(template, "Quantity: 1"));
    }

    private static String text(PlanStep step) {
        if (step instanceof Create c) {
            return "create " + c.work().template() + " " + c.occurrence() + "/" + c.generation();
        }
        if (step instanceof Update u) {
            return "update " + text(u.existing());
        }
        if (step instanceof Cancel c) {
            return "cancel " + text(c.existing());
        }
        Nothing nothing = (Nothing) step;
        Why why = nothing.why();
        return "nothing " + text(nothing.existing()) + " " + why;
    }

    private static String text(ExistingWork e) {
        return e.template() + " " + e.occurrence() + "/" + e.generation();
    }
}
