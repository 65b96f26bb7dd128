package io.orderfield.om.policy;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Sentence;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.RowReader;
import io.orderfield.rules.TableLimits;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does what an editor did to the rows of a draft: all of it, or nothing where a row or a column is not there. */
final class RowOperations {
    /** Longer than any cell that can be right. */
    private static final int LONGEST_CELL = 5_000;

    private final TableShape shape;
    private List<String> columns;
    private List<DraftRow> rows;
    private final Map<String, Integer> places = new HashMap<>();
    private String path = "";

    RowOperations(TableShape shape, List<String> columns, List<DraftRow> rows) {
        this.shape = shape;
        this.columns = columns;
        this.rows = new ArrayList<>(rows);
        index();
    }

    /** @throws Refusal invalid-request, with the place of the operation that can't be done */
    void apply(List<RowOperation> operations) {
        for (int i = 0; i < operations.size(); i++) {
            path = "operations[" + i + "].";
            RowOperation operation = operations.get(i);
            switch (Objects.requireNonNullElse(operation.op(), "")) {
                case "set" -> set(operation);
                case "insert" -> insert(given("rows", operation.rows()), operation.after());
                case "delete" -> delete(ids(operation));
                case "move" -> move(operation);
                case "columns" -> columns(given("columns", operation.columns()));
                default ->
                    throw no(
                            "op",
                            Sentence.of("field.oneOf")
                                    .with("codes", List.of("set", "insert", "delete", "move", "columns")));
            }
        }
    }

    /** The rows as they are now. */
    List<DraftRow> rows() {
        return List.copyOf(rows);
    }

    /** Headers of the columns of conditions. */
    List<String> columns() {
        return List.copyOf(columns);
    }

    private void set(RowOperation change) {
        int place = place("id", change.id());
        DraftRow row = rows.get(place);
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        if (change.cells() != null) {
            change.cells().forEach((header, text) -> put(cells, "cells", header, text));
        }
        put(cells, "", DraftRow.NOTE, change.note());
        put(cells, "", DraftRow.VALID_FROM, change.validFrom());
        put(cells, "", DraftRow.VALID_TO, change.validTo());
        if (change.active() != null) {
            put(cells, "", DraftRow.ACTIVE, change.active() ? "" : RowReader.INACTIVE);
        }
        rows.set(place, new DraftRow(row.id(), cells));
    }

    /** Null leaves what is there. */
    private void put(Map<String, String> cells, String within, String header, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (!within.isEmpty() && shape.condition(header) == null && shape.result(header) == null) {
            throw no(within, Sentence.of("field.noColumn").with("column", header));
        }
        if (text.length() > LONGEST_CELL) {
            throw no(
                    within.isEmpty() ? header : within,
                    Sentence.of("field.tooLong").with("length", text.length()).with("most", LONGEST_CELL));
        }
        if (text.isEmpty()) {
            cells.remove(header);
        } else {
            cells.put(header, text);
        }
    }

    /**
     * Puts rows into the table.
     *
     * @param after id of the row that they stand behind, null for the beginning
     * @throws Refusal invalid-request, with what is wrong with a row
     */
    void insert(List<DraftRowView> given, @Nullable String after) {
        if (rows.size() + given.size() > TableLimits.MAX_ROWS) {
            throw no("rows", Sentence.of("field.tooManyRows").with("most", TableLimits.MAX_ROWS));
        }
        List<DraftRow> added = new ArrayList<>();
        Set<String> ids = new HashSet<>(places.keySet());
        for (DraftRowView view : given) {
            added.add(checked(view, ids));
        }
        rows.addAll(behind(after), added);
        index();
    }

    private DraftRow checked(@Nullable DraftRowView view, Set<String> ids) {
        if (view == null || view.id() == null || !TableRow.isId(view.id())) {
            throw no("rows", Sentence.of("field.noRowId"));
        }
        if (!ids.add(view.id())) {
            throw no("rows", Sentence.of("field.rowTwice").with("id", view.id()));
        }
        Map<String, String> cells = new LinkedHashMap<>();
        view.row()
                .cells()
                .forEach((header, text) ->
                        put(cells, DraftRow.PROPERTIES.contains(header) ? "" : "cells", header, text));
        return new DraftRow(view.id(), cells);
    }

    private void delete(Set<String> ids) {
        rows.removeIf(row -> ids.contains(row.id()));
        index();
    }

    private void move(RowOperation operation) {
        Set<String> ids = ids(operation);
        if (operation.after() != null && ids.contains(operation.after())) {
            throw no("after", Sentence.of("field.noRow").with("id", operation.after()));
        }
        List<DraftRow> moved = given("ids", operation.ids()).stream()
                .distinct()
                .map(id -> rows.get(place("ids", id)))
                .toList();
        delete(ids);
        rows.addAll(behind(operation.after()), moved);
        index();
    }

    private void columns(List<String> wanted) {
        for (String header : wanted) {
            if (header == null || (shape.condition(header) == null && shape.result(header) == null)) {
                throw no("columns", Sentence.of("field.noColumn").with("column", String.valueOf(header)));
            }
        }
        List<String> conditions = wanted.stream()
                .filter(header -> shape.condition(header) != null)
                .distinct()
                .toList();
        if (conditions.size() > shape.conditions().size() + TableLimits.MAX_CHARACTERISTICS) {
            throw no("columns", Sentence.of("field.tooManyColumns").with("most", TableLimits.MAX_CHARACTERISTICS));
        }
        columns = conditions;
        rows.replaceAll(row -> {
            Map<String, String> cells = new LinkedHashMap<>(row.cells());
            cells.keySet().removeIf(header -> shape.condition(header) != null && !conditions.contains(header));
            return new DraftRow(row.id(), cells);
        });
    }

    private Set<String> ids(RowOperation operation) {
        Set<String> ids = new HashSet<>(given("ids", operation.ids()));
        ids.forEach(id -> place("ids", id));
        return ids;
    }

    /** Nothing said is not the same as none. */
    private <T> List<T> given(String field, @Nullable List<T> list) {
        if (list == null) {
            throw no(field, Sentence.of("field.required"));
        }
        return list;
    }

    private int behind(@Nullable String after) {
        return after == null ? 0 : place("after", after) + 1;
    }

    private int place(String field, @Nullable String id) {
        Integer place = id == null ? null : places.get(id);
        if (place == null) {
            throw no(field, Sentence.of("field.noRow").with("id", String.valueOf(id)));
        }
        return place;
    }

    private void index() {
        places.clear();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).id(), i);
        }
    }

    private Refusal no(String field, Sentence problem) {
        return Refusal.invalid(path + field, problem);
    }
}
