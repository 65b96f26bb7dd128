package io.orderfield.web.customerorder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.orderfield.om.domainorder.OrderCancellationView;
import io.orderfield.web.api.Tagged;
import io.orderfield.web.domainorder.ImpactRowRecord;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the cancellation of a whole order would do. Its ETag, sent as If-Match with the cancellation, makes sure that it
 * still does.
 *
 * @param lineItems the items that have not ended, and whose cancellation is not in progress already
 * @param keptLineItems numbers of those that are past the point of no return: they refuse the cancellation unless the others
 *     are canceled alone
 */
@Schema(name = "OrderCancellationImpact")
public record OrderCancellationRecord(
        String customerOrder,
        List<ItemRecord> lineItems,
        List<String> keptLineItems,
        @JsonIgnore @Schema(hidden = true) String etag)
        implements Tagged {

    /**
     * One item of the order.
     *
     * @param state its state now
     * @param pastPointOfNoReturn whether it keeps its work
     * @param cancels work orders that would be canceled, with their state now
     * @param leaves work orders that would stay as they are
     */
    @Schema(name = "ItemCancellationImpact")
    public record ItemRecord(
            String lineItem,
            String state,
            boolean pastPointOfNoReturn,
            List<ImpactRowRecord> cancels,
            List<ImpactRowRecord> leaves) {

        static ItemRecord of(OrderCancellationView.ItemCancellation view) {
            return new ItemRecord(
                    view.lineItem(),
                    view.state(),
                    view.pastPointOfNoReturn(),
                    view.cancels().stream().map(ImpactRowRecord::of).toList(),
                    view.leaves().stream().map(ImpactRowRecord::of).toList());
        }
    }

    static OrderCancellationRecord of(OrderCancellationView view) {
        return new OrderCancellationRecord(
                view.customerOrder(),
                view.lineItems().stream().map(ItemRecord::of).toList(),
                view.kept(),
                view.etag());
    }

    @Override
    public String tag() {
        return etag;
    }
}
