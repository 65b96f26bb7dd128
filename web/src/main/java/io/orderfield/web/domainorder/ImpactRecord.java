package io.orderfield.web.domainorder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.orderfield.om.domainorder.ImpactView;
import io.orderfield.web.api.Change;
import io.orderfield.web.api.Tagged;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a change would do to work orders. Its ETag, sent as If-Match with the change, makes sure
 * that it still does.
 *
 * @param creates work orders that would come into being
 * @param updates work orders that would be sent the new data
 * @param cancels work orders that would be canceled
 * @param leaves work orders that are wanted, or that the change concerns, and that would stay as they are: they have ended,
 *     or Field Service refused to create them
 * @param differences what the change would change of the item, old and new
 * @param etag stands for the item and its work orders as they are now; another one later means that this is past
 */
@Schema(name = "Impact")
public record ImpactRecord(
        List<ImpactRowRecord> creates,
        List<ImpactRowRecord> updates,
        List<ImpactRowRecord> cancels,
        List<ImpactRowRecord> leaves,
        List<Change> differences,
        @JsonIgnore @Schema(hidden = true) String etag)
        implements Tagged {

    public static ImpactRecord of(ImpactView view) {
        return new ImpactRecord(
                view.creates().stream().map(ImpactRowRecord::of).toList(),
                view.updates().stream().map(ImpactRowRecord::of).toList(),
                view.cancels().stream().map(ImpactRowRecord::of).toList(),
                view.leaves().stream().map(ImpactRowRecord::of).toList(),
                Change.of(view.differences()),
                view.etag());
    }

    @Override
    public String tag() {
        return etag;
    }
}
