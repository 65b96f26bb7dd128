package io.orderfield.om.change;

import io.orderfield.kernel.Tagged;
import io.orderfield.messaging.contract.FieldChange;
import java.util.List;

/**
 * What a change would do to work orders. Nothing has happened yet.
 *
 * @param creates work orders that would come into being
 * @param updates work orders that would be sent the new data
 * @param cancels work orders that would be canceled
 * @param leaves work orders that are wanted, or that the change concerns, and that would stay as they are: their work has
 *     ended, or Field Service refused to create them; a manager may create others by hand
 * @param differences what the change would change, old and new
 * @param etag stands for everything that the preview was made from; another one later means that this preview is past
 */
public record ImpactView(
        List<ImpactRow> creates,
        List<ImpactRow> updates,
        List<ImpactRow> cancels,
        List<ImpactRow> leaves,
        List<FieldChange> differences,
        String etag)
        implements Tagged {
    public ImpactView {
        creates = List.copyOf(creates);
        updates = List.copyOf(updates);
        cancels = List.copyOf(cancels);
        leaves = List.copyOf(leaves);
        differences = List.copyOf(differences);
    }
}
