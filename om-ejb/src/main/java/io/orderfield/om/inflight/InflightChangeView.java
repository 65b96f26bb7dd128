package io.orderfield.om.inflight;

import io.orderfield.kernel.Revised;
import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.customerorder.LineItemRevision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of an order in progress: of one of its items, or an item more or less.
 *
 * @param number such as CHG0001001
 * @param kind what it is about
 * @param state REQUESTED, APPLIED, REFUSED or WITHDRAWN
 * @param baseVersion the item's version that it was asked against
 * @param requestReason why it was asked for, null where nobody had to say it
 * @param itemVersion the item's version that the change made, null unless APPLIED and for a cancellation
 * @param decidedBy user name of who approved, refused or withdrew it, {@code system} for what ended it by itself; null
 *     while REQUESTED
 * @param reason why it was refused
 * @param revision changes with every decision
 * @param differences old and new value per field; of an addition everything that the item says, of a cancellation the
 *     item's state
 */
public record InflightChangeView(
        String number,
        String lineItem,
        String customerOrder,
        InflightChangeKind kind,
        String state,
        String requestedBy,
        Instant requestedAt,
        @Nullable String requestReason,
        int baseVersion,
        @Nullable Integer itemVersion,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Sentence reason,
        long revision,
        List<FieldChange> differences)
        implements Revised {
    public InflightChangeView {
        differences = List.copyOf(differences);
    }

    /** Whether it waits for the manager. */
    public boolean waiting() {
        return !InflightChangeState.valueOf(state).isFinal();
    }

    /** What a revision asked for, as it can be previewed and applied. */
    public LineItemRevision asRevision() {
        return LineItemRevision.of(differences);
    }
}
