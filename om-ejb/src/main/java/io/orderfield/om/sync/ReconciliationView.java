package io.orderfield.om.sync;

import io.orderfield.kernel.Sentence;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of Order Management's work order links with what Field Service has.
 *
 * @param number such as REC0001001
 * @param dryRun whether it only reports
 * @param requestedBy user name, or {@code system} for the scheduled one
 * @param state COMPARING, WAITING, LOOKING_AGAIN, REPAIRING, VERIFYING, COMPLETED or FAILED
 * @param linksCompared links of Order Management that were compared
 * @param workOrdersCompared keys of Field Service that were compared
 * @param suspected differences at the first look
 * @param confirmed differences that were still there at the second look
 * @param repaired differences for which a repair was sent
 * @param verified domain orders that were noted as verified
 * @param truncated whether there were more differences than one reconciliation takes
 * @param note why it failed, or null
 * @param differences confirmed differences by kind
 */
public record ReconciliationView(
        String number,
        boolean dryRun,
        String requestedBy,
        String state,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long linksCompared,
        long workOrdersCompared,
        int suspected,
        int confirmed,
        int repaired,
        long verified,
        boolean truncated,
        @Nullable Sentence note,
        Map<String, Long> differences) {
    public ReconciliationView {
        differences = Map.copyOf(differences);
    }
}
