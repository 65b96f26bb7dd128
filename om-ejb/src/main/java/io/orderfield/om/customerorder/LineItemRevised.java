package io.orderfield.om.customerorder;

import io.orderfield.messaging.contract.FieldChange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CDI event in the transaction of the change, item locked and already changed: the plan of its domain orders has to be
 * recomputed. An observer that refuses takes the change back with it.
 *
 * @param differences old and new value per field, at least one: quantity, contact, priority, requestedDate, committedDate,
 *     specialInstructions, characteristics.(name)
 * @param by user name of who changed it, or approved the change
 * @param requestedBy user name of who asked for it where a manager approved it, null where it was applied at once
 */
public record LineItemRevised(
        UUID itemId,
        String itemNumber,
        String changeNumber,
        List<FieldChange> differences,
        String by,
        @Nullable String requestedBy)
        implements CustomerOrderEvent {}
