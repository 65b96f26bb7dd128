package io.orderfield.om.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing done to the rows of a draft. {@code set} writes the cells and properties that are given into the row
 * {@code id}; {@code insert} puts {@code rows} behind the row {@code after}, {@code delete} takes the rows {@code ids} out,
 * {@code move} puts them behind {@code after}, in the order given; {@code columns} says which columns of conditions there
 * are: the cells of others are cleared. Without {@code after} it is the beginning of the table.
 */
public record RowOperation(
        @Nullable String op,
        @Nullable String id,
        @Nullable String note,
        @Nullable Boolean active,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable Map<String, String> cells,
        @Nullable String after,
        @Nullable List<DraftRowView> rows,
        @Nullable List<String> ids,
        @Nullable List<String> columns) {}
