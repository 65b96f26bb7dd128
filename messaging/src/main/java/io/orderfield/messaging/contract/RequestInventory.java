package io.orderfield.messaging.contract;

import java.util.List;
import java.util.UUID;

/**
 * Asks for what Field Service has, to compare it. Order Management sends it for each page of a reconciliation, and once
 * more for the keys that looked wrong. Field Service answers with {@link WorkOrderInventory} and changes nothing.
 *
 * @param reconciliationId which reconciliation asks
 * @param afterKey the page begins after this key, in rising order of the keys' bytes; null for the first page
 * @param limit most items of the answer, 1 to 200
 * @param keys the keys to look at, at most 200, in place of a page; null for a page
 */
public record RequestInventory(UUID reconciliationId, UUID afterKey, int limit, List<WorkOrderReference> keys) {}
