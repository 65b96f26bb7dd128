package io.orderfield.messaging.contract;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The whole wanted work order. Order Management sends it when a work order is to exist, and again whenever one of the
 * fields that it owns changes (data, dates, priority, hold).
 *
 * <p>Field Service creates the work order when it does not know the key, else replaces these fields, and answers with
 * {@link WorkOrderChanged} or {@link WorkOrderRequestRefused}. A repeated or stale request ({@code requestRevision} not
 * above the highest one seen) changes nothing and is answered with the current snapshot. A key that was canceled before
 * it arrived creates nothing and is answered CANCELED.
 *
 * @param workOrderKey the work order's identity on both sides, given by Order Management
 * @param requestRevision Order Management's counter for this key, from 1
 * @param origin where the work order comes from
 * @param template code of the work order template
 * @param priority 1 critical to 4 low
 * @param shortDescription one line, at most 200 characters
 * @param description characteristics, quantity and instructions as text; may be empty
 * @param requestedStart first day wanted, local to the location, or null
 * @param due last day wanted, local to the location, or null
 * @param account the customer
 * @param contact whom to call, or null
 * @param location where
 * @param hold true while the order is on hold: work under way may finish, nothing else may travel or start
 * @param requestedBy user name of the person or partner who caused this request
 * @param known only in a repair: what Order Management has of this key; Field Service goes on from there
 */
public record RequestWorkOrder(
        UUID workOrderKey,
        long requestRevision,
        WorkOrderOrigin origin,
        String template,
        int priority,
        String shortDescription,
        String description,
        LocalDate requestedStart,
        LocalDate due,
        AccountReference account,
        ContactDetails contact,
        ServiceLocation location,
        boolean hold,
        String requestedBy,
        KnownHistory known) {
    /** The usual request, which repairs nothing. */
    public RequestWorkOrder(
            UUID workOrderKey,
            long requestRevision,
            WorkOrderOrigin origin,
            String template,
            int priority,
            String shortDescription,
            String description,
            LocalDate requestedStart,
            LocalDate due,
            AccountReference account,
            ContactDetails contact,
            ServiceLocation location,
            boolean hold,
            String requestedBy) {
        this(
                workOrderKey,
                requestRevision,
                origin,
                template,
                priority,
                shortDescription,
                description,
                requestedStart,
                due,
                account,
                contact,
                location,
                hold,
                requestedBy,
                null);
    }
}
