package io.orderfield.web.customerorder;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of one row of a file.
 *
 * @param row from 1; the header doesn't count
 * @param lineItem number of the item that it became, or null
 * @param good whether nothing is wrong with it
 * @param problems what is wrong, in words
 */
public record FileRow(int row, @Nullable String lineItem, boolean good, List<String> problems) implements Serializable {
    public FileRow {
        problems = List.copyOf(problems);
    }
}
