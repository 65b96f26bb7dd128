package io.orderfield.om.policy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderfield.om.plan.ExistingWork;
import io.orderfield.om.plan.LinkOrigin;
import io.orderfield.om.plan.LinkState;
import io.orderfield.om.plan.WorkOrderPlanTest;
import io.orderfield.om.policy.replay.ReplayedOrder.Line;
import io.orderfield.om.policy.replay.WorkAtStake.Existing;
import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.PolicyFacts;
import io.orderfield.rules.TableShape;
import io.orderfield.rules.WorkOrderPolicy;
import io.orderfield.rules.files.DecisionTableCsv;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayedOrderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final WorkOrderPolicy DECIDED = policy(
            1, "survey,FIBER,,,SURVEY,one", "install,FIBER,,,INSTALL,one per unit", "north,FIBER,North,,AERIAL,one");

    private static final WorkOrderPolicy NO_ROWS =
            WorkOrderPolicy.compile(2, new DecisionTable(TableShape.WORK_ORDER_POLICY, List.of()));

    @Test
    void nothingDiffersWhereTheDraftSaysTheSame() {
        assertThat(open(facts("North", 2), facts("North", 2)).replay(DECIDED, DECIDED, DECIDED))
                .isEmpty();
    }

    @Test
    void aDifferenceOnEitherFactsIsOneLine() {
        WorkOrderPolicy draft = policy(2, "survey,FIBER,,,SURVEY,one", "north,FIBER,North,,AERIAL,one");
        List<Line> same = open(facts("South", 2), facts("South", 2)).replay(DECIDED, DECIDED, draft);
        assertThat(same).singleElement().satisfies(line -> {
            assertThat(line.facts()).isEqualTo(ReplayFacts.BOTH);
            assertThat(line.difference().row()).isEqualTo("install");
            assertThat(line.isAlreadySo()).isFalse();
        });
        assertThat(open(facts("South", 2), facts("South", 5)).replay(DECIDED, DECIDED, draft))
                .extracting(Line::facts)
                .containsExactly(ReplayFacts.BOTH); // it wants none of them, however many there are today
    }

    @Test
    void whatDiffersOnTheFactsOfTodayAloneIsSaidSo() {
        List<Line> lines = open(facts("South", 2), facts("North", 2)).replay(DECIDED, DECIDED, DECIDED);
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.facts()).isEqualTo(ReplayFacts.TODAY);
            assertThat(line.difference().kind()).isEqualTo(ReplayKind.MORE);
            assertThat(line.difference().row()).isEqualTo("north");
            assertThat(line.isAlreadySo()).isTrue(); // planned again it would be so without the draft
        });
        WorkOrderPolicy draft =
                policy(2, "survey,FIBER,,,SURVEY,one", "install,FIBER,,,INSTALL,one", "north,FIBER,North,,AERIAL,one");
        assertThat(open(facts("South", 2), facts("South", 3)).replay(DECIDED, DECIDED, draft))
                .extracting(Line::facts, line -> line.difference().fewer())
                .containsExactly(tuple(ReplayFacts.BOTH, 1));
        assertThat(open(facts("North", 2), facts("South", 2)).replay(DECIDED, DECIDED, draft))
                .extracting(Line::facts, line -> line.difference().row())
                .containsExactly(tuple(ReplayFacts.BOTH, "install"), tuple(ReplayFacts.TODAY, "north"));
    }

    @Test
    void oneThatHasEndedIsSeenOnTheFactsOfItsDecisionAlone() {
        assertThat(order(false, facts("South", 2), facts("North", 2), List.of(), false)
                        .replay(DECIDED, DECIDED, DECIDED))
                .isEmpty();
        assertThat(order(false, facts("South", 2), null, List.of(), false)
                        .replay(DECIDED, DECIDED, policy(2, "survey,FIBER,,,SURVEY,one")))
                .extracting(Line::facts)
                .containsExactly(ReplayFacts.KEPT);
    }

    @Test
    void factsThatWereNotKeptAreTakenFromTodayAndEachLineSaysSo() {
        WorkOrderPolicy draft = policy(2, "survey,FIBER,,,SURVEY,one");
        for (boolean isOpen : List.of(true, false)) {
            assertThat(order(isOpen, null, facts("South", 2), List.of(), false).replay(DECIDED, DECIDED, draft))
                    .extracting(Line::facts)
                    .containsExactly(ReplayFacts.NOT_KEPT);
        }
        assertThat(order(false, null, null, List.of(), false).replay(DECIDED, DECIDED, draft))
                .isEmpty();
    }

    @Test
    void aDraftWithoutRowsWantsNothing() {
        assertThat(order(false, facts("South", 2), null, List.of(), false).replay(DECIDED, DECIDED, NO_ROWS))
                .extracting(line -> line.difference().row())
                .containsExactly("survey", "install");
    }

    @Test
    void whatTheVersionInForceWantsAlreadyIsMarked() {
        WorkOrderPolicy draft = policy(3, "install,FIBER,,,INSTALL,one per unit");
        WorkOrderPolicy serving = policy(2, "install,FIBER,,,INSTALL,one per unit", "late,FIBER,North,,AERIAL,one");
        assertThat(order(false, facts("North", 2), null, List.of(), false).replay(DECIDED, serving, draft))
                .extracting(line -> line.difference().row(), Line::isAlreadySo)
                .containsExactly(tuple("survey", true), tuple("north", false));
    }

    @Test
    void theStakeIsWhatThePlanWouldCancel() {
        List<Existing> existing = List.of(
                existing("INSTALL", 1, LinkState.WORK_IN_PROGRESS, 90),
                existing("INSTALL", 2, LinkState.ASSIGNED, 60),
                existing("INSTALL", 3, LinkState.QUALIFIED, 0),
                existing("INSTALL", 4, LinkState.CLOSED_COMPLETE, 45),
                existing("SURVEY", 1, LinkState.ACCEPTED, 30));
        WorkOrderPolicy draft = policy(2, "survey,FIBER,,,SURVEY,one");
        assertThat(order(true, facts("South", 4), facts("South", 4), existing, false)
                        .replay(DECIDED, DECIDED, draft))
                .singleElement()
                .extracting(Line::stake)
                .isEqualTo(new WorkAtStake(3, 2, 1, 0, 150));
        assertThat(order(true, facts("South", 4), facts("South", 4), existing, true)
                        .replay(DECIDED, DECIDED, draft))
                .singleElement()
                .extracting(Line::stake)
                .isEqualTo(new WorkAtStake(3, 2, 1, 3, 150));
    }

    @Test
    void aSmallerNumberTakesTheLeastAdvanced() {
        List<Existing> existing = List.of(
                existing("INSTALL", 1, LinkState.QUALIFIED, 20), existing("INSTALL", 2, LinkState.ASSIGNED, 60));
        WorkOrderPolicy draft = policy(2, "survey,FIBER,,,SURVEY,one", "install,FIBER,,,INSTALL,one");
        assertThat(order(true, facts("South", 2), facts("South", 2), existing, false)
                        .replay(DECIDED, DECIDED, draft))
                .singleElement()
                .extracting(Line::stake)
                .isEqualTo(new WorkAtStake(1, 0, 0, 0, 20));
    }

    private static WorkOrderPolicy policy(int version, String... rows) {
        return WorkOrderPolicy.compile(
                version,
                DecisionTableCsv.read(
                        "id,specification,region,action,template,workOrders\n" + String.join("\n", rows) + "\n",
                        KnownValues.UNCHECKED));
    }

    private static PolicyFacts facts(String region, int quantity) {
        return new PolicyFacts("FIBER", "ADD", region, "PT", null, quantity, 3, null, null, Map.of());
    }

    private static ReplayedOrder open(PolicyFacts kept, PolicyFacts today) {
        return order(true, kept, today, List.of(), false);
    }

    private static ReplayedOrder order(
            boolean isOpen,
            @Nullable PolicyFacts kept,
            @Nullable PolicyFacts today,
            List<Existing> existing,
            boolean isPastPointOfNoReturn) {
        return new ReplayedOrder("SO1", "ORD1", "FIBER", isOpen, 1, DAY, kept, today, isPastPointOfNoReturn, existing);
    }

    private static Existing existing(String template, int occurrence, LinkState state, int minutes) {
        return new Existing(
                new ExistingWork(
                        UUID.randomUUID(),
                        LinkOrigin.PLAN,
                        template,
                        occurrence,
                        1,
                        state,
                        false,
                        WorkOrderPlanTest.data(template, "")),
                Duration.ofMinutes(minutes));
    }
}
