package io.orderfield.web.customerorder;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderfield.om.customerorder.CustomerOrderView;
import io.orderfield.om.customerorder.LeftAlone;
import io.orderfield.web.api.Tagged;
import io.orderfield.web.domainorder.DomainOrderRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A customer order with its line items.
 *
 * @param state name of an {@code OrderState}
 * @param outcome COMPLETE or INCOMPLETE once completed
 * @param priority 1 (critical) to 4 (low)
 * @param reason reason of the rejection or cancellation
 * @param pastPointOfNoReturn true when any of its items is
 * @param version changes with every change of the order or of one of its items
 * @param createdChannel the channel it came through: workspace, rest, jms or system; null where nobody noted it
 * @param placedChannel the channel it was placed through
 * @param lineItems by number
 * @param leftAlone items that the revision would have changed and left as they are, each with the reason; only in the answer
 *     to a revision
 * @param domainOrders what the items were decomposed into; only in the answer to the approval
 */
@Schema(name = "CustomerOrder")
public record CustomerOrderRecord(
        String number,
        String state,
        @Nullable String outcome,
        String account,
        String accountName,
        @Nullable String contact,
        @Nullable String contactName,
        int priority,
        @Nullable LocalDate requestedDate,
        @Nullable String externalReference,
        @Nullable String specialInstructions,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String placedBy,
        @Nullable Instant placedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String reason,
        boolean pastPointOfNoReturn,
        long version,
        @Nullable String createdChannel,
        @Nullable String placedChannel,
        List<LineItemRecord> lineItems,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LeftAloneRecord> leftAlone,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DomainOrderRecord> domainOrders)
        implements Tagged {

    /**
     * An item that a revision of its order left as it is.
     *
     * @param code {@code past-point-of-no-return}, {@code change-pending} or {@code wrong-state}
     * @param reason the same in words
     */
    @Schema(name = "LeftAlone")
    public record LeftAloneRecord(String lineItem, String code, String reason) {
        static LeftAloneRecord of(LeftAlone view) {
            return new LeftAloneRecord(view.lineItem(), view.code(), view.reason());
        }
    }

    static CustomerOrderRecord of(CustomerOrderView view) {
        return new CustomerOrderRecord(
                view.number(),
                view.state(),
                view.outcome(),
                view.account(),
                view.accountName(),
                view.contact(),
                view.contactName(),
                view.priority(),
                view.requestedDate(),
                view.externalReference(),
                view.specialInstructions(),
                view.createdBy(),
                view.createdAt(),
                view.updatedAt(),
                view.placedBy(),
                view.placedAt(),
                view.approvedBy(),
                view.approvedAt(),
                view.reason(),
                view.pastPointOfNoReturn(),
                view.version(),
                view.createdChannel(),
                view.placedChannel(),
                view.lineItems().stream().map(LineItemRecord::of).toList(),
                view.leftAlone().stream().map(LeftAloneRecord::of).toList(),
                null);
    }

    /** The same with the domain orders of the approval. */
    CustomerOrderRecord with(List<DomainOrderRecord> created) {
        return new CustomerOrderRecord(
                number,
                state,
                outcome,
                account,
                accountName,
                contact,
                contactName,
                priority,
                requestedDate,
                externalReference,
                specialInstructions,
                createdBy,
                createdAt,
                updatedAt,
                placedBy,
                placedAt,
                approvedBy,
                approvedAt,
                reason,
                pastPointOfNoReturn,
                version,
                createdChannel,
                placedChannel,
                lineItems,
                leftAlone,
                List.copyOf(created));
    }

    @Override
    public String tag() {
        return Long.toString(version);
    }
}
