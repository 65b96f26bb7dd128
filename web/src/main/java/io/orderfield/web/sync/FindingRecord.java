package io.orderfield.web.sync;

import io.orderfield.om.sync.FindingView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A work order about which the two sides differ.
 *
 * @param kind MISSING, ORPHANED, DUPLICATE, STALE, BEHIND, UNANSWERED or NOTE_GAP
 * @param state SUSPECTED, CONFIRMED, REPAIRED (what repairs it was sent) or LEFT (a fallout was raised)
 * @param detail the difference in words
 * @param workOrder number of the work order, or null
 */
@Schema(name = "ReconciliationFinding")
public record FindingRecord(
        UUID workOrderKey,
        String kind,
        String state,
        String detail,
        @Nullable String workOrder,
        @Nullable String domainOrder,
        @Nullable String customerOrder,
        Instant foundAt,
        @Nullable Instant decidedAt) {
    static FindingRecord of(FindingView view) {
        return new FindingRecord(
                view.workOrderKey(),
                view.kind(),
                view.state(),
                view.detail(),
                view.workOrder(),
                view.domainOrder(),
                view.customerOrder(),
                view.foundAt(),
                view.decidedAt());
    }
}
