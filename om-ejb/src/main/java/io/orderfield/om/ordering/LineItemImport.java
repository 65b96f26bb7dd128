package io.orderfield.om.ordering;

import java.util.List;

/**
 * What became of a file of line items.
 *
 * @param order the order with the items that were added
 * @param rows one for each row of the file
 */
public record LineItemImport(CustomerOrderView order, List<ImportedRow> rows) {
    public LineItemImport {
        rows = List.copyOf(rows);
    }

    /** How many rows became items. */
    public int added() {
        return (int) rows.stream().filter(r -> r.lineItem() != null).count();
    }

    /** How many rows did not. */
    public int refused() {
        return rows.size() - added();
    }
}
