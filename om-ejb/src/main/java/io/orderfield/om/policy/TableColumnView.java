package io.orderfield.om.policy;

import static java.util.stream.Collectors.toCollection;

import io.orderfield.rules.Column;
import io.orderfield.rules.Condition;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.ResultColumn;
import io.orderfield.rules.TableShape;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param header such as {@code region} or {@code characteristics.bandwidth}
 * @param kind of a condition {@code SPECIFICATION}, {@code ACTION}, {@code TEXT}, {@code WHOLE_NUMBER}, {@code PRIORITY},
 *     {@code DATE} or {@code CHARACTERISTIC}; of a result {@code TEMPLATE}, {@code PRIORITY} or {@code CHOICE}
 * @param result whether it is one of results
 * @param values what is known to stand in it now, at most 500 of it. Of specifications, actions, templates and choices
 *     nothing else is taken; of others it is what the customers and the catalog have, and anything may be written. Empty
 *     where nothing is known
 */
public record TableColumnView(String header, String kind, boolean result, List<String> values) {

    /** More than this nobody looks through in a cell. */
    private static final int MOST_VALUES = 500;

    /** @param suggested what stands in its facts now, by header */
    static TableColumnView condition(
            TableShape shape, String header, KnownValues known, Map<String, List<String>> suggested) {
        Column column = Objects.requireNonNull(shape.condition(header));
        return new TableColumnView(
                header,
                column.kind().name(),
                false,
                switch (column.kind()) {
                    case SPECIFICATION -> sorted(known.specifications());
                    case ACTION -> Column.ACTIONS;
                    default ->
                        suggested.getOrDefault(header, List.of()).stream()
                                .filter(Condition::canName)
                                .limit(MOST_VALUES)
                                .toList();
                });
    }

    static TableColumnView result(ResultColumn column, KnownValues known) {
        return new TableColumnView(
                column.header(),
                column.kind().name(),
                true,
                column.kind() == ResultColumn.Kind.TEMPLATE ? sorted(known.templates()) : column.choices());
    }

    /** The columns of conditions that a draft might have beside these. */
    static List<TableColumnView> offered(
            TableShape shape, List<String> shown, KnownValues known, Map<String, List<String>> suggested) {
        Map<String, Set<String>> bySpecification =
                Objects.requireNonNullElse(known.characteristics(), Map.<String, Set<String>>of());
        Set<String> characteristics = bySpecification.values().stream()
                .flatMap(Set::stream)
                .map(name -> Column.CHARACTERISTIC_PREFIX + name)
                .collect(toCollection(TreeSet::new));
        return Stream.concat(shape.conditions().stream().map(Column::header), characteristics.stream())
                .filter(header -> !shown.contains(header) && shape.condition(header) != null)
                .map(header -> condition(shape, header, known, suggested))
                .toList();
    }

    private static List<String> sorted(@Nullable Collection<String> values) {
        return values == null ? List.of() : values.stream().sorted().toList();
    }
}
