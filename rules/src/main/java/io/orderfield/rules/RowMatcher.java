package io.orderfield.rules;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.orderfield.rules.Condition.OneOf;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.drools.model.Index;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.functions.Function1;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.StatelessKieSession;

/**
 * The rows of one table in Drools, built directly in its executable model: no rule text is ever written or compiled.
 * Drools stays inside this class.
 */
final class RowMatcher {
    private static final String PACKAGE = "io.orderfield.policy";
    /** Sessions made at once; the pool grows when more threads decide at the same time. */
    private static final int POOLED_SESSIONS = 2;

    /** The pool is never shut down: a decision may still run on an older version, and the heap takes it in the end. */
    private final StatelessKieSession session;

    private RowMatcher(StatelessKieSession session) {
        this.session = session;
    }

    /** @param columns all columns that the rows use, in the order in which they are tested */
    static RowMatcher compile(int version, DecisionTable table, List<Column> columns) {
        ModelImpl model = new ModelImpl("work-order-policy-" + version);
        ExpressionIds ids = new ExpressionIds();
        for (PolicyRow row : table.rows()) {
            for (Condition specification : paths(row.conditions().get("specification"))) {
                for (Condition action : paths(row.conditions().get("action"))) {
                    addRule(model, ids, columns, row, specification, action);
                }
            }
        }
        return new RowMatcher(KieBaseBuilder.createKieBaseFromModel(model)
                .newKieSessionsPool(POOLED_SESSIONS)
                .newStatelessKieSession());
    }

    List<PolicyRow> matches(PolicyFacts facts) {
        Evaluation evaluation = new Evaluation(facts);
        session.execute(evaluation);
        return evaluation.rowsInOrder();
    }

    private static void addRule(
            ModelImpl model,
            ExpressionIds ids,
            List<Column> columns,
            PolicyRow row,
            @Nullable Condition specification,
            @Nullable Condition action) {
        Variable<Evaluation> evaluation = declarationOf(Evaluation.class, "$evaluation");
        PatternDef<Evaluation> pattern = pattern(evaluation);
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            Condition condition =
                    switch (column.kind()) {
                        case SPECIFICATION -> specification;
                        case ACTION -> action;
                        default -> row.conditions().get(column.header());
                    };
            if (condition != null) {
                pattern = constrain(pattern, ids, column, index, condition);
            }
        }
        String name = "row " + row.number() + " " + text(specification) + " " + text(action);
        model.addRule(rule(PACKAGE, name).build(pattern, on(evaluation).execute(found -> found.add(row))));
    }

    private static PatternDef<Evaluation> constrain(
            PatternDef<Evaluation> pattern, ExpressionIds ids, Column column, int index, Condition condition) {
        String id = ids.idOf(column.header(), condition);
        Test test = new Test(id, column, condition);
        if (condition instanceof OneOf oneOf && oneOf.values().size() == 1) {
            return pattern.expr(
                    id,
                    test,
                    alphaIndexedBy(
                            String.class,
                            Index.ConstraintType.EQUAL,
                            index,
                            new Read(column),
                            oneOf.values().first()));
        }
        return pattern.expr(id, test);
    }

    /**
     * The engine finds the rows of one value by hashing, but not those of a list: so a list of specifications or
     * actions becomes one path per value. A decision has one specification and one action, so at most one path of a
     * row matches.
     */
    private static List<@Nullable Condition> paths(@Nullable Condition condition) {
        if (condition instanceof OneOf oneOf) {
            return oneOf.values().stream()
                    .<@Nullable Condition>map(value -> new OneOf(new TreeSet<>(List.of(value))))
                    .toList();
        }
        return Collections.singletonList(condition);
    }

    private static String text(@Nullable Condition condition) {
        return condition == null ? "any" : condition.text();
    }

    /** Reads the fact of a column for the hash index. */
    private record Read(Column column) implements Function1<Evaluation, String>, HashedExpression {
        @Override
        public @Nullable String apply(Evaluation evaluation) {
            return column.readText(evaluation.facts());
        }

        @Override
        public String getExpressionHash() {
            return "read " + column.header();
        }
    }

    /** Tests one condition. */
    private record Test(String id, Column column, Condition condition)
            implements Predicate1<Evaluation>, HashedExpression {
        @Override
        public boolean test(Evaluation evaluation) {
            return condition.matches(column.read(evaluation.facts()));
        }

        @Override
        public String getExpressionHash() {
            return id;
        }
    }
}
