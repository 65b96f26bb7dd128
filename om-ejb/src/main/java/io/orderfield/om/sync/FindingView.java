package io.orderfield.om.sync;

import io.orderfield.kernel.Sentence;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work order about which the two sides differ.
 *
 * @param kind MISSING, ORPHANED, DUPLICATE, STALE, BEHIND, UNANSWERED or NOTE_GAP
 * @param state SUSPECTED, CONFIRMED, DISMISSED, REPAIRED (what repairs it was sent) or LEFT (a fallout was raised)
 * @param detail the difference
 * @param workOrder number of the work order, or null
 */
public record FindingView(
        UUID workOrderKey,
        String kind,
        String state,
        Sentence detail,
        @Nullable String workOrder,
        @Nullable String domainOrder,
        @Nullable String customerOrder,
        Instant foundAt,
        @Nullable Instant decidedAt) {}
