package io.orderfield.om.inflight;

import io.orderfield.kernel.Sentence;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.customerorder.LineItemCancellationRequested;
import io.orderfield.om.customerorder.LineItemRevised;
import io.orderfield.om.customerorder.LineItemRevision;
import io.orderfield.om.customerorder.LineItemsAddedInFlight;
import io.orderfield.om.customerorder.OrderLineItem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CDI event in the transaction in which changes were asked for, approved, refused or withdrawn, their items locked. An
 * observer that refuses takes it back. Applied revisions are told as {@link LineItemRevised} instead; of the other kinds
 * this tells that somebody agreed, and {@link LineItemsAddedInFlight} or {@link LineItemCancellationRequested} what follows.
 *
 * @param state the state that all of them have now
 * @param by user name of who did it, {@code system} for what ended them by itself
 * @param reason why somebody refused them
 * @param cause why they ended by themselves
 */
public record InflightChangesMoved(
        InflightChangeState state,
        List<Moved> changes,
        String by,
        @Nullable String reason,
        @Nullable Sentence cause) {
    public InflightChangesMoved {
        changes = List.copyOf(changes);
    }

    /**
     * One of the changes.
     *
     * @param requestReason why it was asked for, null where nobody had to say it
     * @param differences old and new value per field, at least one
     */
    public record Moved(
            UUID itemId,
            String lineItem,
            String change,
            InflightChangeKind kind,
            @Nullable String requestReason,
            List<FieldChange> differences) {
        public Moved {
            differences = List.copyOf(differences);
        }

        static Moved of(InflightChange change, OrderLineItem item, List<FieldChange> differences) {
            return new Moved(
                    item.id(), item.number(), change.number(), change.kind(), change.requestReason(), differences);
        }

        /** What a revision asked for, as it can be previewed. */
        public LineItemRevision asRevision() {
            return LineItemRevision.of(differences);
        }
    }
}
