package io.orderfield.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition column: its header, the kind of its cells, and how to read its fact.
 *
 * <p>The fixed columns stand in the order in which the engine tests them: the most selective first, so that most rows
 * are out after one look-up.
 */
record Column(String header, Kind kind, Function<PolicyFacts, @Nullable Object> reader) {

    /** What the cells of a column may hold. */
    enum Kind {
        SPECIFICATION,
        ACTION,
        TEXT,
        WHOLE_NUMBER,
        PRIORITY,
        DATE,
        CHARACTERISTIC
    }

    static final List<String> ACTIONS = List.of("ADD", "CHANGE", "DISCONNECT");
    static final String CHARACTERISTIC_PREFIX = "characteristics.";

    private static final Pattern CHARACTERISTIC_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
    private static final Map<String, Column> FIXED = new LinkedHashMap<>();

    static {
        fixed("specification", Kind.SPECIFICATION, PolicyFacts::specification);
        fixed("action", Kind.ACTION, PolicyFacts::action);
        fixed("region", Kind.TEXT, PolicyFacts::region);
        fixed("country", Kind.TEXT, PolicyFacts::country);
        fixed("segment", Kind.TEXT, PolicyFacts::segment);
        fixed("quantity", Kind.WHOLE_NUMBER, PolicyFacts::quantity);
        fixed("priority", Kind.PRIORITY, PolicyFacts::priority);
        fixed("leadDays", Kind.WHOLE_NUMBER, PolicyFacts::leadDays);
        fixed("requestedDate", Kind.DATE, PolicyFacts::requestedDate);
    }

    private static void fixed(String header, Kind kind, Function<PolicyFacts, @Nullable Object> reader) {
        FIXED.put(header, new Column(header, kind, reader));
    }

    /** The column with this header, null when there is none; {@code characteristics.<name>} exists for every name. */
    static @Nullable Column named(String header) {
        Column column = FIXED.get(header);
        if (column != null || !header.startsWith(CHARACTERISTIC_PREFIX)) {
            return column;
        }
        String name = header.substring(CHARACTERISTIC_PREFIX.length());
        return CHARACTERISTIC_NAME.matcher(name).matches()
                ? new Column(header, Kind.CHARACTERISTIC, facts -> facts.characteristics()
                        .get(name))
                : null;
    }

    /** Headers of the columns that every table may use. */
    static List<String> fixedHeaders() {
        return List.copyOf(FIXED.keySet());
    }

    /**
     * The columns of a table: all fixed ones, then its characteristics by name.
     *
     * @throws IllegalArgumentException when a row names a column that does not exist
     */
    static List<Column> of(DecisionTable table) {
        Map<String, Column> characteristics = new TreeMap<>();
        for (PolicyRow row : table.rows()) {
            for (String header : row.conditions().keySet()) {
                if (!FIXED.containsKey(header)) {
                    Column column = named(header);
                    if (column == null) {
                        throw new IllegalArgumentException("there is no column " + header);
                    }
                    characteristics.putIfAbsent(header, column);
                }
            }
        }
        List<Column> columns = new ArrayList<>(FIXED.values());
        columns.addAll(characteristics.values());
        return columns;
    }

    /** The fact under this column, null when it is missing. */
    @Nullable
    Object read(PolicyFacts facts) {
        return reader.apply(facts);
    }

    /** The fact as the values of a list are written, null when it is missing. */
    @Nullable
    String readText(PolicyFacts facts) {
        return Objects.toString(read(facts), null);
    }
}
