package io.orderfield.om.domainorder;

import io.orderfield.kernel.Actionable;
import io.orderfield.kernel.AllowedAction;
import io.orderfield.kernel.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain order, as it is shown.
 *
 * @param number such as PO0001001, SO0001001 or RO0001001
 * @param type {@code product}, {@code service} or {@code resource}
 * @param state name of a {@link DomainOrderState}
 * @param parent number of the domain order that it is a part of, null at the top
 * @param action ADD, CHANGE or DISCONNECT, from the line item
 * @param timeZone IANA time zone of the location
 * @param quantity the item's quantity times the factors on the way down the specification tree
 * @param requestedDate local date at the location
 * @param onHold whether its state is ON_HOLD
 * @param hold what holds it, null when it is not on hold
 * @param tableVersion version of the decision table that decides for it
 * @param closeReason the manager's reason where work was not completed
 * @param lastVerifiedAt when a reconciliation last compared it with Field Service, null when none did
 * @param version rises with every change of the record or of one of its work order links
 * @param workOrders its work orders, by template, occurrence and generation
 * @param children numbers of the domain orders that are its parts
 * @param allowedActions what the reader may do with it now, and why not the rest
 */
public record DomainOrderView(
        String number,
        String type,
        String state,
        @Nullable String parent,
        String customerOrder,
        String customerOrderState,
        String lineItem,
        String account,
        String accountName,
        String action,
        String specification,
        String specificationName,
        String location,
        String locationName,
        String timeZone,
        int quantity,
        int priority,
        @Nullable LocalDate requestedDate,
        boolean pastPointOfNoReturn,
        boolean onHold,
        @Nullable HoldView hold,
        int tableVersion,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        @Nullable Instant lastVerifiedAt,
        long version,
        List<WorkOrderLinkView> workOrders,
        List<String> children,
        List<AllowedAction> allowedActions)
        implements Versioned, Actionable {
    public DomainOrderView {
        workOrders = List.copyOf(workOrders);
        children = List.copyOf(children);
    }

    /** Whether it is neither closed nor canceled. */
    public boolean open() {
        return !DomainOrderState.valueOf(state).isFinal();
    }
}
