package io.orderfield.messaging.contract;

import java.util.List;
import java.util.UUID;

/**
 * What Field Service has, in answer to {@link RequestInventory}: a page of every key that it was ever asked for, or the
 * keys that were named. Order Management compares it with its links.
 *
 * @param reconciliationId which reconciliation asked
 * @param afterKey as asked
 * @param lastKey the page reaches to this key, included; null when it is empty
 * @param last true when nothing comes after this page
 * @param targeted true when keys were named: one that is missing here does not exist
 * @param items the work orders in rising order of the keys' bytes
 */
public record WorkOrderInventory(
        UUID reconciliationId,
        UUID afterKey,
        UUID lastKey,
        boolean last,
        boolean targeted,
        List<InventoryItem> items) {}
