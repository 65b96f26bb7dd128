package io.orderfield.om.customerorder;

import io.orderfield.messaging.contract.FieldChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of an item in progress.
 *
 * @param number such as CHG0001001
 * @param state REQUESTED, APPLIED, REFUSED or WITHDRAWN
 * @param baseVersion the item's version that it was asked against
 * @param itemVersion the item's version that the change made, null unless APPLIED
 * @param decidedBy user name of who approved, refused or withdrew it, {@code system} for what ended it by itself; null
 *     while REQUESTED
 * @param reason why it was refused
 * @param revision changes with every decision
 * @param differences old and new value per field
 */
public record InflightChangeView(
        String number,
        String lineItem,
        String customerOrder,
        String state,
        String requestedBy,
        Instant requestedAt,
        int baseVersion,
        @Nullable Integer itemVersion,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        long revision,
        List<FieldChange> differences) {
    public InflightChangeView {
        differences = List.copyOf(differences);
    }

    /** What was asked for, as it can be previewed and applied. */
    public LineItemRevision asRevision() {
        return LineItemRevision.of(differences);
    }
}
