package io.orderfield.messaging.contract;

import java.time.LocalDate;
import java.util.List;

/**
 * A customer order of a partner. A partner's application sends it to the queue {@code om.partner-orders}; the account is
 * that of the user whom the broker validated, never a field of the message.
 *
 * <p>Order Management checks it as it checks the same order from REST and answers {@link PartnerOrderAccepted} or
 * {@link PartnerOrderRefused}. A repeat (the same external reference) creates nothing and is answered with the order that
 * there is.
 *
 * @param externalReference the partner's own reference, 1 to 100 characters; names one order of the account
 * @param contact number of a contact of the account, the default of the items, as are the next three; or null
 * @param priority 1 (critical) to 4 (low); 3 when null
 * @param requestedDate local date at each location, or null
 * @param specialInstructions at most 4,000 characters, or null
 * @param place false leaves the order in DRAFT; true or null places it
 * @param lineItems 1 to 2,000, those with several locations counted for each
 */
public record PartnerOrder(
        String externalReference,
        String contact,
        Integer priority,
        LocalDate requestedDate,
        String specialInstructions,
        Boolean place,
        List<PartnerLineItem> lineItems) {}
