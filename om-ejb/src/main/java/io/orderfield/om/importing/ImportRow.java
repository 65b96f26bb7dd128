package io.orderfield.om.importing;

import io.orderfield.kernel.Refusal;
import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import io.orderfield.om.catalog.CharacteristicView;
import io.orderfield.om.catalog.PartView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was read: its cells as text. A field that the row does not have is left as it is; an empty one is cleared
 * where it may be.
 *
 * @param number from 1
 * @param problems what was wrong with reading it
 */
record ImportRow(
        int number,
        Map<String, String> cells,
        @Nullable List<CharacteristicView> characteristics,
        @Nullable List<PartView> parts,
        List<FieldProblem> problems) {

    /** The text of a field, null when the row does not have it. */
    @Nullable
    String text(String field) {
        return cells.get(field);
    }

    /** The text of a field; empty when the row does not have it. */
    String textOrEmpty(String field) {
        return cells.getOrDefault(field, "");
    }

    /** The text of a field; null when the row does not have it or it is blank. */
    @Nullable
    String given(String field) {
        String text = cells.get(field);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Whether the record is to be active; null when the row does not say. */
    @Nullable
    Boolean active() {
        String text = given("active");
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw wrong("active", Sentence.of("field.boolean"));
        };
    }

    /** A number of degrees; null when the row does not say. */
    @Nullable
    Double degrees(String field) {
        String text = given(field);
        if (text == null) {
            return null;
        }
        // written out, since parseDouble takes 1e400, NaN and 0x1p3 too
        if (!text.matches("[+-]?\\d{1,3}(\\.\\d{1,15})?")) {
            throw wrong(field, Sentence.of("field.degrees"));
        }
        return Double.valueOf(text);
    }

    /** @throws Refusal INVALID when the row could not be read properly */
    void checkReadable() {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private static Refusal wrong(String field, Sentence message) {
        return Refusal.invalid(field, message);
    }
}
