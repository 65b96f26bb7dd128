package io.orderfield.rules;

import io.orderfield.kernel.Sentence;
import io.orderfield.rules.Condition.OneOf;
import io.orderfield.rules.Finding.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a draft for what can't be read, and for what a person may not have meant: rows that say nothing new, that nothing
 * meets, or that leave something out. Only rows that may share something are compared, so that 5,000 of them take a moment.
 */
public final class TableChecks {
    private final TableShape shape;
    private final HitPolicy hitPolicy;
    private final KnownValues known;
    private final LocalDate day;
    private final @Nullable String specificationColumn;
    private final @Nullable String actionColumn;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Prepared> earlier = new ArrayList<>();

    /** Equal conditions are one and the same, so that rows that differ in one column only are compared by that alone. */
    private final Map<Condition, Condition> once = new HashMap<>();

    private TableChecks(TableShape shape, HitPolicy hitPolicy, KnownValues known, LocalDate day) {
        this.shape = shape;
        this.hitPolicy = hitPolicy;
        this.known = known;
        this.day = day;
        this.specificationColumn = shape.headerOf(Column.Kind.SPECIFICATION);
        this.actionColumn = shape.headerOf(Column.Kind.ACTION);
    }

    /**
     * A row with its conditions by column, each {@link ConditionSets#normal}.
     *
     * @param indexed the conditions of the fixed columns, and behind them what the row is for
     */
    private record Prepared(
            TableRow row,
            @Nullable Condition[] conditions,
            @Nullable Condition[] indexed) {
        boolean includes(Prepared other) {
            for (int i = 0; i < conditions.length; i++) {
                if (!ConditionSets.includes(conditions[i], other.conditions[i])) {
                    return false;
                }
            }
            return row.countsWhenever(other.row);
        }

        boolean isApartFrom(Prepared other) {
            for (int i = 0; i < conditions.length; i++) {
                if (ConditionSets.apart(conditions[i], other.conditions[i])) {
                    return true;
                }
            }
            return !row.sharesADayWith(other.row);
        }
    }

    /**
     * Everything that is found in a draft: of the table first, then in row order, and then what no row covers.
     *
     * @param day from which on it is to decide
     */
    public static List<Finding> of(
            TableShape shape, HitPolicy hitPolicy, KnownValues known, LocalDate day, List<DraftRow> drafts) {
        ReadRows read = new RowReader(shape, KnownValues.UNCHECKED).read(drafts);
        TableChecks checks = new TableChecks(shape, hitPolicy, known, day);
        read.problems().forEach(checks::unreadable);
        TableLimits.check(new DecisionTable(shape, hitPolicy, read.rows())).forEach(checks::unreadable);
        List<Column> columns = shape.columnsOf(read.rows());
        List<Prepared> comparable = new ArrayList<>();
        for (TableRow row : read.rows()) {
            checks.names(row);
            checks.breadth(row);
            if (row.active() && row.hasEndedBefore(day)) {
                checks.add(Kind.ENDED, row, DraftRow.VALID_TO, Sentence.of("finding.ended"));
            }
            Prepared prepared = checks.prepare(row, columns);
            if (prepared != null && row.active()) {
                comparable.add(prepared);
            }
        }
        checks.compare(comparable);
        checks.findings.sort(Comparator.comparingInt(Finding::row));
        checks.gaps(read.rows());
        return checks.findings;
    }

    private void unreadable(TableProblem problem) {
        findings.add(
                new Finding(Kind.UNREADABLE, problem.id(), problem.row(), problem.column(), problem.what(), Map.of()));
    }

    /** What the row names is there. */
    private void names(TableRow row) {
        ResultColumn column = shape.template();
        Set<String> templates = known.templates();
        if (column != null && templates != null && !templates.isEmpty()) {
            String template = row.result(column.header());
            Set<String> inactive = known.inactiveTemplates();
            if (inactive != null && inactive.contains(template)) {
                add(
                        Kind.INACTIVE_TEMPLATE,
                        row,
                        column.header(),
                        Sentence.of("finding.inactiveTemplate").with("template", template));
            } else if (!templates.contains(template)) {
                add(
                        Kind.UNKNOWN_TEMPLATE,
                        row,
                        column.header(),
                        Sentence.of("cell.unknownTemplate").with("value", template));
            }
        }
        Set<String> specifications = known.specifications();
        if (specificationColumn != null && specifications != null && !specifications.isEmpty()) {
            for (String value : ConditionSets.named(row.conditions().get(specificationColumn))) {
                if (!specifications.contains(value)) {
                    add(
                            Kind.UNKNOWN_SPECIFICATION,
                            row,
                            specificationColumn,
                            Sentence.of("cell.unknownValue").with("value", value));
                }
            }
        }
        characteristics(row);
    }

    /** A cell that got lost looks like this, too. */
    private void breadth(TableRow row) {
        if (specificationColumn != null && row.active() && !row.conditions().containsKey(specificationColumn)) {
            add(Kind.ANY_SPECIFICATION, row, specificationColumn, Sentence.of("finding.anySpecification"));
        }
    }

