package io.orderfield.rules;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.orderfield.rules.Condition.OneOf;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /**
     * Rows that are not active stay out.
     *
     * @param columns all columns that the rows use, in the order in which they are tested
     */
    static RowMatcher compile(int version, DecisionTable table, List<Column> columns) {
        ModelImpl model = new ModelImpl(table.shape().code() + "-" + version);
        ExpressionIds ids = new ExpressionIds();
        for (TableRow row : table.rows()) {
            if (row.active()) {
                addRules(model, ids, columns, row, new ArrayList<>());
            }
        }
        return new RowMatcher(KieBaseBuilder.createKieBaseFromModel(model)
                .newKieSessionsPool(POOLED_SESSIONS)
                .newStatelessKieSession());
    }

    List<TableRow> matches(Facts facts, LocalDate day) {
        Evaluation evaluation = new Evaluation(facts, day);
        session.execute(evaluation);
        return evaluation.rowsInOrder();
    }

    /** Chooses the condition of one column after the other; a list whose values are paths adds a rule for each. */
    private static void addRules(
            ModelImpl model, ExpressionIds ids, List<Column> columns, TableRow row, List<@Nullable Condition> chosen) {
        if (chosen.size() == columns.size()) {
            addRule(model, ids, columns, row, chosen);
            return;
        }
        Column column = columns.get(chosen.size());
        for (Condition condition : paths(column, row.conditions().get(column.header()))) {
            List<@Nullable Condition> more = new ArrayList<>(chosen);
            more.add(condition);
            addRules(model, ids, columns, row, more);
        }
    }

    private static void addRule(
            ModelImpl model,
            ExpressionIds ids,
            List<Column> columns,
            TableRow row,
            List<@Nullable Condition> conditions) {
        Variable<Evaluation> evaluation = declarationOf(Evaluation.class, "$evaluation");
        PatternDef<Evaluation> pattern = pattern(evaluation);
        for (int index = 0; index < columns.size(); index++) {
            Condition condition = conditions.get(index);
            if (condition != null) {
                pattern = constrain(pattern, ids, columns.get(index), index, condition);
            }
        }
        Condition validity = row.validity();
        if (validity != null) {
            pattern = constrain(pattern, ids, Column.DECISION_DATE, columns.size(), validity);
        }
        String name = "row " + row.number() + path(columns, conditions);
        model.addRule(rule(PACKAGE, name).build(pattern, on(evaluation).execute(found -> found.add(row))));
    }

    /** Tells the rules of one row apart. */
    private static String path(List<Column> columns, List<@Nullable Condition> conditions) {
        StringBuilder path = new StringBuilder();
        for (int index = 0; index < columns.size(); index++) {
            Condition condition = conditions.get(index);
            if (condition != null && hasPaths(columns.get(index))) {
                path.append(' ').append(condition.text());
            }
        }
        return path.toString();
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
    private static List<@Nullable Condition> paths(Column column, @Nullable Condition condition) {
        if (hasPaths(column) && condition instanceof OneOf oneOf) {
            return oneOf.values().stream()
                    .<@Nullable Condition>map(value -> new OneOf(new TreeSet<>(List.of(value))))
                    .toList();
        }
        return Collections.singletonList(condition);
    }

    private static boolean hasPaths(Column column) {
        return column.kind() == Column.Kind.SPECIFICATION || column.kind() == Column.Kind.ACTION;
    }

    /** Reads the fact of a column for the hash index. */
    private record Read(Column column) implements Function1<Evaluation, String>, HashedExpression {
        @Override
        public @Nullable String apply(Evaluation evaluation) {
            return evaluation.text(column);
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
            return condition.matches(evaluation.fact(column));
        }

        @Override
        public String getExpressionHash() {
            return id;
        }
    }
}
