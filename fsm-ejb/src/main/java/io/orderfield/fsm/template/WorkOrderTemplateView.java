package io.orderfield.fsm.template;

import java.util.List;

/**
 * A work order template.
 *
 * @param code stable code, such as FIBER-INSTALL
 * @param active false: not for new work orders
 * @param priority 1 critical to 4 low, where the request doesn't say
 * @param needsQualification true when a dispatcher looks at each work order before it can be assigned
 * @param tasks in the order in which they are done; at least one
 */
public record WorkOrderTemplateView(
        String code,
        String name,
        boolean active,
        int priority,
        boolean billable,
        boolean needsQualification,
        List<TemplateTaskView> tasks) {}
