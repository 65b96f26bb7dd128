package io.orderfield.web.domainorder;

import io.orderfield.om.domainorder.ImpactRow;
import io.orderfield.web.api.Change;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One work order that a change would create, update or cancel.
 *
 * @param domainOrder number of the domain order
 * @param workOrder number of the work order, null while it has none
 * @param template code of the template
 * @param occurrence which of several of the same template, from 1
 * @param state its state now, null where it would be created
 * @param changes what it would be sent, old and new
 */
@Schema(name = "ImpactRow")
public record ImpactRowRecord(
        String domainOrder,
        @Nullable String workOrder,
        String template,
        int occurrence,
        @Nullable String state,
        List<Change> changes) {

    public static ImpactRowRecord of(ImpactRow view) {
        return new ImpactRowRecord(
                view.domainOrder(),
                view.workOrder(),
                view.template(),
                view.occurrence(),
                view.state(),
                Change.of(view.changes()));
    }
}
