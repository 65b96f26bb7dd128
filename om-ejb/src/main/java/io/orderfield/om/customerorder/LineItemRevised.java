package io.orderfield.om.customerorder;

import io.orderfield.messaging.contract.FieldChange;
import java.util.List;
import java.util.UUID;

/**
 * CDI event in the transaction of the change, item locked and already changed: the plan of its domain orders has to be
 * recomputed. An observer that refuses takes the change back with it.
 *
 * @param differences old and new value per field, at least one: quantity, contact, priority, requestedDate,
 *     specialInstructions, characteristics.(name)
 */
public record LineItemRevised(
        UUID itemId, String itemNumber, String changeNumber, List<FieldChange> differences, String by) {}