    private void characteristics(TableRow row) {
        Map<String, Set<String>> bySpecification = known.characteristics();
        if (bySpecification == null || bySpecification.isEmpty()) {
            return;
        }
        Condition condition =
                specificationColumn == null ? null : row.conditions().get(specificationColumn);
        for (String header : row.conditions().keySet()) {
            if (header.startsWith(Column.CHARACTERISTIC_PREFIX)) {
                String name = header.substring(Column.CHARACTERISTIC_PREFIX.length());
                if (bySpecification.entrySet().stream()
                        .noneMatch(each -> each.getValue().contains(name)
                                && (condition == null || condition.matches(each.getKey())))) {
                    add(
                            Kind.UNKNOWN_CHARACTERISTIC,
                            row,
                            header,
                            Sentence.of("finding.unknownCharacteristic").with("characteristic", name));
                }
            }
        }
    }

    /** Null when nothing can meet the row. */
    private @Nullable Prepared prepare(TableRow row, List<Column> columns) {
        @Nullable Condition[] conditions = new Condition[columns.size()];
        boolean possible = true;
        for (int i = 0; i < conditions.length; i++) {
            Column column = columns.get(i);
            Condition condition = row.conditions().get(column.header());
            if (condition != null) {
                Condition normal = ConditionSets.normal(column.kind(), condition);
                conditions[i] = normal == null ? null : once.computeIfAbsent(normal, Function.identity());
                if (normal == null || excludesTheCatalog(column, condition)) {
                    possible = false;
                    add(
                            Kind.NEVER_MET,
                            row,
                            column.header(),
                            Sentence.of("finding.neverMet").with("condition", condition.text()));
                }
            }
        }
        return possible ? new Prepared(row, conditions, indexed(row, conditions)) : null;
    }

    /** Whether it is a condition that excludes every specification that there is. */
    private boolean excludesTheCatalog(Column column, Condition condition) {
        Set<String> specifications = known.specifications();
        return column.kind() == Column.Kind.SPECIFICATION
                && condition instanceof Condition.NoneOf
                && specifications != null
                && !specifications.isEmpty()
                && ConditionSets.satisfying(specifications, condition).isEmpty();
    }

    private @Nullable Condition[] indexed(TableRow row, @Nullable Condition[] conditions) {
        int fixed = shape.conditions().size();
        @Nullable Condition[] indexed = new Condition[fixed + 1];
        System.arraycopy(conditions, 0, indexed, 0, fixed);
        ResultColumn template = shape.template();
        if (hitPolicy == HitPolicy.COLLECT && template != null) {
            indexed[fixed] = new OneOf(new TreeSet<>(Set.of(row.result(template.header()))));
        }
        return indexed;
    }

    private void compare(List<Prepared> rows) {
        RowIndex index = new RowIndex(rows.stream().map(Prepared::indexed).toList());
        rows.forEach(row -> compare(row, index));
    }

    /**
     * With the earlier rows that it competes with: under <em>collect</em> those of its template, otherwise all.
     *
     * @param index of the earlier rows
     */
    private void compare(Prepared row, RowIndex index) {
        BitSet candidates = index.candidates(row.indexed());
        Prepared overlapped = null;
        for (int place = candidates.nextSetBit(0); place >= 0; place = candidates.nextSetBit(place + 1)) {
            Prepared other = earlier.get(place);
            if (other.includes(row)) {
                if (row.includes(other)
                        && other.row().results().equals(row.row().results())) {
                    add(
                            Kind.DUPLICATE,
                            row.row(),
                            "",
                            Sentence.of("finding.duplicate")
                                    .with("row", other.row().number()));
                } else {
                    add(
                            Kind.SHADOWED,
                            row.row(),
                            "",
                            Sentence.of("finding.shadowed")
                                    .with("row", other.row().number()));
                }
                return; // it decides nothing, so it can't take anything from a later one
            }
            if (overlapped == null && hitPolicy == HitPolicy.COLLECT && !other.isApartFrom(row)) {
                overlapped = other;
            }
        }
        if (overlapped != null) {
            add(
                    Kind.OVERLAP,
                    row.row(),
                    "",
                    Sentence.of("finding.overlap").with("row", overlapped.row().number()));
        }
        index.add(row.indexed());
        earlier.add(row);
    }

    private void gaps(List<TableRow> rows) {
        Set<String> specifications = known.specifications();
        if (specifications == null || specificationColumn == null || actionColumn == null) {
            return;
        }
        for (Coverage.Cell gap : Coverage.of(shape, rows, day, specifications).gaps()) {
            Map<String, String> closing = new LinkedHashMap<>();
            closing.put(specificationColumn, gap.specification());
            closing.put(actionColumn, gap.action());
            findings.add(new Finding(
                    Kind.GAP,
                    "",
                    0,
                    "",
                    Sentence.of("finding.gap")
                            .with("specification", gap.specification())
                            .with("action", gap.action()),
                    Collections.unmodifiableMap(closing)));
        }
    }

    private void add(Kind kind, TableRow row, String column, Sentence what) {
        findings.add(new Finding(kind, row.id(), row.number(), column, what, Map.of()));
    }
}
