package io.orderfield.messaging.contract;

import java.util.UUID;

/**
 * Field Service's no to a request: an answer, not a failure. Order Management writes a note and a fallout; a refused
 * creation leaves the link REFUSED until it is retried or waived.
 *
 * @param workOrderKey the work order's identity on both sides
 * @param number the work order's number, or null when the refused request was to create it
 * @param answeredRequestRevision highest request revision that Field Service has seen, this one included
 * @param code stable code of the reason: unknown-template, work-order-closed, invalid-request
 * @param reason the reason in words
 */
public record WorkOrderRequestRefused(
        UUID workOrderKey, String number, long answeredRequestRevision, String code, String reason) {}
