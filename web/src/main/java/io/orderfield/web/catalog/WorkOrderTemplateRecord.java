package io.orderfield.web.catalog;

import io.orderfield.fsm.template.WorkOrderTemplateView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A template of work orders.
 *
 * @param code stable code, such as FIBER-INSTALL
 * @param active false: not for new work orders
 * @param priority 1 critical to 4 low, where the request doesn't say
 * @param needsQualification true when a dispatcher looks at each work order before it can be assigned
 * @param tasks in the order in which they are done; at least one
 */
@Schema(name = "WorkOrderTemplate")
public record WorkOrderTemplateRecord(
        String code,
        String name,
        boolean active,
        int priority,
        boolean billable,
        boolean needsQualification,
        List<TemplateTaskRecord> tasks) {

    static WorkOrderTemplateRecord of(WorkOrderTemplateView view) {
        return new WorkOrderTemplateRecord(
                view.code(),
                view.name(),
                view.active(),
                view.priority(),
                view.billable(),
                view.needsQualification(),
                view.tasks().stream().map(TemplateTaskRecord::of).toList());
    }
}
