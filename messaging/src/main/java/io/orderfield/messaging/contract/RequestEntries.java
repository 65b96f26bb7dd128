package io.orderfield.messaging.contract;

import java.util.UUID;

/**
 * Asks for activity entries that did not arrive. Order Management sends it when a gap in the entry sequence stays open
 * for 5 seconds. Field Service answers with {@link WorkOrderChanged}: the current snapshot and the entries asked for.
 *
 * @param workOrderKey the work order
 * @param fromSequence first missing entry sequence, from 1
 */
public record RequestEntries(UUID workOrderKey, long fromSequence) {}
