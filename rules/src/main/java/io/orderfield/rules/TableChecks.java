package io.orderfield.rules;

import io.orderfield.rules.Condition.OneOf;
import io.orderfield.rules.Finding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what a person may not have meant: rows that say nothing new, that nothing meets, or that leave something out.
 * Rows are compared within the rows of their specification and template, so that 5,000 of them take a moment.
 */
final class TableChecks {
    private final List<Column> columns;
    private final HitPolicy hitPolicy;
    private final KnownValues known;
    private final List<Finding> findings = new ArrayList<>();

    TableChecks(List<Column> columns, HitPolicy hitPolicy, KnownValues known) {
        this.columns = columns;
        this.hitPolicy = hitPolicy;
        this.known = known;
    }

    /** A row with its conditions by column, each {@link ConditionSets#normal}. */
    private record Prepared(TableRow row, @Nullable Condition[] conditions) {
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

    /** Everything that is found, in row order, and then what no row covers. */
    List<Finding> of(List<TableRow> rows) {
        Map<String, List<Prepared>> earlier = new HashMap<>();
        for (TableRow row : rows) {
            values(row);
            Prepared prepared = prepare(row);
            if (prepared != null && row.active()) {
                compare(prepared, earlier);
            }
        }
        gaps(rows);
        return findings;
    }

    private void values(TableRow row) {
        String template = row.results().getOrDefault(TableReader.TEMPLATE, "");
        if (known.templates() != null && !known.templates().contains(template)) {
            add(Kind.UNKNOWN_TEMPLATE, row, TableReader.TEMPLATE, Map.of("template", template));
        }
        Set<String> specifications = known.specifications();
        if (specifications != null && row.conditions().get("specification") instanceof OneOf few) {
            few.values().stream()
                    .filter(value -> !specifications.contains(value))
                    .forEach(value -> add(Kind.UNKNOWN_SPECIFICATION, row, "specification", Map.of("value", value)));
        }
    }

    /** Null when nothing can meet the row. */
    private @Nullable Prepared prepare(TableRow row) {
        @Nullable Condition[] conditions = new Condition[columns.size()];
        boolean possible = true;
        for (int i = 0; i < conditions.length; i++) {
            Condition condition = row.conditions().get(columns.get(i).header());
            if (condition != null) {
                conditions[i] = ConditionSets.normal(columns.get(i).kind(), condition);
                if (conditions[i] == null) {
                    possible = false;
                    add(Kind.NEVER_MET, row, columns.get(i).header(), Map.of("condition", condition.text()));
                }
            }
        }
        return possible ? new Prepared(row, conditions) : null;
    }

    private void compare(Prepared row, Map<String, List<Prepared>> earlier) {
        Prepared overlapped = null;
        for (Prepared other : candidates(row, earlier)) {
            if (other.includes(row)) {
                boolean same = row.includes(other)
                        && other.row().results().equals(row.row().results());
                add(same ? Kind.DUPLICATE : Kind.SHADOWED, row.row(), "", number(other));
                return; // it decides nothing, so it can't take anything from a later one
            }
            if (overlapped == null && sameTemplate(row, other) && !other.isApartFrom(row)) {
                overlapped = other;
            }
        }
        if (overlapped != null) {
            add(Kind.OVERLAP, row.row(), "", number(overlapped));
        }
        for (String group : own(row)) {
            earlier.computeIfAbsent(group, key -> new ArrayList<>()).add(row);
        }
    }

    /** The earlier rows that may share something with this one. */
    private Collection<Prepared> candidates(Prepared row, Map<String, List<Prepared>> earlier) {
        String any = group("", row);
        Stream<List<Prepared>> groups = specification(row) instanceof OneOf few
                ? Stream.concat(few.values().stream(), Stream.of(""))
                        .map(value -> earlier.getOrDefault(group(value, row), List.of()))
                : earlier.entrySet().stream()
                        .filter(group -> group.getKey().endsWith(any))
                        .map(Map.Entry::getValue);
        Set<Prepared> found =
                new TreeSet<>(Comparator.comparingInt(other -> other.row().number()));
        groups.forEach(found::addAll);
        return found;
    }

    private static Map<String, Object> number(Prepared row) {
        return Map.of("row", row.row().number());
    }

    private Collection<String> own(Prepared row) {
        return specification(row) instanceof OneOf few
                ? few.values().stream().map(value -> group(value, row)).toList()
                : List.of(group("", row));
    }

    private @Nullable Condition specification(Prepared row) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == Column.Kind.SPECIFICATION) {
                return row.conditions()[i];
            }
        }
        return null;
    }

    private String group(String specification, Prepared row) {
        return specification + '\n' + (hitPolicy == HitPolicy.FIRST ? "" : template(row));
    }

    private static String template(Prepared row) {
        return Objects.requireNonNull(row.row().results().get(TableReader.TEMPLATE));
    }

    private static boolean sameTemplate(Prepared one, Prepared other) {
        return template(one).equals(template(other));
    }

    private void gaps(List<TableRow> rows) {
        Set<String> specifications = known.specifications();
        if (specifications == null) {
            return;
        }
        Coverage coverage = Coverage.of(rows, new TreeSet<>(specifications));
        coverage.gaps()
                .forEach(cell -> findings.add(new Finding(
                        Kind.GAP, "", "", Map.of("specification", cell.specification(), "action", cell.action()))));
    }

    private void add(Kind kind, TableRow row, String column, Map<String, Object> arguments) {
        findings.add(new Finding(kind, row.id(), column, arguments));
    }
}
