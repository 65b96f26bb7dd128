package io.orderfield.om.policy;

import io.orderfield.kernel.Shared;
import io.orderfield.rules.CompiledTable;
import io.orderfield.rules.DraftRow;
import io.orderfield.rules.KnownFindings;
import io.orderfield.rules.KnownValues;
import io.orderfield.rules.TableChecks;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is found in the version that decides. It stays what it is while that version decides, of the same catalog, on the
 * same day: whoever types in a draft does not wait for a second table to be looked through.
 */
@Shared
class StandingFindings {
    private final AtomicReference<@Nullable Looked> last = new AtomicReference<>();

    private record Looked(CompiledTable table, KnownValues values, LocalDate day, KnownFindings findings) {}

    KnownFindings of(CompiledTable table, KnownValues values, LocalDate day) {
        Looked looked = last.get();
        if (looked == null
                || looked.table() != table
                || !looked.day().equals(day)
                || !looked.values().equals(values)) {
            List<DraftRow> rows =
                    table.table().rows().stream().map(DraftRow::of).toList();
            looked = new Looked(
                    table,
                    values,
                    day,
                    new KnownFindings(
                            TableChecks.of(table.table().shape(), table.table().hitPolicy(), values, day, rows), rows));
            last.set(looked);
        }
        return looked.findings();
    }
}
