package io.orderfield.web.policy;

import io.orderfield.om.policy.TableDifference;
import io.orderfield.rules.Column;
import io.orderfield.web.ui.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the columns and the differences of decision tables are called. */
@Named("tableColumns")
@ApplicationScoped
public class TableColumns {
    private static final int MOST_SHOWN = 200;

    @Inject
    Texts texts;

    /** Words for a header; {@code characteristics.bandwidth} is shown as its last part. */
    public String label(String header) {
        return header.startsWith(Column.CHARACTERISTIC_PREFIX)
                ? texts.word("characteristic", header.substring(Column.CHARACTERISTIC_PREFIX.length()))
                : texts.word("column", header);
    }

    /** As many of them as anybody reads; the count is told beside them. */
    public List<TableDifference> shown(List<TableDifference> differences) {
        return differences.size() > MOST_SHOWN ? differences.subList(0, MOST_SHOWN) : differences;
    }

    /** How many differences are not shown. */
    public int hidden(List<TableDifference> differences) {
        return Math.max(0, differences.size() - MOST_SHOWN);
    }

    /** Cell by cell what was and is, with what the columns are called. */
    public List<GridConflict.Difference> cells(TableDifference difference) {
        return difference.cells().entrySet().stream()
                .map(cell -> new GridConflict.Difference(
                        label(cell.getKey()),
                        cell.getValue().from(),
                        cell.getValue().to()))
                .toList();
    }

    /** What happened to which row, in words. */
    public String difference(TableDifference difference) {
        return texts.of(
                "table.difference." + difference.kind().name(),
                Integer.toString(difference.row()),
                difference.before() == null ? "" : difference.before().toString());
    }
}
