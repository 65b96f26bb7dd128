package io.orderfield.messaging.contract;

import java.util.UUID;

/**
 * One work order by its identity.
 *
 * @param workOrderKey the work order's identity on both sides
 */
public record WorkOrderReference(UUID workOrderKey) {}
