package io.orderfield.messaging.contract;

import java.util.UUID;

/**
 * What Field Service has of one key.
 *
 * @param workOrderKey the work order's identity on both sides
 * @param number the work order's number; null where none was created
 * @param template code of the template; null where none was created
 * @param state work order state by its name; CANCELED where a cancel overtook the create, REFUSED where it was refused
 * @param snapshotRevision Field Service's counter for this key; 0 where the creation was refused
 * @param answeredRequestRevision highest request revision that Field Service has seen
 * @param lastEntrySequence sequence of its last activity entry, 0 when there is none
 * @param origin where the work order comes from
 */
public record InventoryItem(
        UUID workOrderKey,
        String number,
        String template,
        String state,
        long snapshotRevision,
        long answeredRequestRevision,
        long lastEntrySequence,
        WorkOrderOrigin origin) {}
