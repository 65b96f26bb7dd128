package io.orderfield.rules;

import static io.orderfield.rules.FactsBuilder.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderfield.rules.Condition.OneOf;
import io.orderfield.rules.RowExplanation.ConditionCheck;
import io.orderfield.rules.RowExplanation.WhyNot;
import io.orderfield.rules.files.DecisionTableCsv;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkOrderPolicyTest {

    @Test
    void answersEveryRowThatMatchesInRowOrder() {
        WorkOrderPolicy policy = policy("""
                specification,action,quantity,template,priorityOverride,workOrders,pointOfNoReturn
                ,,>=2,QUALITY-CHECK,1,one,on acceptance
                ONT,ADD,,ONT-INSTALL,,one per unit,on work start
                ONT,DISCONNECT,,EQUIPMENT-PICKUP,,,
                ,ADD,,SITE-SURVEY,,,
                ONT,,,ONT-INSTALL,2,,on assignment
                """);

        assertThat(policy.version()).isEqualTo(7);
        assertThat(policy.decide(facts("ADD", "ONT").quantity(3).build(), FactsBuilder.DAY))
                .containsExactly(
                        new RowMatch(
                                "r1", 1, "QUALITY-CHECK", 1, WorkOrderNumber.ONE, PointOfNoReturnTrigger.ON_ACCEPTANCE),
                        new RowMatch(
                                "r2",
                                2,
                                "ONT-INSTALL",
                                null,
                                WorkOrderNumber.ONE_PER_UNIT,
                                PointOfNoReturnTrigger.ON_WORK_START),
                        new RowMatch("r4", 4, "SITE-SURVEY", null, WorkOrderNumber.ONE, PointOfNoReturnTrigger.NEVER),
                        new RowMatch(
                                "r5", 5, "ONT-INSTALL", 2, WorkOrderNumber.ONE, PointOfNoReturnTrigger.ON_ASSIGNMENT));
    }

    @Test
    void answersNothingWhenNoRowMatches() {
        assertThat(rows(policy("action,template\nCHANGE,A\n"), facts("ADD", "ONT")))
                .isEmpty();
        assertThat(WorkOrderPolicy.compile(1, new DecisionTable(TableShape.WORK_ORDER_POLICY, List.of()))
                        .decide(facts().build(), FactsBuilder.DAY))
                .isEmpty();
    }

    @Test
    void tellsTheSameConditionUnderDifferentColumnsApart() {
        WorkOrderPolicy policy = policy("""
                region,country,segment,quantity,priority,leadDays,characteristics.speed,characteristics.ports,template
                North,,,,,,,,REGION
                ,North,,,,,,,COUNTRY
                ,,North,,,,,,SEGMENT
                ,,,>=2,,,,,QUANTITY
                ,,,,>=2,,,,PRIORITY
                ,,,,,>=2,,,LEAD-DAYS
                ,,,,,,>=2,,SPEED
                ,,,,,,,>=2,PORTS
                ,,,2,,,,,QUANTITY-TWO
                ,,,,2,,,,PRIORITY-TWO
                ,,,,,,2,,SPEED-TWO
                ,,,,,,,2,PORTS-TWO
                """);

        assertThat(rows(policy, facts().priority(1).region("North"))).containsExactly(1);
        assertThat(rows(policy, facts().priority(1).country("North"))).containsExactly(2);
        assertThat(rows(policy, facts().priority(1).segment("North"))).containsExactly(3);
        assertThat(rows(policy, facts().priority(1).quantity(2))).containsExactly(4, 9);
        assertThat(rows(policy, facts().priority(2))).containsExactly(5, 10);
        assertThat(rows(policy, facts().priority(1).leadDays(2))).containsExactly(6);
        assertThat(rows(policy, facts().priority(1).characteristic("speed", "2")))
                .containsExactly(7, 11);
        assertThat(rows(policy, facts().priority(1).characteristic("ports", "2")))
                .containsExactly(8, 12);
    }

    @Test
    void hashesManySingleValuesOfOneColumn() {
        StringBuilder csv = new StringBuilder("region,characteristics.access,template\n");
        for (int i = 1; i <= 40; i++) {
            csv.append("R").append(i).append(",,T\n,R").append(i).append(",T\n");
        }
        WorkOrderPolicy policy = policy(csv.toString());

        assertThat(rows(policy, facts().region("R7"))).containsExactly(13);
        assertThat(rows(policy, facts().characteristic("access", "R7"))).containsExactly(14);
        assertThat(rows(policy, facts())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "country", "segment", "leadDays", "requestedDate", "characteristics.access"})
    void matchesAMissingFactWithABlankCellOnly(String column) {
        String value =
                switch (column) {
                    case "leadDays" -> "5";
                    case "requestedDate" -> "2026-01-31";
                    default -> "North";
                };
        WorkOrderPolicy policy =
                policy(column + ",template\n" + value + ",IS\nnot(" + value + "),IS-NOT\n,ANY\n-,DASH\n");

        assertThat(rows(policy, facts())).containsExactly(3, 4);
    }

    @Test
    void matchesOnceHoweverManyValuesARowLists() {
        WorkOrderPolicy policy =
                policy("specification,action,template\n\"ONT, LTE-ROUTER, SDWAN-EDGE\",\"ADD, CHANGE\",A\n");

        assertThat(rows(policy, facts("CHANGE", "ONT"))).containsExactly(1);
        assertThat(rows(policy, facts("DISCONNECT", "ONT"))).isEmpty();
        assertThat(rows(policy, facts("ADD", "ACCESS-POINT"))).isEmpty();
    }

    @Test
    void explainsWhichConditionWasNotMet() {
        WorkOrderPolicy policy = policy("""
                specification,action,region,requestedDate,characteristics.speed,template
                ONT,"ADD, CHANGE",not(South),>=2026-02-01,>=500,A
                ,,,,,B
                """);
        PolicyFacts facts = facts("ADD", "ONT")
                .requestedDate(LocalDate.of(2026, 1, 31))
                .characteristic("speed", "1000")
                .build();

        assertThat(policy.explain(facts, FactsBuilder.DAY))
                .containsExactly(
                        new RowExplanation(
                                policy.table().rows().get(0),
                                List.of(
                                        new ConditionCheck("specification", "ONT", "ONT", true),
                                        new ConditionCheck("action", "ADD, CHANGE", "ADD", true),
                                        new ConditionCheck("region", "not(South)", null, false),
                                        new ConditionCheck("requestedDate", ">=2026-02-01", "2026-01-31", false),
                                        new ConditionCheck("characteristics.speed", ">=500", "1000", true)),
                                List.of(WhyNot.CONDITION_NOT_MET)),
                        new RowExplanation(policy.table().rows().get(1), List.of(), List.of()));
    }

    @Test
    void decidesTheSameOnManyThreads() throws Exception {
        WorkOrderPolicy policy = policy(IntStream.rangeClosed(1, 50)
                .mapToObj(i -> "ONT,>=" + i + ",T" + i + "\n")
                .collect(Collectors.joining("", "specification,quantity,template\n", "")));
        int threads = 16;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int quantity = thread * 3 + 1;
                Callable<Integer> decide = () -> {
                    start.await();
                    int wrong = 0;
                    for (int i = 0; i < 300; i++) {
                        List<Integer> rows = rows(policy, facts().quantity(quantity));
                        wrong += rows.equals(IntStream.rangeClosed(1, quantity)
                                        .boxed()
                                        .toList())
                                ? 0
                                : 1;
                    }
                    return wrong;
                };
                answers.add(executor.submit(decide));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isZero();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void refusesATableThatIsTooLargeOrNamesUnknownColumns() {
        Condition many = new OneOf(new TreeSet<>(IntStream.range(0, ConditionGrammar.MAX_LIST_LENGTH)
                .mapToObj(i -> "S" + i)
                .toList()));
        Condition tooMany = new OneOf(new TreeSet<>(IntStream.rangeClosed(0, ConditionGrammar.MAX_LIST_LENGTH)
                .mapToObj(i -> "S" + i)
                .toList()));

        assertThat(problems(table(1, Map.of("toString()", many))))
                .extracting(TableProblem::toString)
                .containsExactly("row 1, toString(): there is no such column");
        assertThat(problems(table(1, Map.of("region", tooMany))))
                .extracting(TableProblem::column)
                .containsExactly("region");
        assertThat(problems(table(401, Map.of("specification", many))))
                .extracting(TableProblem::reason)
                .containsExactly("the rows list 20050 combinations of specification and action; at most 20000");
        assertThat(problems(table(TableLimits.MAX_ROWS + 1, Map.of())))
                .extracting(TableProblem::reason)
                .containsExactly("the table has more than 5000 rows");
    }

    @Test
    void compilesTheLargestTable() {
        Condition four = new OneOf(new TreeSet<>(List.of("A", "B", "C", "ONT")));
        WorkOrderPolicy policy = WorkOrderPolicy.compile(1, table(TableLimits.MAX_ROWS, Map.of("specification", four)));

        assertThat(policy.decide(facts().build(), FactsBuilder.DAY)).hasSize(TableLimits.MAX_ROWS);
    }

    @Test
    void refusesFactsWithAnUnknownAction() {
        assertThatThrownBy(() -> facts("INSTALL", "ONT").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("INSTALL");
    }

    private static List<TableProblem> problems(DecisionTable table) {
        return catchThrowableOfType(InvalidDecisionTableException.class, () -> WorkOrderPolicy.compile(1, table))
                .problems();
    }

    private static DecisionTable table(int rows, Map<String, Condition> conditions) {
        return new DecisionTable(
                TableShape.WORK_ORDER_POLICY,
                IntStream.rangeClosed(1, rows)
                        .mapToObj(number -> TableRow.of(number, conditions, Map.of("template", "T")))
                        .toList());
    }

    private static WorkOrderPolicy policy(String csv) {
        return WorkOrderPolicy.compile(7, DecisionTableCsv.read(csv, KnownValues.UNCHECKED));
    }

    private static List<Integer> rows(WorkOrderPolicy policy, FactsBuilder facts) {
        return policy.decide(facts.build(), FactsBuilder.DAY).stream()
                .map(RowMatch::row)
                .toList();
    }
}
