package io.orderfield.messaging.contract;

import java.util.UUID;

/**
 * Asks for activity entries that did not arrive. Order Management sends it when a gap in the entry sequence stays open
 * for 5 seconds, and when a reconciliation or a discarded message leaves it without Field Service's current state. Field
 * Service answers with {@link WorkOrderChanged}: the current snapshot, the entries asked for and the wishes for further
 * work; where it refused to create the work order, with {@link WorkOrderRequestRefused}.
 *
 * @param workOrderKey the work order
 * @param fromSequence first missing entry sequence, from 1
 * @param known only in a repair: what Order Management has of this key; Field Service goes on from there, so that its
 *     answer counts as newer
 */
public record RequestEntries(UUID workOrderKey, long fromSequence, KnownHistory known) {
    /** The usual question, which repairs nothing. */
    public RequestEntries(UUID workOrderKey, long fromSequence) {
        this(workOrderKey, fromSequence, null);
    }
}
