package io.orderfield.web.domainorder;

import io.orderfield.om.domainorder.ImpactRow;
import io.orderfield.web.api.Change;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One work order that a change would create, update or cancel, or leave as it is.
 *
 * @param domainOrder number of the domain order, null where it would come into being as well
 * @param specification code of the domain order's specification
 * @param location number of the location
 * @param workOrder number of the work order, null while it has none
 * @param template code of the template
 * @param occurrence which of several of the same template, from 1
 * @param state its state now, null where it would be created
 * @param why why it stays as it is: CLOSED_COMPLETE, CLOSED_INCOMPLETE, CANCELED_IN_FIELD_SERVICE or REFUSED; else null
 * @param changes what it would be sent, or what it will not get, old and new
 */
@Schema(name = "ImpactRow")
public record ImpactRowRecord(
        @Nullable String domainOrder,
        String specification,
        String location,
        @Nullable String workOrder,
        String template,
        int occurrence,
        @Nullable String state,
        @Nullable String why,
        List<Change> changes) {

    public static ImpactRowRecord of(ImpactRow view) {
        return new ImpactRowRecord(
                view.domainOrder(),
                view.specification(),
                view.location(),
                view.workOrder(),
                view.template(),
                view.occurrence(),
                view.state(),
                view.why(),
                Change.of(view.changes()));
    }
}
