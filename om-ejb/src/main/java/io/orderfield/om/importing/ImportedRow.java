package io.orderfield.om.importing;

import io.orderfield.kernel.Refusal.FieldProblem;
import io.orderfield.kernel.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one row.
 *
 * @param row from 1, in the order of the file; a header and empty lines don't count
 * @param number number or code of the record; null for a new one that was not created (yet)
 * @param outcome {@code created}, {@code changed}, {@code unchanged} or {@code refused}
 * @param code why it was refused: the code of the same refusal of a single call
 * @param message why it was refused
 * @param errors problems per field
 */
public record ImportedRow(
        int row,
        @Nullable String number,
        String outcome,
        @Nullable String code,
        @Nullable Sentence message,
        List<FieldProblem> errors) {
    static final String CREATED = "created";
    static final String CHANGED = "changed";
    static final String UNCHANGED = "unchanged";
    static final String REFUSED = "refused";

    public ImportedRow {
        errors = List.copyOf(errors);
    }

    boolean wasRefused() {
        return outcome.equals(REFUSED);
    }
}
