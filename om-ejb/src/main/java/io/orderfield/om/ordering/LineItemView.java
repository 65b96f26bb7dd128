package io.orderfield.om.ordering;

import io.orderfield.kernel.Actionable;
import io.orderfield.kernel.AllowedAction;
import io.orderfield.kernel.Revised;
import io.orderfield.om.customerorder.OrderAction;
import io.orderfield.om.customerorder.OrderState;
import io.orderfield.om.customerorder.PointOfNoReturnView;
import io.orderfield.om.inflight.InflightChangeView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order line item, as it is shown.
 *
 * @param state name of an {@link OrderState}
 * @param outcome COMPLETE or INCOMPLETE once completed
 * @param action ADD, CHANGE or DISCONNECT
 * @param timeZone IANA time zone of the location; the dates are local to it
 * @param version the item's version in the business sense: 0 before approval, 1 from approval, +1 per applied change
 * @param pointOfNoReturn who set it, when and why; null before
 * @param revision changes with every change of the record
 * @param inflightChange the newest change in flight, asked for or applied; null when there was none
 * @param allowedActions what the reader may do with it now, and why not the rest
 */
public record LineItemView(
        String number,
        String customerOrder,
        String state,
        @Nullable String outcome,
        String action,
        String specification,
        String specificationName,
        String location,
        String locationName,
        String locationCity,
        String timeZone,
        int quantity,
        Map<String, String> characteristics,
        @Nullable String contact,
        @Nullable String contactName,
        int priority,
        @Nullable LocalDate requestedDate,
        @Nullable LocalDate committedDate,
        @Nullable String specialInstructions,
        int version,
        boolean pastPointOfNoReturn,
        @Nullable PointOfNoReturnView pointOfNoReturn,
        long revision,
        @Nullable InflightChangeView inflightChange,
        List<AllowedAction> allowedActions)
        implements Revised, Actionable {
    /** Whether work for it is under way or on hold. */
    public boolean inProgress() {
        return OrderState.valueOf(state).isInProgress();
    }

    /** Whether domain orders of it may be closed by now. */
    public boolean closable() {
        return OrderState.valueOf(state).after(OrderAction.COMPLETE).isPresent();
    }
}
