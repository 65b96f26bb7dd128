package io.orderfield.messaging.contract;

import java.util.List;

/**
 * Order Management's no to a {@link PartnerOrder}, to the partner's own answer queue: nothing was created. The partner
 * mends what is wrong and sends the order again, under the same external reference.
 *
 * @param externalReference the partner's own reference, or null where it could not be read
 * @param code stable code of the reason: invalid-request, not-json, wrong-shape, body-too-long, no-text,
 *     unknown-message-type, unknown-partner, or that of a rule
 * @param reason the reason in words
 * @param errors what is wrong, per field; may be empty
 */
public record PartnerOrderRefused(String externalReference, String code, String reason, List<FieldError> errors) {}
