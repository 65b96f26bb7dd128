package io.orderfield.om.domainorder;

import io.orderfield.messaging.contract.FieldChange;
import java.util.List;

/**
 * What a change of a line item would do to its work orders. Nothing has happened yet.
 *
 * @param creates work orders that would come into being
 * @param updates work orders that would be sent the new data
 * @param cancels work orders that would be canceled
 * @param differences what the change would change of the item, old and new
 * @param etag stands for the item and its work orders as they are now; another one later means that this preview is past
 */
public record ImpactView(
        List<ImpactRow> creates,
        List<ImpactRow> updates,
        List<ImpactRow> cancels,
        List<FieldChange> differences,
        String etag) {
    public ImpactView {
        creates = List.copyOf(creates);
        updates = List.copyOf(updates);
        cancels = List.copyOf(cancels);
        differences = List.copyOf(differences);
    }
}
