package io.orderfield.om.customerorder;

import io.orderfield.messaging.contract.FieldChange;
import java.time.Instant;
import java.util.List;

/**
 * A change of an item in progress.
 *
 * @param number such as CHG0001001
 * @param state REQUESTED, APPLIED, REFUSED or WITHDRAWN
 * @param itemVersion the item's version that the change made
 * @param differences old and new value per field
 */
public record InflightChangeView(
        String number,
        String state,
        String requestedBy,
        Instant requestedAt,
        int itemVersion,
        List<FieldChange> differences) {}
