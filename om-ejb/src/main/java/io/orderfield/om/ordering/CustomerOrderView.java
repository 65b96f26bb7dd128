package io.orderfield.om.ordering;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderfield.kernel.Actionable;
import io.orderfield.kernel.AllowedAction;
import io.orderfield.kernel.Versioned;
import io.orderfield.om.customerorder.LeftAlone;
import io.orderfield.om.customerorder.OrderAction;
import io.orderfield.om.customerorder.OrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer order with its items, as it is shown.
 *
 * @param state name of an {@link OrderState}
 * @param outcome COMPLETE or INCOMPLETE once completed
 * @param priority 1 (critical) to 4 (low)
 * @param reason reason of the rejection or cancellation
 * @param pastPointOfNoReturn true when any of its items is
 * @param version changes with every change of the order or of one of its items
 * @param createdChannel the channel it came through: workspace, rest, jms or system; null where nobody noted it
 * @param placedChannel the channel it was placed through, last
 * @param lineItems by number
 * @param allowedActions what the reader may do with it now, and why not the rest
 * @param leftAlone items that a revision of the order would have changed and left as they are; only in its answer
 */
public record CustomerOrderView(
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
        List<LineItemView> lineItems,
        List<AllowedAction> allowedActions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LeftAlone> leftAlone)
        implements Versioned, Actionable {
    public CustomerOrderView {
        lineItems = List.copyOf(lineItems);
        leftAlone = List.copyOf(leftAlone);
    }

    /** Whether it is still being written. */
    public boolean draft() {
        return now() == OrderState.DRAFT;
    }

    /** Whether its items are changed in flight. */
    public boolean inProgress() {
        return now().isInProgress();
    }

    /** Whether domain orders of it may be closed by now. */
    public boolean closable() {
        return now().after(OrderAction.COMPLETE).isPresent();
    }

    /** Whether nothing happens to it any more. */
    public boolean over() {
        return now().isFinal();
    }

    /** Names of the states on its way, its own among them: the usual way, or the one that ends early. */
    public List<String> way() {
        return now().way(placedAt != null, approvedAt != null).stream()
                .map(OrderState::name)
                .toList();
    }

    private OrderState now() {
        return OrderState.valueOf(state);
    }

    /** The same as the answer to a revision that left these items alone. */
    CustomerOrderView leavingAlone(List<LeftAlone> items) {
        return new CustomerOrderView(
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
                allowedActions,
                items);
    }
}
