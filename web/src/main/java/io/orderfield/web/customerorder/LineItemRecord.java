package io.orderfield.web.customerorder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderfield.om.customerorder.LineItemView;
import io.orderfield.web.api.Tagged;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order line item.
 *
 * @param state name of an {@code OrderState}
 * @param outcome COMPLETE or INCOMPLETE once completed
 * @param action ADD, CHANGE or DISCONNECT
 * @param timeZone IANA time zone of the location; the dates are local to it
 * @param version the item's version in the business sense: 0 before approval, 1 from approval, +1 per applied change
 * @param pointOfNoReturn who set it, when and why; null before
 * @param revision changes with every change of the record
 * @param inflightChange the newest change in flight, null when there was none
 * @param alsoCreated numbers of the other items that the same call created; only in the answer to adding items
 */
@Schema(name = "LineItem")
public record LineItemRecord(
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
        @Nullable PointOfNoReturnRecord pointOfNoReturn,
        @JsonIgnore @Schema(hidden = true) long revision,
        @Nullable InflightChangeRecord inflightChange,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> alsoCreated)
        implements Tagged {

    static LineItemRecord of(LineItemView view) {
        return new LineItemRecord(
                view.number(),
                view.customerOrder(),
                view.state(),
                view.outcome(),
                view.action(),
                view.specification(),
                view.specificationName(),
                view.location(),
                view.locationName(),
                view.locationCity(),
                view.timeZone(),
                view.quantity(),
                view.characteristics(),
                view.contact(),
                view.contactName(),
                view.priority(),
                view.requestedDate(),
                view.committedDate(),
                view.specialInstructions(),
                view.version(),
                view.pastPointOfNoReturn(),
                PointOfNoReturnRecord.ofNullable(view.pointOfNoReturn()),
                view.revision(),
                InflightChangeRecord.ofNullable(view.inflightChange()),
                null);
    }

    /** The same with the numbers of what else the call created. */
    LineItemRecord with(List<String> others) {
        return new LineItemRecord(
                number,
                customerOrder,
                state,
                outcome,
                action,
                specification,
                specificationName,
                location,
                locationName,
                locationCity,
                timeZone,
                quantity,
                characteristics,
                contact,
                contactName,
                priority,
                requestedDate,
                committedDate,
                specialInstructions,
                version,
                pastPointOfNoReturn,
                pointOfNoReturn,
                revision,
                inflightChange,
                List.copyOf(others));
    }

    @Override
    public String tag() {
        return Long.toString(revision);
    }
}
