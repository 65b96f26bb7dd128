package io.orderfield.web.policy;

import io.orderfield.om.policy.TableColumnView;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A column as the editor's grid knows it.
 *
 * @param label as people call it
 * @param kind {@code list} or {@code range} of values, or one {@code choice}
 * @param values what is suggested in its cells
 */
record GridColumn(String header, String label, String kind, List<String> values, boolean result) {
    private static final List<String> PRIORITIES = List.of("1", "2", "3", "4");

    static GridColumn of(TableColumnView column, UnaryOperator<String> label) {
        return new GridColumn(
                column.header(),
                label.apply(column.header()),
                kind(column.kind(), column.result()),
                column.kind().equals("PRIORITY") ? PRIORITIES : column.values(),
                column.result());
    }

    private static String kind(String kind, boolean result) {
        if (result) {
            return "choice";
        }
        return switch (kind) {
            case "WHOLE_NUMBER", "PRIORITY", "DATE" -> "range";
            default -> "list";
        };
    }
}
