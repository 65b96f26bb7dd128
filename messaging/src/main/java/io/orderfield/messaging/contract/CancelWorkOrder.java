package io.orderfield.messaging.contract;

import java.util.UUID;

/**
 * Takes a wanted work order back. Order Management sends it when the plan no longer wants the work order, or its item or
 * order is canceled; a sent cancel is never taken back.
 *
 * <p>Field Service cancels the work order and answers with {@link WorkOrderChanged}; where the work is already closed it
 * answers {@link WorkOrderRequestRefused}. An unknown key is stored as canceled and answered so, since senders run in
 * parallel and the cancel may overtake its create.
 *
 * @param workOrderKey the work order's identity on both sides
 * @param requestRevision Order Management's counter for this key, above that of every request before
 * @param origin where the work order comes from
 * @param reason why, as the person gave it
 * @param requestedBy user name of the person or partner who caused this request
 * @param known only in a repair: what Order Management has of this key; Field Service goes on from there
 */
public record CancelWorkOrder(
        UUID workOrderKey,
        long requestRevision,
        WorkOrderOrigin origin,
        String reason,
        String requestedBy,
        KnownHistory known) {
    /** The usual cancel, which repairs nothing. */
    public CancelWorkOrder(
            UUID workOrderKey, long requestRevision, WorkOrderOrigin origin, String reason, String requestedBy) {
        this(workOrderKey, requestRevision, origin, reason, requestedBy, null);
    }
}
