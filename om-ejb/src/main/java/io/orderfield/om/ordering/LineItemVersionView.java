package io.orderfield.om.ordering;

import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.inflight.InflightChangeView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of a line item.
 *
 * @param version 1 from the approval, one more per applied change
 * @param inflightChange number of the change that made it; null for version 1
 * @param by user name of who made it: who approved the order, changed the item or approved its change
 * @param requestedBy user name of who asked for the change; the same as {@code by} where it was applied at once
 * @param differences old and new value per field; empty for version 1
 */
public record LineItemVersionView(
        int version,
        @Nullable String inflightChange,
        String by,
        Instant at,
        @Nullable String requestedBy,
        List<FieldChange> differences) {
    public LineItemVersionView {
        differences = List.copyOf(differences);
    }

    static LineItemVersionView first(String by, Instant at) {
        return new LineItemVersionView(1, null, by, at, null, List.of());
    }

    static LineItemVersionView of(InflightChangeView applied) {
        return new LineItemVersionView(
                Objects.requireNonNull(applied.itemVersion()),
                applied.number(),
                Objects.requireNonNullElse(applied.decidedBy(), applied.requestedBy()),
                Objects.requireNonNullElse(applied.decidedAt(), applied.requestedAt()),
                applied.requestedBy(),
                applied.differences());
    }
}
