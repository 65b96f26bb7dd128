package io.orderfield.rules;

import org.jspecify.annotations.Nullable;

/** What a table may ask about one thing to decide. */
public interface Facts {

    /**
     * The fact under a condition column.
     *
     * @param header of a column of the table's shape
     * @return a text, a whole number or a date; null when it is <em>missing</em>: it satisfies no condition, only a blank
     *     cell
     * @throws IllegalArgumentException when these facts know no such column
     */
    @Nullable
    Object fact(String header);
}
