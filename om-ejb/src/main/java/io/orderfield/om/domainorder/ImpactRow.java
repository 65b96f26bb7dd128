package io.orderfield.om.domainorder;

import io.orderfield.messaging.contract.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One work order that a change would touch.
 *
 * @param domainOrder number of the domain order
 * @param workOrder number of the work order, null while it has none
 * @param template code of the template
 * @param occurrence which of several of the same template, from 1
 * @param state its state now, null where it would be created
 * @param changes what it would be sent, old and new
 */
public record ImpactRow(
        String domainOrder,
        @Nullable String workOrder,
        String template,
        int occurrence,
        @Nullable String state,
        List<FieldChange> changes) {
    public ImpactRow {
        changes = List.copyOf(changes);
    }
}
