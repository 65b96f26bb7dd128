package io.orderfield.web.customerorder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.orderfield.kernel.Tagged;
import io.orderfield.messaging.contract.FieldChange;
import io.orderfield.om.change.ImpactRow;
import io.orderfield.om.change.ImpactView;
import io.orderfield.om.change.OrderImpactView;
import io.orderfield.om.customerorder.LeftAlone;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a revision of a customer order as a whole would do. Its ETag, sent as If-Match with the revision, makes sure that it
 * still does.
 *
 * @param creates work orders that would come into being
 * @param updates work orders that would be sent the new data
 * @param cancels work orders that would be canceled
 * @param leaves work orders that the revision concerns, and that would stay as they are
 * @param differences what the revision would change of the order itself, old and new
 * @param lineItems numbers of the line items that would change
 * @param leftAlone the line items that it would change and leaves as they are, each with the reason
 * @param etag stands for everything that the preview was made from; another one later means that this is past
 */
@Schema(name = "OrderImpact")
public record OrderImpactRecord(
        List<ImpactRow> creates,
        List<ImpactRow> updates,
        List<ImpactRow> cancels,
        List<ImpactRow> leaves,
        List<FieldChange> differences,
        List<String> lineItems,
        List<LeftAlone> leftAlone,
        @JsonIgnore @Schema(hidden = true) String etag)
        implements Tagged {

    static OrderImpactRecord of(OrderImpactView view) {
        ImpactView impact = view.impact();
        return new OrderImpactRecord(
                impact.creates(),
                impact.updates(),
                impact.cancels(),
                impact.leaves(),
                impact.differences(),
                view.lineItems(),
                view.leftAlone(),
                impact.etag());
    }
}
