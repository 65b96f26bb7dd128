package io.orderfield.web.guilty;

import io.orderfield.om.plan.WorkOrderPlan;

/** Asks the plan itself, past the services and their rights. */
public class GuiltyShortcut {
    public boolean knows(WorkOrderPlan plan) {
        return plan != null;
    }
}
