package io.orderfield.web.domainorder;

import io.orderfield.om.domainorder.DomainOrderView;
import io.orderfield.web.api.Tagged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A domain order with its work orders.
 *
 * @param number such as PO0001001, SO0001001 or RO0001001
 * @param type {@code product}, {@code service} or {@code resource}
 * @param state name of a {@code DomainOrderState}
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
 */
@Schema(name = "DomainOrder")
public record DomainOrderRecord(
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
        @Nullable HoldRecord hold,
        int tableVersion,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        @Nullable Instant lastVerifiedAt,
        long version,
        List<WorkOrderLinkRecord> workOrders,
        List<String> children)
        implements Tagged {

    public static DomainOrderRecord of(DomainOrderView view) {
        return new DomainOrderRecord(
                view.number(),
                view.type(),
                view.state(),
                view.parent(),
                view.customerOrder(),
                view.customerOrderState(),
                view.lineItem(),
                view.account(),
                view.accountName(),
                view.action(),
                view.specification(),
                view.specificationName(),
                view.location(),
                view.locationName(),
                view.timeZone(),
                view.quantity(),
                view.priority(),
                view.requestedDate(),
                view.pastPointOfNoReturn(),
                view.onHold(),
                HoldRecord.ofNullable(view.hold()),
                view.tableVersion(),
                view.createdAt(),
                view.updatedAt(),
                view.closedBy(),
                view.closedAt(),
                view.closeReason(),
                view.lastVerifiedAt(),
                view.version(),
                view.workOrders().stream().map(WorkOrderLinkRecord::of).toList(),
                view.children());
    }

    @Override
    public String tag() {
        return Long.toString(version);
    }
}
