package io.orderfield.om.customerorder;

import io.orderfield.messaging.contract.FieldChange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CDI event in the transaction in which changes were asked for, refused or withdrawn, their items locked. The items say
 * what they said before. An observer that refuses takes it back. Applied changes are told as {@link LineItemRevised}.
 *
 * @param state the state that all of them have now
 * @param by user name of who did it, {@code system} for what ended them by itself
 * @param reason why they were refused
 */
public record InflightChangesMoved(
        InflightChangeState state,
        List<Moved> changes,
        String by,
        @Nullable String reason) {
    public InflightChangesMoved {
        changes = List.copyOf(changes);
    }

    /**
     * One of the changes.
     *
     * @param differences old and new value per field, at least one
     */
    public record Moved(UUID itemId, String lineItem, String change, List<FieldChange> differences) {
        public Moved {
            differences = List.copyOf(differences);
        }

        /** What was asked for, as it can be previewed. */
        public LineItemRevision asRevision() {
            return LineItemRevision.of(differences);
        }
    }
}
