package io.orderfield.web.customerorder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.orderfield.kernel.Tagged;
import io.orderfield.om.change.OrderCancellationView;
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
        List<OrderCancellationView.ItemCancellation> lineItems,
        List<String> keptLineItems,
        @JsonIgnore @Schema(hidden = true) String etag)
        implements Tagged {

    static OrderCancellationRecord of(OrderCancellationView view) {
        return new OrderCancellationRecord(view.customerOrder(), view.lineItems(), view.kept(), view.etag());
    }
}
