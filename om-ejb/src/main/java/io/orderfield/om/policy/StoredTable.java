package io.orderfield.om.policy;

import io.orderfield.rules.DecisionTable;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.HitPolicy;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.ReadRows;
import io.orderfield.rules.RowReader;
import io.orderfield.rules.TableRow;
import io.orderfield.rules.TableShape;
import java.util.List;
import java.util.Objects;

/**
 * The rows of a version as the database keeps them: text by text, so that it says for ever what it said, whatever the
 * grammar of a later release makes of it.
 */
record StoredTable(HitPolicy hitPolicy, List<DraftRow> rows) {
    private static final DraftRowsText TEXT = new DraftRowsText();

    StoredTable {
        rows = List.copyOf(rows);
    }

    static StoredTable of(DecisionTable table) {
        return new StoredTable(
                table.hitPolicy(), table.rows().stream().map(DraftRow::of).toList());
    }

    static StoredTable parse(String hitPolicy, String rows) {
        return new StoredTable(
                HitPolicy.valueOf(hitPolicy), Objects.requireNonNull(TEXT.convertToEntityAttribute(rows)));
    }

    String text() {
        return Objects.requireNonNull(TEXT.convertToDatabaseColumn(rows));
    }

    /**
     * The table, with whatever codes it names: they were checked when it was published.
     *
     * @throws io.orderfield.rules.InvalidDecisionTableException when this release can't read it
     */
    DecisionTable table(TableShape shape) {
        return read(shape).table(hitPolicy);
    }

    /** The rows that this release can read. */
    List<TableRow> readable(TableShape shape) {
        return read(shape).rows();
    }

    private ReadRows read(TableShape shape) {
        return new RowReader(shape, KnownValues.UNCHECKED).read(rows);
    }
}
