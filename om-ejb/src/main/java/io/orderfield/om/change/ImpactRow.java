package io.orderfield.om.change;

import io.orderfield.messaging.contract.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One work order that a change would touch, or leave as it is.
 *
 * @param domainOrder number of the domain order, null where it would come into being as well
 * @param specification code of the domain order's specification
 * @param location number of the location
 * @param workOrder number of the work order, null while it has none
 * @param template code of the template
 * @param occurrence which of several of the same template, from 1
 * @param state its state now, null where it would be created
 * @param why why it stays as it is: CLOSED_COMPLETE, CLOSED_INCOMPLETE, CANCELED_IN_FIELD_SERVICE or REFUSED; null where it
 *     would be touched
 * @param changes what it would be sent, or what it will not get, old and new
 */
public record ImpactRow(
        @Nullable String domainOrder,
        String specification,
        String location,
        @Nullable String workOrder,
        String template,
        int occurrence,
        @Nullable String state,
        @Nullable String why,
        List<FieldChange> changes) {
    public ImpactRow {
        changes = List.copyOf(changes);
    }
}
